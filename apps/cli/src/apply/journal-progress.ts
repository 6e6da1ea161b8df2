import type { RegistryPath } from '@mailtls/core';
import { parentOf } from '@mailtls/core';
import { type Invoker, readRegistryValues } from '@mailtls/pwsh-bridge';
import { currentValues, isValue } from './change-value.ts';
import { type Journal, type JournalEdit, placeOf } from './journal.ts';

/** How far a repair has come, as the machine itself shows it. */
export interface JournalProgress {
  /** Not yet written. */
  readonly remaining: readonly JournalEdit[];
  readonly written: readonly JournalEdit[];
  /** Neither what was there before nor what was to be written: someone else has changed them since. */
  readonly drifted: readonly JournalEdit[];
}

/** Looks how far a repair has come. */
export async function progressOf(on: Invoker, { edits }: Pick<Journal, 'edits'>): Promise<JournalProgress> {
  const values = await currentValues(on, edits);
  const isWritten = (edit: JournalEdit, i: number): boolean => isValue(values[i], edit.to);
  const remaining = edits.filter((edit, i) => isValue(values[i], edit.from) && !isWritten(edit, i));
  const written = edits.filter(isWritten);
  const known = new Set([...remaining, ...written].map(placeOf));
  return { remaining, written, drifted: edits.filter((edit) => !known.has(placeOf(edit))) };
}

/** The keys that edits need and that are not there, those above first. */
export async function missingKeys(on: Invoker, edits: readonly JournalEdit[]): Promise<readonly RegistryPath[]> {
  const paths = new Set<RegistryPath>();
  for (const { path } of edits) for (let at: string | null = path; at?.includes('\\'); at = parentOf(at)) paths.add(at);
  const shallowFirst = [...paths].sort((a, b) => a.length - b.length);
  const readings = await readRegistryValues(
    on,
    shallowFirst.map((path) => ({ path, names: [] })),
  );
  return shallowFirst.filter((_, i) => readings[i]?.state === 'absent');
}
