import { CauseScores, PROVED, type RatedCause, SUSPECTED } from './diagnose/cause-scores.ts';
import { type Evidence, type EvidenceGroup, groupEvidence, sizeOf } from './diagnose/evidence-group.ts';
import { NegotiatedVersions } from './diagnose/negotiated-versions.ts';
import { nextSteps } from './diagnose/next-steps.ts';
import { OtherEnds } from './diagnose/other-ends.ts';
import { Receivers } from './diagnose/receivers.ts';
import { otherServers, serversOf } from './diagnose/servers.ts';
import { weighRegistry, weighSessions, weighSignatures } from './diagnose/weigh-evidence.ts';
import { showsFault, weighProbe } from './diagnose/weigh-probe.ts';
import type { Severity } from './finding.ts';
import { type Message, message } from './format-message.ts';
import type { SmtpProbe } from './probe/smtp-probe.ts';

/** A confidence by its name: from 0.9, from 0.6, from 0.25, below that; `none` where no signature was found. */
export type Verdict = 'confirmed' | 'likely' | 'possible' | 'unlikely' | 'none';

/** Why mail with one other end fails, as far as the evidence goes. */
export interface Diagnosis extends RatedCause {
  readonly remote: string | null;
  readonly connector: string | null;
  readonly verdict: Verdict;
  /** The other causes, the likeliest first, save those that round to 0 %. */
  readonly rivals: readonly RatedCause[];
  readonly because: readonly Message[];
  /** What would settle the matter, or mend it, in order. */
  readonly next: readonly Message[];
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
 * Names the cause for each other end and connector whose mail fails, the surest first and among equals the most frequent. Signatures give the priors; what
 * the sessions show and the machine's registry move them. The figures are ours, not measured: `docs/diagnosis.md`.
 */
export function diagnose(evidence: Evidence): readonly Diagnosis[] {
  const { probes = [] } = evidence;
  const ends = new OtherEnds(evidence.matches, evidence.peers, probes);
  const versions = new NegotiatedVersions(evidence.peers, ends);
  const servers = serversOf([...evidence.matches, ...evidence.peers]);
  const receivers = new Receivers(probes, ends);
  const groups = groupEvidence(evidence, ends).map((group) => {
    return { group, receiver: receivers.of(group, evidence.machine?.facts.name ?? null) };
  });
  const joined = new Set(groups.map(({ receiver }) => receiver));
  const alone = receivers
    .all()
    .filter((receiver) => !joined.has(receiver) && showsFault(receiver))
    .map((receiver) => ({ group: groupOf(receiver, ends), receiver }));
  return [...groups, ...alone]
    .map(({ group, receiver }) => ({
      diagnosis: judge(group, receiver, versions, evidence, servers),
      size: sizeOf(group),
    }))
    .toSorted((a, b) => b.diagnosis.confidence - a.diagnosis.confidence || b.size - a.size)
    .map(({ diagnosis }) => diagnosis);
}

/** A group for a server of which nothing is known but a probe. */
function groupOf({ host }: SmtpProbe, ends: OtherEnds): EvidenceGroup {
  const nothing = { signatures: new Map(), peers: [], events: new Map() };
  return { end: ends.endOf(host), remote: host, connector: null, direction: 'outbound', ...nothing };
}

function judge(
  group: EvidenceGroup,
  receiver: SmtpProbe | null,
  versions: NegotiatedVersions,
  evidence: Evidence,
  servers: ReadonlySet<string>,
): Diagnosis {
  const ofGroup = serversOf([group]);
  const others = otherServers(evidence.machine, ofGroup.size > 0 ? ofGroup : servers);
  const machine = others === null ? evidence.machine : null;
  const scores = new CauseScores();
  const seen = [...weighSignatures(scores, group), ...weighSessions(scores, group, versions)];
  // Where the texts point elsewhere, an old server does not make them a question of its version.
  const isSuspected = scores.of('tls-version') >= SUSPECTED || seen.length === 0;
  const because = [
    ...seen,
    ...weighRegistry(scores, group, machine),
    ...weighProbe(scores, group, receiver, isSuspected),
    ...(others ?? []),
  ];
  const [top = { cause: 'unknown', confidence: 0 } as const, ...rest] = scores.ranked();
  const rivals = rest.filter(({ confidence }) => Math.round(confidence * 100) > 0);
  const { remote, connector } = group;
  const next = nextSteps(top, group, { ...evidence, machine }, versions, receiver);
  return { remote, connector, ...top, verdict: verdictOf(top.confidence), rivals, because, next };
}

/** A diagnosis in one line: the cause and how sure it is, or that what was found only carries an error that is not shown. */
export function wordDiagnosis({ cause, confidence, verdict }: Diagnosis): Message {
  if (verdict === 'none') return message('verdict.none');
  if (cause === 'unknown') return message('diagnosis.not-shown');
  const args = { cause: message(`cause.${cause}`), verdict: message(`verdict.${verdict}`) };
  return message('diagnosis.cause', { ...args, percent: Math.round(confidence * 100) });
}

/** How grave a cause is, by how sure it is. */
export const verdictSeverity: Readonly<Record<Verdict, Severity>> = {
  confirmed: 'error',
  likely: 'error',
  possible: 'warning',
  unlikely: 'info',
  none: 'info',
};

/** The name of a confidence. */
export function verdictOf(confidence: number): Verdict {
  if (confidence >= PROVED) return 'confirmed';
  if (confidence >= 0.6) return 'likely';
  return confidence >= SUSPECTED ? 'possible' : 'unlikely';
}
