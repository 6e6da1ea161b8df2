import { isDeepStrictEqual } from 'node:util';
import { type Profile, RegistrySnapshot, type SnapshotDocument } from '@mailtls/core';
import { type Invoker, PwshError } from '@mailtls/pwsh-bridge';
import type { Outcome } from '@mailtls/report';
import { readClock } from '../sources/machine-state.ts';
import { writeRegFile } from '../sources/reg-file/write-reg-file.ts';
import { changeValue, currentValues, isValue, type ValueChange } from './change-value.ts';
import { type JournalEdit, newJournal } from './journal.ts';
import { isUnchanged, type JournalFolder, type StoredJournal, updateJournal } from './journal-folder.ts';
import { type JournalProgress, missingKeys, progressOf } from './journal-progress.ts';

/** A change with what became of it. */
export interface Applied<Change extends ValueChange = ValueChange> {
  readonly change: Change;
  readonly outcome: Outcome;
}

/**
 * Makes changes one after the other, and none after one that failed.
 *
 * @throws nothing: a session that was lost is an outcome.
 */
export async function applyChanges<Change extends ValueChange>(
  on: Invoker,
  changes: readonly Change[],
): Promise<readonly Applied<Change>[]> {
  const applied: Applied<Change>[] = [];
  for (const change of changes) {
    const isStopped = applied.some(({ outcome }) => outcome !== 'written');
    applied.push({ change, outcome: isStopped ? 'not-tried' : await outcomeOf(on, change) });
  }
  return applied;
}

async function outcomeOf(on: Invoker, change: ValueChange): Promise<Outcome> {
  try {
    return await changeValue(on, change);
  } catch (error) {
    if (error instanceof PwshError) return 'lost';
    throw error;
  }
}

/** Whether all was written. */
export function isComplete(applied: readonly Applied[]): boolean {
  return applied.every(({ outcome }) => outcome === 'written');
}

/** A repair that was begun: what became of it, and its journal, which is `applied` when all is written. */
export interface AppliedJournal {
  readonly applied: readonly Applied<JournalEdit>[];
  readonly stored: StoredJournal;
}

/**
 * Begins a repair, while the machine is locked: looks whether all is as planned, writes the journal, then the values.
 *
 * @returns `'drift'` where something is not as planned; then nothing was written.
 * @throws what writing a journal throws; then no value was written, or all were.
 * @throws PwshError before the first write.
 */
export async function beginJournal(
  on: Invoker,
  folder: JournalFolder,
  {
    machine,
    profile,
    edits,
  }: { readonly machine: string; readonly profile: Profile; readonly edits: readonly JournalEdit[] },
): Promise<AppliedJournal | 'drift'> {
  const values = await currentValues(on, edits);
  if (!edits.every(({ from }, i) => isValue(values[i], from))) return 'drift';
  const createdKeys = await missingKeys(on, edits);
  const journal = newJournal(machine, profile, await readClock(on), { createdKeys, edits });
  const stored = await folder.create(journal, writeRegFile(backupOf(machine, createdKeys, edits)));
  return finish(on, stored, edits);
}

/**
 * Goes on with a repair that was cut off, while the machine is locked.
 *
 * @param seen how far it had come when that was looked at, which was before the lock: what looked cut off may have been another
 *   writer at work.
 * @returns `'drift'` where it has come further, or anything else has changed; then nothing was written.
 * @throws as `beginJournal`.
 */
export async function continueJournal(
  on: Invoker,
  cutOff: StoredJournal,
  seen: JournalProgress,
): Promise<AppliedJournal | 'drift'> {
  const isAsSeen = (await isUnchanged(cutOff)) && isDeepStrictEqual(await progressOf(on, cutOff.journal), seen);
  if (!isAsSeen) return 'drift';
  const { remaining } = seen;
  const stored = remaining.length === 0 ? cutOff : await updateJournal(cutOff, { changedAt: await readClock(on) });
  return finish(on, stored, remaining);
}

async function finish(on: Invoker, stored: StoredJournal, edits: readonly JournalEdit[]): Promise<AppliedJournal> {
  const applied = await applyChanges(on, edits);
  if (!isComplete(applied)) return { applied, stored };
  const changedAt = edits.length === 0 ? stored.journal.changedAt : await timeOf(on);
  if (changedAt === null) return { applied, stored };
  return { applied, stored: await updateJournal(stored, { status: 'applied', changedAt }) };
}

/** The machine's time, `null` where PowerShell was lost: then the journal stays open, and the next run closes it. */
export async function timeOf(on: Invoker): Promise<string | null> {
  try {
    return await readClock(on);
  } catch (error) {
    if (error instanceof PwshError) return null;
    throw error;
  }
}

/** What was there, as a document: created keys are absent in it, and so are values that were. */
function backupOf(machine: string, createdKeys: readonly string[], edits: readonly JournalEdit[]): SnapshotDocument {
  const isCreated = (path: string): boolean => createdKeys.includes(path);
  const topmost = createdKeys.filter((key) => !createdKeys.some((other) => key.startsWith(`${other}\\`)));
  const paths = [...new Set(edits.map(({ path }) => path))].filter((path) => !isCreated(path));
  const document: SnapshotDocument = {
    format: 'mailtls-snapshot',
    version: 1,
    name: machine,
    covers: [],
    keys: [
      ...topmost.map((path) => ({ path, state: 'absent' as const, values: {} })),
      ...paths.map((path) => ({
        path,
        state: 'present' as const,
        values: Object.fromEntries(edits.filter((edit) => edit.path === path).map(({ name, from }) => [name, from])),
      })),
    ],
    facts: {},
  };
  return new RegistrySnapshot(document).document;
}
