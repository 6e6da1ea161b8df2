import type { Direction } from '../evidence-model.ts';
import { type Message, message } from '../format-message.ts';
import type { SmtpProbe } from '../probe/smtp-probe.ts';
import type { Place, Signature } from '../signatures/define-signature.ts';
import { findSignature } from '../signatures/index.ts';
import type { RuleId } from '../wording/en.ts';
import { PROVED, type RatedCause, SUSPECTED } from './cause-scores.ts';
import { type Evidence, type EvidenceGroup, unusedOffers } from './evidence-group.ts';
import type { NegotiatedVersions } from './negotiated-versions.ts';
import { tls12States } from './tls12-states.ts';
import { shows } from './weigh-probe.ts';

const LOGS = '%ExchangeInstallPath%TransportRoles\\Logs';

/**
 * What would settle a diagnosis, or mend what it found, in the order in which an admin would do it. A cause that is only
 * unlikely is not mended, and evidence that was read is not asked for.
 */
export function nextSteps(
  top: RatedCause,
  group: EvidenceGroup,
  evidence: Evidence,
  versions: NegotiatedVersions,
  receiver: SmtpProbe | null = null,
): readonly Message[] {
  const isPossible = top.confidence >= SUSPECTED;
  const fix = isPossible ? fixSteps(top, group, evidence, receiver) : [];
  const wasRead = {
    'protocol-log': isLogRead(group, evidence.kinds, versions),
    'event-log': evidence.kinds.has('event-log'),
    registry: fix.length > 0 && evidence.machine !== null,
  };
  return [
    ...proofSteps(group, receiver),
    ...fix,
    ...loggingSteps(group, evidence),
    ...(isPossible ? causeSteps(top) : []),
    ...(unusedOffers(group.peers) > 0 ? [message('next.starttls-unused')] : []),
    ...settleSteps(top, group, wasRead),
  ];
}

const BUILD_RULES: readonly RuleId[] = ['windows-build-tls12', 'exchange-build-tls12'];
const SCHANNEL_RULES: readonly RuleId[] = ['schannel-tls12-client', 'schannel-tls12-server'];

/** Where the server that failed to receive accepts what is needed now, only newer attempts tell whether that was all. */
function proofSteps({ direction }: EvidenceGroup, receiver: SmtpProbe | null): readonly Message[] {
  if (receiver === null || direction !== 'inbound' || !shows(receiver, 'accepts-modern')) return [];
  return [message('next.see-again', { host: receiver.host, time: receiver.time })];
}

/** What is proved to be wrong comes first, and the updates that may be missing after it. */
function fixSteps(
  { cause }: RatedCause,
  { direction }: EvidenceGroup,
  { machine }: Evidence,
  receiver: SmtpProbe | null,
): readonly Message[] {
  if (cause !== 'tls-version') return [];
  if (receiver !== null && direction !== 'inbound' && shows(receiver, 'only-old')) {
    return [message('next.enable-at-other', { host: receiver.host })];
  }
  if (machine === null) return [message('next.check-registry')];
  const { facts, findings } = machine;
  const updates = findings
    .filter(({ rule, seen }) => seen && BUILD_RULES.includes(rule))
    .map((finding) => finding.message);
  if (tls12States(machine, direction).every(({ effective }) => effective === 'enabled')) {
    return [...updates, message(receiver === null ? 'next.restart-or-probe' : 'next.restart-since')];
  }
  // Where Windows does not have TLS 1.2 at all there is nothing to write.
  const isMendable = findings.some(({ rule, edit }) => edit !== null && SCHANNEL_RULES.includes(rule));
  return isMendable ? [message('next.fix', { machine: facts.name ?? '?' }), ...updates] : updates;
}

/**
 * Protocol logging is off by default on most connectors, so where no log of the side in question was given, have one. A text
 * that stands in protocol logs alone shows that it is on.
 */
function loggingSteps({ signatures, direction, connector }: EvidenceGroup, { kinds }: Evidence): readonly Message[] {
  const metIn = new Set([...signatures.keys()].flatMap((id) => findSignature(id).places));
  const wasMet = (...places: readonly Place[]): boolean => places.some((place) => metIn.has(place));
  if (![...metIn].some((place) => place !== 'send-log' && place !== 'receive-log')) return [];
  const steps: Message[] = [];
  if (direction === 'outbound' || (direction === null && wasMet('ndr', 'queue'))) {
    if (!kinds.has('smtp-send-log')) steps.push(loggingStep('outbound', connector));
  }
  if (direction === 'inbound' || (direction === null && wasMet('receive-log'))) {
    // Where the direction is unknown, a connector's name is that of a queue.
    if (!kinds.has('smtp-receive-log')) steps.push(loggingStep('inbound', direction === null ? null : connector));
  }
  return steps;
}

function loggingStep(side: Direction, connector: string | null): Message {
  const noun = side === 'outbound' ? 'SendConnector' : 'ReceiveConnector';
  const folder = side === 'outbound' ? 'SmtpSend' : 'SmtpReceive';
  const role = side === 'outbound' ? 'Hub' : 'FrontEnd';
  // A connector's name comes from the evidence, and this line is made to be pasted: only a harmless one is put in.
  const command =
    connector !== null && /^[\p{L}\p{N}][\p{L}\p{N} .,_()\\-]{0,127}$/u.test(connector)
      ? `Set-${noun} -Identity '${connector}' -ProtocolLoggingLevel Verbose`
      : `Get-${noun} | Set-${noun} -ProtocolLoggingLevel Verbose`;
  return message(`next.log-${side}`, {
    command,
    folder: `${LOGS}\\${role}\\ProtocolLog\\${folder}`,
    oldFolder: `${LOGS}\\ProtocolLog\\${folder}`,
  });
}

function causeSteps({ cause }: RatedCause): readonly Message[] {
  if (cause === 'starttls-not-offered') return [message('next.starttls')];
  if (cause === 'inspection-device') return [message('next.masked')];
  if (cause === 'certificate') return [message('next.certificate')];
  return [];
}

/** What would settle each text, save what was read; in its place, short of a proof, what no log shows. */
function settleSteps(
  { confidence }: RatedCause,
  { signatures, events }: EvidenceGroup,
  wasRead: Readonly<Record<NonNullable<Signature['settledIn']>, boolean>>,
): readonly Message[] {
  const ids = [...new Set([...signatures.keys(), ...events.keys()])];
  const open = ids.filter((id) => {
    const { settledIn } = findSignature(id);
    return settledIn === undefined || !wasRead[settledIn];
  });
  const steps = open.map((id) => message(`signature.${id}.settle`));
  // Sessions that failed without a text are known from their log alone.
  const isLeft = open.length < ids.length || ids.length === 0;
  return isLeft && confidence < PROVED ? [...steps, message('next.capture')] : steps;
}

/** Whether a protocol log was read that holds sessions with the other end, in the direction of those that failed. */
function isLogRead({ end, direction }: EvidenceGroup, kinds: Evidence['kinds'], versions: NegotiatedVersions): boolean {
  return (
    (direction !== 'inbound' && kinds.has('smtp-send-log') && versions.with(end, 'outbound').sessions > 0) ||
    (direction !== 'outbound' && kinds.has('smtp-receive-log') && versions.with(end, 'inbound').sessions > 0)
  );
}
