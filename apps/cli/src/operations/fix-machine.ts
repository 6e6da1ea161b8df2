import { type Profile, rulesOf, type WindowsRelease } from '@mailtls/core';
import type { Invoker } from '@mailtls/pwsh-bridge';
import type { PlannedChange, Result } from '@mailtls/report';
import { type AppliedJournal, beginJournal, continueJournal } from '../apply/apply-journal.ts';
import type { JournalFolder, StoredJournal } from '../apply/journal-folder.ts';
import { progressOf } from '../apply/journal-progress.ts';
import { withTargetLock } from '../apply/target-lock.ts';
import { type LiveMachine, readLiveMachine } from '../sources/live-machine.ts';
import { toLiveValue } from '../sources/live-value.ts';
import type { Say } from '../wording/say.ts';
import { type JudgedResult, judgeMachines } from './judge-machines.ts';
import { lookAgain, notSeen, type Refusal, type Written } from './written.ts';

/** Which machine is repaired, and how. */
export interface FixRequest {
  /** One session on the machine, not a pool: the lock is the session's. */
  readonly session: Invoker;
  readonly profile: Profile;
  readonly assumeOs?: WindowsRelease | null;
  /** Whether what is right only by a default of Windows is spelt out too. */
  readonly explicit?: boolean;
  readonly journals: JournalFolder;
  /** Words what is wrong with journals. */
  readonly say: Say;
  /** Is shown what is about to be written, and of which repair that was cut off it is the rest; nothing is unless it answers `true`. */
  readonly confirm: (plan: readonly PlannedChange[], cutOff?: StoredJournal) => Promise<boolean>;
}

/**
 * Repairs the machine of a session: plans, has it confirmed, journals, writes, reads back, and judges the machine anew. A repair
 * that was cut off is finished first. Never restarts anything.
 *
 * @returns `null` where the session's machine is no Windows.
 * @throws PwshError before anything is written; what writing a journal throws.
 */
export async function fixMachine(request: FixRequest): Promise<Written | null> {
  const machine = await look(request);
  if (machine === null) return null;
  const cutOff = machine.journals.findLast(({ journal }) => journal.status === 'applying');
  const finished = cutOff === undefined ? null : await finish(cutOff, machine, request);
  if (typeof finished === 'string')
    return { machine: machine.name, result: judge(machine, request), refusal: finished };
  if (finished !== null && !isApplied(finished)) {
    return {
      machine: machine.name,
      result: withApplied(judge(machine, request), machine, [finished]),
      refusal: 'write-failed',
    };
  }
  const now = finished === null ? machine : await look(request);
  return now && repair(now, request, finished === null ? [] : [finished]);
}

/** @param before the repairs that this run has finished already. */
async function repair(machine: LiveMachine, request: FixRequest, before: readonly AppliedJournal[]): Promise<Written> {
  const { session, profile, journals, confirm } = request;
  const judged = judge(machine, request);
  const { plan } = judged;
  const result = withApplied(judged, machine, before);
  if (plan.length === 0) return { machine: machine.name, result, refusal: null };
  const cannotBePutBack = plan.some(({ from, fromSeen }) => !fromSeen || (from !== null && toLiveValue(from) === null));
  if (cannotBePutBack) return { machine: machine.name, result, refusal: 'unseen' };
  if (!machine.state.isElevated) return { machine: machine.name, result, refusal: 'not-elevated' };
  if (!(await confirm(plan))) return { machine: machine.name, result, refusal: 'declined' };

  const edits = plan.map(({ path, name, from, to, rule }) => ({ path, name, from, to, rule }));
  const begun = await withTargetLock(session, () =>
    beginJournal(session, journals, { machine: machine.name, profile, edits }),
  );
  if (typeof begun === 'string') return { machine: machine.name, result, refusal: begun };
  const now = await lookAgain(() => look(request));
  const judgedNow = now ? judge(now, request) : notSeen;
  return {
    machine: machine.name,
    result: withApplied({ ...judgedNow, plan }, machine, [...before, begun]),
    refusal: isApplied(begun) ? null : 'write-failed',
  };
}

/** Finishes a repair that was begun and not ended. What was changed by someone else since stays as it is. */
async function finish(
  cutOff: StoredJournal,
  machine: LiveMachine,
  { session, confirm }: FixRequest,
): Promise<AppliedJournal | Refusal> {
  if (!machine.state.isElevated) return 'not-elevated';
  // Under the lock, as a writer that was killed may have left its PowerShell at its last write.
  const progress = await withTargetLock(session, () => progressOf(session, cutOff.journal));
  if (progress === 'locked') return progress;
  const { remaining } = progress;
  if (remaining.length > 0) {
    const plan = remaining.map((edit) => ({ ...edit, machine: machine.name, fromSeen: true }));
    if (!(await confirm(plan, cutOff))) return 'declined';
  }
  return withTargetLock(session, () => continueJournal(session, cutOff, progress));
}

function isApplied({ stored }: AppliedJournal): boolean {
  return stored.journal.status === 'applied';
}

function look({ session, profile, journals, say }: FixRequest): Promise<LiveMachine | null> {
  return readLiveMachine(session, rulesOf(profile), journals, say);
}

function judge(machine: LiveMachine, { profile, assumeOs = null, explicit = false }: FixRequest): JudgedResult {
  return judgeMachines({ machines: [machine], profile, assumeOs, explicit });
}

function withApplied(result: Result, { name }: LiveMachine, done: readonly AppliedJournal[]): Result {
  const newest = done.at(-1);
  if (newest === undefined) return result;
  return {
    ...result,
    applied: done.flatMap(({ applied }) =>
      applied.map(({ change, outcome }) => ({ ...change, machine: name, fromSeen: true, outcome })),
    ),
    journal: newest.stored.path,
  };
}
