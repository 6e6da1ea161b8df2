import { compareBuilds } from '../build-number.ts';
import type { MachineReport } from '../evaluate.ts';
import { type Match, type PeerEvidence, type TlsVersion, tlsVersions } from '../evidence-model.ts';
import { type Message, message } from '../format-message.ts';
import type { Role } from '../registry/windows-defaults.ts';
import type { Cause } from '../signatures/define-signature.ts';
import { findSignature } from '../signatures/index.ts';
import type { SignatureId } from '../wording/en.ts';
import type { CauseScores } from './cause-scores.ts';
import { type EvidenceGroup, failuresOf } from './evidence-group.ts';

/** What a signature says, once: a thousand lines of one text are one piece of evidence, not a thousand. */
export function weighSignatures(scores: CauseScores, { matches, machineWide }: EvidenceGroup): readonly Message[] {
  const because: Message[] = [];
  for (const [list, id] of [
    [matches, 'because.signature'],
    [machineWide, 'because.machine-event'],
  ] as const) {
    for (const [signature, count] of countBySignature(list)) {
      for (const [cause, prior] of Object.entries(findSignature(signature).priors))
        scores.support(cause as Cause, prior);
      because.push(message(id, { title: message(`signature.${signature}.title`), count }));
    }
  }
  return because;
}

function countBySignature(matches: readonly Match[]): ReadonlyMap<SignatureId, number> {
  const counts = new Map<SignatureId, number>();
  for (const { signature } of matches) counts.set(signature, (counts.get(signature) ?? 0) + 1);
  return counts;
}

/** What the sessions with the other end show, and those with all others. */
export function weighSessions(
  scores: CauseScores,
  group: EvidenceGroup,
  all: readonly PeerEvidence[],
): readonly Message[] {
  const because: Message[] = [];
  const failed = failuresOf(group.peers);
  const count = (what: keyof PeerEvidence['failures']): number =>
    group.peers.reduce((sum, { failures }) => sum + failures[what], 0);
  /** Only what is seen in most of the failures explains them. */
  const inMost = (n: number): boolean => n > 0 && n * 2 >= failed;

  const ended = count('endedAfterStarttls');
  if (inMost(ended)) {
    scores.support('tls-version', 0.2);
    scores.support('inspection-device', 0.1);
    scores.support('network', 0.1);
    because.push(message('because.ended-after-starttls', { count: ended }));
  }
  const masked = count('masked');
  if (inMost(masked)) {
    scores.raiseTo('inspection-device', 0.9);
    scores.weaken('tls-version', 0.1);
    because.push(message('because.masked', { count: masked }));
  }
  const notOffered = count('starttlsNotOffered');
  if (inMost(notOffered)) {
    // A device that masks the session is what hides STARTTLS, so then the device is the cause.
    scores.raiseTo('starttls-not-offered', inMost(masked) ? 0.5 : 0.9);
    scores.weaken('tls-version', 0.1);
    because.push(message('because.starttls-not-offered', { count: notOffered }));
  }
  const certificate = count('certificate');
  if (inMost(certificate)) {
    scores.support('certificate', 0.6);
    scores.weaken('tls-version', 0.1);
    because.push(message('because.certificate', { count: certificate }));
  }
  return [...because, ...weighVersions(scores, group, all, ended)];
}

/** A logged TLS 1.0 handshake convicts nobody: it says what one pair agreed on, and only raises a suspicion that is there. */
function weighVersions(
  scores: CauseScores,
  group: EvidenceGroup,
  all: readonly PeerEvidence[],
  endedAfterStarttls: number,
): readonly Message[] {
  const sameRemote = group.remote === null ? [] : all.filter(({ remote }) => remote === group.remote);
  const modern = sameRemote.reduce(
    (sum, { negotiated }) => sum + (negotiated.TLS1_2 ?? 0) + (negotiated.TLS1_3 ?? 0),
    0,
  );
  if (modern > 0) {
    scores.weaken('tls-version', 0.1);
    return [message('because.tls12-success', { count: modern })];
  }
  const sameDirection = all.filter(({ direction }) => direction === (group.direction ?? 'outbound'));
  const version = newestVersion(sameDirection);
  if (version === null || tlsVersions.indexOf(version) >= tlsVersions.indexOf('TLS1_2')) return [];
  const readable = version.replace('_', '.').replace(/(?<=[A-Z])(?=\d)/, ' ');
  if (endedAfterStarttls > 0 && group.peers.some(({ exchangeOnline }) => exchangeOnline)) {
    scores.raiseTo('tls-version', 0.9);
    return [message('because.online-died', { count: endedAfterStarttls, version: readable })];
  }
  if (scores.of('tls-version') < POSSIBLE) return [];
  scores.support('tls-version', 0.3);
  return [message('because.tops-out-old', { version: readable })];
}

function newestVersion(peers: readonly PeerEvidence[]): TlsVersion | null {
  return tlsVersions.findLast((version) => peers.some(({ negotiated }) => (negotiated[version] ?? 0) > 0)) ?? null;
}

/** Below this the texts point elsewhere, and no registry makes a missing certificate a question of the TLS version. */
const POSSIBLE = 0.25;

/** What the registry of the server says: in the role that it had in the failed connections. */
export function weighRegistry(
  scores: CauseScores,
  group: EvidenceGroup,
  machine: MachineReport | null,
): readonly Message[] {
  if (machine === null) return [];
  const role: Role = group.direction === 'inbound' ? 'server' : 'client';
  const state =
    machine.protocols.find((one) => one.protocol === 'TLS 1.2' && one.role === role)?.effective ?? 'unknown';
  const args = { machine: machine.facts.name ?? '?', role: message(`role.${role}`) };
  if (state === 'unknown') return [];
  if (state !== 'enabled') {
    if (scores.of('tls-version') < POSSIBLE) return [];
    scores.raiseTo('tls-version', 0.95);
    return [message('because.registry-off', { ...args, state: message(`state.${state}`) })];
  }
  if (machine.facts.restart === 'needed') return [message('because.restart-needed', { machine: args.machine })];
  const supported = isSupported(machine);
  scores.weaken('tls-version', supported ? 0.2 : 0.4);
  return [message(supported ? 'because.registry-on' : 'because.registry-on-alone', args)];
}

function isSupported({ facts, findings }: MachineReport): boolean {
  const modernWindows = facts.windows !== null && compareBuilds(facts.windows.build, '6.2.9200') >= 0;
  const doubts = findings.some(
    ({ rule, severity }) => severity !== 'info' && (rule.startsWith('dotnet4-') || rule === 'exchange-build-tls12'),
  );
  return modernWindows && typeof facts.exchange === 'object' && !doubts;
}
