import { isDeepStrictEqual } from 'node:util';
import type { RegistryPath } from '@mailtls/core';
import { getChildItem, type Invoker, PwshError, readRegistryValues, removeItem } from '@mailtls/pwsh-bridge';
import { readClock } from '../sources/machine-state.ts';
import { type Applied, applyChanges, isComplete, timeOf } from './apply-journal.ts';
import { currentValues, isValue, type ValueChange } from './change-value.ts';
import type { JournalEdit } from './journal.ts';
import { isUnchanged, type StoredJournal, updateJournal } from './journal-folder.ts';

/** A value that is put back: what is there now, and what was there before the repair. */
export interface Restoration extends ValueChange {
  readonly rule: string;
}

/** What undoing a repair comes to, as the machine shows it. */
export interface UndoPlan {
  /** The last written first. */
  readonly restorations: readonly Restoration[];
  /** Values that someone else has changed since. */
  readonly drifted: readonly Restoration[];
  /** Values that are there and cannot be read. */
  readonly unseen: readonly JournalEdit[];
}

/** Looks what is to be put back. Values that are as they were before are left out. */
export async function planUndo(on: Invoker, { journal }: StoredJournal): Promise<UndoPlan> {
  const edits = journal.edits.toReversed();
  const values = await currentValues(on, edits);
  const plan = { restorations: [] as Restoration[], drifted: [] as Restoration[], unseen: [] as JournalEdit[] };
  for (const [i, edit] of edits.entries()) {
    const { path, name, rule } = edit;
    const now = values[i];
    if (now === undefined || now === 'unknown') plan.unseen.push(edit);
    else if (!isValue(now, edit.from)) {
      const restoration = { path, name, rule, from: now, to: edit.from };
      (isValue(now, edit.to) ? plan.restorations : plan.drifted).push(restoration);
    }
  }
  return plan;
}

/** An undoing that was begun: what became of it, and its journal, which is `undone` when all is put back. */
export interface UndoneJournal {
  readonly applied: readonly Applied<Restoration>[];
  readonly stored: StoredJournal;
}

/**
 * Puts back what a repair changed, while the machine is locked: the values, then the keys that it made and that are empty.
 *
 * @param plan what is put back, the drifted values included. It was made before the lock, while another writer may have been at
 *   work on the same repair.
 * @returns `'drift'` where anything is not as planned; then nothing was written.
 * @throws what writing a journal throws; then no value was written, or all were.
 * @throws PwshError before the first write.
 */
export async function undoJournal(
  on: Invoker,
  journal: StoredJournal,
  plan: UndoPlan,
): Promise<UndoneJournal | 'drift'> {
  const isAsPlanned = (await isUnchanged(journal)) && isDeepStrictEqual(await planUndo(on, journal), plan);
  if (!isAsPlanned) return 'drift';
  const changes = [...plan.restorations, ...plan.drifted];
  const isWriting = changes.length > 0;
  const begunAt = isWriting ? await readClock(on) : journal.journal.changedAt;
  const stored = await updateJournal(journal, { status: 'undoing', changedAt: begunAt });
  const applied = await applyChanges(on, changes);
  if (!isComplete(applied) || !(await removeKeys(on, journal))) return { applied, stored };
  const changedAt = isWriting ? await timeOf(on) : begunAt;
  if (changedAt === null) return { applied, stored };
  return { applied, stored: await updateJournal(stored, { status: 'undone', changedAt }) };
}

/** @returns whether PowerShell went on to the end. */
async function removeKeys(on: Invoker, { journal }: StoredJournal): Promise<boolean> {
  try {
    for (const key of journal.createdKeys.toReversed()) await removeIfEmpty(on, key);
    return true;
  } catch (error) {
    if (error instanceof PwshError) return false;
    throw error;
  }
}

/** What has come into a key since it was made is someone's, and the key with it. */
async function removeIfEmpty(on: Invoker, key: RegistryPath): Promise<void> {
  const [reading] = await readRegistryValues(on, [{ path: key }]);
  if (reading?.state !== 'present' || reading.values.size > 0) return;
  try {
    if ((await getChildItem(on, key)).length > 0) return;
    await removeItem(on, key);
  } catch (error) {
    // An empty key that may not be removed means nothing to Windows; that it stays is no reason to call the rest undone.
    if (!(error instanceof PwshError) || error.reason !== 'access-denied') throw error;
  }
}
