import type { Direction } from '../evidence-model.ts';
import { type Message, message } from '../format-message.ts';
import type { Place } from '../signatures/define-signature.ts';
import { findSignature } from '../signatures/index.ts';
import type { RatedCause } from './cause-scores.ts';
import type { Evidence, EvidenceGroup } from './evidence-group.ts';

const LOGS = '%ExchangeInstallPath%TransportRoles\\Logs';

/** What would settle a diagnosis, or mend what it found, in the order in which an admin would do it. */
export function nextSteps(top: RatedCause, group: EvidenceGroup, evidence: Evidence): readonly Message[] {
  return [...fixSteps(top, evidence), ...loggingSteps(group, evidence), ...causeSteps(top), ...settleSteps(group)];
}

function fixSteps({ cause }: RatedCause, { machine }: Evidence): readonly Message[] {
  if (cause !== 'tls-version') return [];
  if (machine === null) return [message('next.check-registry')];
  const states = machine.protocols.filter(({ protocol }) => protocol === 'TLS 1.2').map(({ effective }) => effective);
  return states.every((state) => state === 'enabled')
    ? [message('next.restart-or-probe')]
    : [message('next.fix', { machine: machine.facts.name ?? '?' })];
}

/** Protocol logging is off by default on most connectors, so where no log of the side in question was given, have one. */
function loggingSteps({ signatures, direction, connector }: EvidenceGroup, { kinds }: Evidence): readonly Message[] {
  if (signatures.size === 0) return [];
  const metIn = [...signatures.keys()].flatMap((id) => findSignature(id).places);
  const wasMet = (...places: readonly Place[]): boolean => places.some((place) => metIn.includes(place));
  const steps: Message[] = [];
  if (direction === 'outbound' || (direction === null && wasMet('ndr', 'queue', 'send-log'))) {
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

function settleSteps({ signatures, events }: EvidenceGroup): readonly Message[] {
  return [...new Set([...signatures.keys(), ...events.keys()])].map((id) => message(`signature.${id}.settle`));
}
