import { CauseScores } from './diagnose/cause-scores.ts';
import { type EvidenceGroup, failuresOf, groupEvidence } from './diagnose/evidence-group.ts';
import { nextSteps } from './diagnose/next-steps.ts';
import { weighRegistry, weighSessions, weighSignatures } from './diagnose/weigh-evidence.ts';
import type { MachineReport } from './evaluate.ts';
import type { InputKind, Match, PeerEvidence } from './evidence-model.ts';
import type { Message } from './format-message.ts';
import type { Cause } from './signatures/define-signature.ts';

/** A confidence by its name: from 0.9, from 0.6, from 0.25, below that; `none` where no signature was found. */
export type Verdict = 'confirmed' | 'likely' | 'possible' | 'unlikely' | 'none';

/** A cause with the confidence, from 0 to 1, that it is the one. The confidences of several causes need not add up to 1. */
export interface RatedCause {
  readonly cause: Cause;
  readonly confidence: number;
}

/** Why mail with one other end fails, as far as the evidence goes. */
export interface Diagnosis extends RatedCause {
  readonly remote: string | null;
  readonly connector: string | null;
  readonly verdict: Verdict;
  /** The other causes, the likeliest first. */
  readonly rivals: readonly RatedCause[];
  readonly because: readonly Message[];
  /** What would settle the matter, or mend it, in order. */
  readonly next: readonly Message[];
}

/** All that there is to judge by. */
export interface Evidence {
  readonly matches: readonly Match[];
  readonly peers: readonly PeerEvidence[];
  /** The kinds of input that were read, whether or not they held a match. */
  readonly kinds: ReadonlySet<InputKind>;
  /** The server that the evidence comes from, judged by the rules of the profile `exchange`. */
  readonly machine: MachineReport | null;
}

/** The diagnosis where nothing was found. */
export const nothingFound: Diagnosis = {
  remote: null,
  connector: null,
  cause: 'unknown',
  confidence: 0,
  verdict: 'none',
  rivals: [],
  because: [],
  next: [],
};

/**
 * Names the cause for each other end and connector whose mail fails, the weightiest first. Signatures give the priors; what
 * the sessions show and the machine's registry move them. The figures are ours, not measured: `docs/diagnosis.md`.
 */
export function diagnose(evidence: Evidence): readonly Diagnosis[] {
  return groupEvidence(evidence)
    .map((group) => ({ group, diagnosis: judge(group, evidence) }))
    .toSorted((a, b) => weight(b) - weight(a))
    .map(({ diagnosis }) => diagnosis);
}

function weight({ group, diagnosis }: { group: EvidenceGroup; diagnosis: Diagnosis }): number {
  return diagnosis.confidence * Math.log2(1 + group.matches.length + failuresOf(group.peers));
}

function judge(group: EvidenceGroup, evidence: Evidence): Diagnosis {
  const scores = new CauseScores();
  const because = [
    ...weighSignatures(scores, group),
    ...weighSessions(scores, group, evidence.peers),
    ...weighRegistry(scores, group, evidence.machine),
  ];
  const [top = { cause: 'unknown', confidence: 0 } as const, ...rivals] = scores.ranked();
  const { remote, connector } = group;
  const next = nextSteps(top, group, evidence);
  return { remote, connector, ...top, verdict: verdictOf(top.confidence), rivals, because, next };
}

/** The name of a confidence. */
export function verdictOf(confidence: number): Verdict {
  if (confidence >= 0.9) return 'confirmed';
  if (confidence >= 0.6) return 'likely';
  return confidence >= 0.25 ? 'possible' : 'unlikely';
}
