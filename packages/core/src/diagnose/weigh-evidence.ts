import { compareBuilds } from '../build-number.ts';
import type { MachineReport } from '../evaluate.ts';
import { type PeerEvidence, tlsVersionName } from '../evidence-model.ts';
import { type Message, message } from '../format-message.ts';
import type { Cause } from '../signatures/define-signature.ts';
import { findSignature } from '../signatures/index.ts';
import { type CauseScores, PROVED, SUSPECTED } from './cause-scores.ts';
import { type EvidenceGroup, shownByMost, unusedOffers } from './evidence-group.ts';
import { isModern, type NegotiatedVersions } from './negotiated-versions.ts';
import { tls12States } from './tls12-states.ts';

/** What a signature says, once: a thousand lines of one text are one piece of evidence, not a thousand. */
export function weighSignatures(scores: CauseScores, { signatures, events }: EvidenceGroup): readonly Message[] {
  const because: Message[] = [];
  for (const [counts, id] of [
    [signatures, 'because.signature'],
    [events, 'because.machine-event'],
  ] as const) {
    for (const [signature, count] of counts) {
      const { priors, names } = findSignature(signature);
      for (const [cause, prior] of Object.entries(priors) as [Cause, number][]) {
        scores.support(cause, prior);
        if (prior >= PROVED || cause === names) scores.state(cause);
      }
      because.push(message(id, { title: message(`signature.${signature}.title`), count }));
    }
  }
  return because;
}

/** What the sessions with the other end show, and those with all others. */
export function weighSessions(
  scores: CauseScores,
  group: EvidenceGroup,
  versions: NegotiatedVersions,
): readonly Message[] {
  const because: Message[] = [];
  const inMost = (what: keyof PeerEvidence['failures']): number => shownByMost(group.peers, what);

  const ended = inMost('endedAfterStarttls');
  if (ended > 0) {
    // Enough to be suspected, so that the registry can tell.
    scores.support('tls-version', SUSPECTED);
    scores.support('inspection-device', 0.1);
    scores.support('network', 0.1);
    because.push(message('because.ended-after-starttls', { count: ended }));
  }
  const masked = inMost('masked');
  if (masked > 0) {
    scores.raiseTo('inspection-device', 0.9);
    scores.weaken('tls-version', 0.1);
    because.push(message('because.masked', { count: masked }));
  }
  const notOffered = inMost('starttlsNotOffered');
  if (notOffered > 0) {
    // A device that masks the session is what hides STARTTLS, so then the device is the cause.
    scores.raiseTo('starttls-not-offered', masked > 0 ? 0.5 : 0.9);
    scores.weaken('tls-version', 0.1);
    because.push(message('because.starttls-not-offered', { count: notOffered }));
  }
  const unused = unusedOffers(group.peers);
  if (unused > 0) {
    scores.weaken('starttls-not-offered', 0);
    because.push(message('because.starttls-unused', { count: unused }));
  }
  const certificate = inMost('certificate');
  if (certificate > 0) {
    scores.support('certificate', 0.6);
    scores.weaken('tls-version', 0.1);
    because.push(message('because.certificate', { count: certificate }));
  }
  // A handshake that fails for its certificate ends right after STARTTLS too.
  const isExplained = masked + notOffered + certificate > 0;
  return [...because, ...weighVersions(scores, group, versions, isExplained ? 0 : ended)];
}

/** A logged TLS 1.0 handshake convicts nobody: it says what one pair agreed on, and only raises a suspicion that is there. */
function weighVersions(
  scores: CauseScores,
  { end, direction, peers }: EvidenceGroup,
  versions: NegotiatedVersions,
  unexplained: number,
): readonly Message[] {
  const side = direction ?? 'outbound';
  const { old, modern } = versions.with(end, side);
  if (modern > 0) {
    scores.weaken('tls-version', 0.1);
    return [message('because.tls12-success', { count: modern })];
  }
  const newest = versions.newest(side);
  if (newest === null || isModern(newest)) return [];
  const version = tlsVersionName(newest);
  if (unexplained > 0 && peers.some(({ exchangeOnline }) => exchangeOnline)) {
    scores.raiseTo('tls-version', 0.9);
    return [message('because.online-died', { count: unexplained, version })];
  }
  // A session that agreed on a version and failed later did not fail for the version.
  if (scores.of('tls-version') < SUSPECTED || (old > 0 && unexplained === 0)) return [];
  scores.support('tls-version', 0.3);
  return [message('because.tops-out-old', { version })];
}

/** What the registry of the server says: in the role that it had in the failed connections, or in both where that is unknown. */
export function weighRegistry(
  scores: CauseScores,
  { direction }: EvidenceGroup,
  machine: MachineReport | null,
): readonly Message[] {
  if (machine === null || scores.of('tls-version') === 0) return [];
  const states = tls12States(machine, direction);
  const name = machine.facts.name ?? '?';
  const off = states.find(({ effective }) => effective === 'disabled' || effective === 'disabled-by-default');
  if (off !== undefined) {
    // Where the texts point elsewhere, no registry makes a missing certificate a question of the TLS version.
    if (scores.of('tls-version') < SUSPECTED) return [];
    scores.raiseTo('tls-version', 0.95);
    const state = message(`state.${off.effective}`);
    return [message('because.registry-off', { machine: name, role: message(`role.${off.role}`), state })];
  }
  if (states.some(({ effective }) => effective === 'unknown')) return [];
  if (machine.facts.restart === 'needed') return [message('because.restart-needed', { machine: name })];
  const supported = isSupported(machine);
  scores.weaken('tls-version', supported ? 0.2 : 0.4);
  return states.map(({ role }) =>
    message(supported ? 'because.registry-on' : 'because.registry-on-alone', {
      machine: name,
      role: message(`role.${role}`),
    }),
  );
}

function isSupported({ facts, findings }: MachineReport): boolean {
  const modernWindows = facts.windows !== null && compareBuilds(facts.windows.build, '6.2.9200') >= 0;
  const doubts = findings.some(
    ({ rule, severity }) => severity !== 'info' && (rule.startsWith('dotnet4-') || rule === 'exchange-build-tls12'),
  );
  return modernWindows && typeof facts.exchange === 'object' && !doubts;
}
