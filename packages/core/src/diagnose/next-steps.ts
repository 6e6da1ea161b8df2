import type { Evidence, RatedCause } from '../diagnose.ts';
import type { Direction } from '../evidence-model.ts';
import { type Message, message } from '../format-message.ts';
import { findSignature } from '../signatures/index.ts';
import type { EvidenceGroup } from './evidence-group.ts';

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

/** Protocol logging is off by default on most connectors, so where no such log was given, the step is to have one. */
function loggingSteps({ matches, direction }: EvidenceGroup, { kinds }: Evidence): readonly Message[] {
  if (kinds.has('smtp-send-log') || kinds.has('smtp-receive-log') || matches.length === 0) return [];
  const metIn = new Set(matches.flatMap(({ signature }) => findSignature(signature).places));
  const sides: Direction[] = [];
  if (direction !== 'inbound') sides.push('outbound');
  if (direction === 'inbound' || metIn.has('receive-log')) sides.push('inbound');
  const connector = matches.find((match) => match.connector !== null)?.connector ?? null;
  return sides.map((side) => loggingStep(side, direction === null || side === direction ? connector : null));
}

function loggingStep(side: Direction, connector: string | null): Message {
  const noun = side === 'outbound' ? 'SendConnector' : 'ReceiveConnector';
  const folder = side === 'outbound' ? 'SmtpSend' : 'SmtpReceive';
  const role = side === 'outbound' ? 'Hub' : 'FrontEnd';
  // A connector's name comes from the evidence, and this line is made to be pasted: only a harmless one is put in.
  const command =
    connector !== null && /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$/.test(connector)
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

function settleSteps({ matches, machineWide }: EvidenceGroup): readonly Message[] {
  const signatures = new Set([...matches, ...machineWide].map(({ signature }) => signature));
  return [...signatures].map((signature) => message(`signature.${signature}.settle`));
}
