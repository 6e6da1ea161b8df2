import { type Direction, isExchangeOnlineHost } from '../evidence-model.ts';
import { type Message, message } from '../format-message.ts';
import { judgeProbe, type ProbeFinding } from '../probe/judge-probe.ts';
import type { SmtpProbe } from '../probe/smtp-probe.ts';
import type { ProbeFindingId } from '../wording/en.ts';
import type { CauseScores } from './cause-scores.ts';
import type { EvidenceGroup } from './evidence-group.ts';

/** What a finding of a probe says of why mail to the server fails. */
type Weight = (scores: CauseScores, probe: SmtpProbe, direction: Direction | null) => void;

const WEIGHTS: Readonly<Partial<Record<ProbeFindingId, Weight>>> = {
  masked: (scores) => {
    scores.raiseTo('inspection-device', 0.9);
    scores.weaken('tls-version', 0.1);
  },
  'starttls-missing': noStarttls,
  'ehlo-refused': noStarttls,
  'only-old': (scores) => scores.raiseTo('tls-version', 0.9),
  'accepts-modern': (scores, { host }, direction) => {
    scores.weaken('starttls-not-offered', 0.2);
    // That Exchange Online accepts it is nothing new. Another server that does may still have a sender that does not offer it.
    if (direction === 'inbound') scores.weaken('tls-version', 0.1);
    else if (!isExchangeOnlineHost(host)) scores.weaken('tls-version', 0.5);
  },
  'no-version': (scores) => {
    scores.support('certificate', 0.3);
    scores.support('cipher-suite', 0.2);
    scores.support('inspection-device', 0.2);
    scores.weaken('tls-version', 0.3);
  },
  'certificate-expired': (scores) => scores.support('certificate', 0.4),
  'certificate-not-yet-valid': (scores) => scores.support('certificate', 0.4),
};

function noStarttls(scores: CauseScores, probe: SmtpProbe): void {
  // A device that masks the session is what hides STARTTLS, so then the device is the cause.
  scores.raiseTo('starttls-not-offered', shows(probe, 'masked') ? 0.5 : 0.9);
  scores.weaken('tls-version', 0.1);
}

/**
 * What a probe of the receiving server says. It is weighed last: what a server does counts for more than what is set there.
 *
 * @param isSuspected whether all else but the settings makes the TLS version possible.
 */
export function weighProbe(
  scores: CauseScores,
  { direction }: EvidenceGroup,
  probe: SmtpProbe | null,
  isSuspected: boolean,
): readonly Message[] {
  if (probe === null) return [];
  return judgeProbe(probe).flatMap((finding: ProbeFinding) => {
    const weigh = WEIGHTS[finding.id];
    if (weigh === undefined || (finding.id === 'only-old' && !isSuspected)) return [];
    weigh(scores, probe, direction);
    return [message('because.probe', { host: probe.host, day: probe.time.slice(0, 10), finding: finding.message })];
  });
}

/** Whether a probe found something. */
export function shows(probe: SmtpProbe | null, ...ids: readonly ProbeFindingId[]): boolean {
  return probe !== null && judgeProbe(probe).some(({ id }) => ids.includes(id));
}

/** Whether a probe by itself shows why mail to the server fails. */
export function showsFault(probe: SmtpProbe): boolean {
  return shows(probe, 'masked', 'starttls-missing', 'ehlo-refused', 'only-old');
}
