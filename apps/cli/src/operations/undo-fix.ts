import { rulesOf } from '@mailtls/core';
import type { Invoker } from '@mailtls/pwsh-bridge';
import type { PlannedChange, Result } from '@mailtls/report';
import type { JournalFolder, StoredJournal } from '../apply/journal-folder.ts';
import { withTargetLock } from '../apply/target-lock.ts';
import { planUndo, type Restoration, type UndoPlan, undoJournal } from '../apply/undo-journal.ts';
import { CliError } from '../cli-error.ts';
import { type LiveMachine, readLiveMachine } from '../sources/live-machine.ts';
import type { Say } from '../wording/say.ts';
import { judgeMachines } from './judge-machines.ts';
import { lookAgain, notSeen, type Written } from './written.ts';

/** Which repair is undone. */
export interface UndoRequest {
  /** One session on the machine, not a pool: the lock is the session's. */
  readonly session: Invoker;
  readonly journals: JournalFolder;
  /** Words what is wrong with journals. */
  readonly say: Say;
  /** Default: the machine's newest that is not undone. */
  readonly journal?: StoredJournal;
  /** Whether values are put back too that someone else has changed since. */
  readonly force?: boolean;
  /** Is shown what is about to be written; nothing is unless it answers `true`. */
  readonly confirm: (plan: readonly PlannedChange[]) => Promise<boolean>;
}

/**
 * Puts back exactly what a repair changed, kinds and absent keys included, has it confirmed before, and judges the machine anew.
 * An undoing that was cut off is finished. The result has no journal where there is nothing to undo.
 *
 * @returns `null` where the session's machine is no Windows.
 * @throws PwshError; what writing a journal throws; CliError `unreadable` where a newer journal than the newest may be broken.
 */
export async function undoFix(request: UndoRequest): Promise<Written | null> {
  const { session, force = false, confirm } = request;
  const machine = await look(request);
  if (machine === null) return null;
  const stored = request.journal ?? newestOf(machine, request);
  if (stored === undefined || stored.journal.status === 'undone') {
    return { machine: machine.name, result: { ...judge(machine, stored), plan: [] }, refusal: null };
  }
  if (stored.journal.machine.toUpperCase() !== machine.name.toUpperCase()) {
    return { machine: machine.name, result: { ...judge(machine, stored), plan: [] }, refusal: 'other-machine' };
  }
  const lookAtValues = (): Promise<UndoPlan> => planUndo(session, stored);
  // Under the lock, as a writer that was killed may have left its PowerShell at its last write. A plan alone needs no rights.
  const planned = await (machine.state.isElevated ? withTargetLock(session, lookAtValues) : lookAtValues());
  if (planned === 'locked')
    return { machine: machine.name, result: { ...judge(machine, stored), plan: [] }, refusal: planned };
  const plan = [...planned.restorations, ...planned.drifted].map((change) => toChange(machine, change));
  const result: Result = { ...judge(machine, stored), plan, journal: stored.path };
  if (planned.unseen.length > 0) return { machine: machine.name, result, refusal: 'unseen' };
  if (planned.drifted.length > 0 && !force) return { machine: machine.name, result, refusal: 'drift' };
  if (!machine.state.isElevated) return { machine: machine.name, result, refusal: 'not-elevated' };
  if (plan.length > 0 && !(await confirm(plan))) return { machine: machine.name, result, refusal: 'declined' };

  const undone = await withTargetLock(session, () => undoJournal(session, stored, planned));
  if (typeof undone === 'string') return { machine: machine.name, result, refusal: undone };
  const applied = undone.applied.map(({ change, outcome }) => ({ ...toChange(machine, change), outcome }));
  const isDone = undone.stored.journal.status === 'undone';
  const now = await lookAgain(() => look(request));
  const judgedNow = now ? judge(now, stored) : notSeen;
  return {
    machine: machine.name,
    result: { ...result, ...judgedNow, plan, applied },
    refusal: isDone ? null : 'write-failed',
  };
}

/** The newest repair that is not undone. What cannot be read could be a newer one. */
function newestOf({ journals, broken }: LiveMachine, { say }: UndoRequest): StoredJournal | undefined {
  const newest = journals.findLast(({ journal }) => journal.status !== 'undone');
  const newer = broken.find(({ path }) => newest === undefined || path > newest.path);
  if (newer === undefined) return newest;
  throw new CliError('unreadable', say('error.journal-broken', { path: newer.path, detail: newer.what }));
}

/** All rules, as the repair may have been of any profile. */
function look({ session, journals, say }: UndoRequest): Promise<LiveMachine | null> {
  return readLiveMachine(session, rulesOf('hardened'), journals, say);
}

/** By the profile of the repair, so that what it had mended shows again. */
function judge(machine: LiveMachine, stored: StoredJournal | undefined): Result {
  return judgeMachines({ machines: [machine], profile: stored?.journal.profile ?? 'mailflow' });
}

function toChange({ name }: LiveMachine, change: Restoration): PlannedChange {
  return { ...change, machine: name, fromSeen: true };
}
