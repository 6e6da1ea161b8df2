import { tlsVersionName } from '../evidence-model.ts';
import type { Severity } from '../finding.ts';
import { type Message, message } from '../format-message.ts';
import type { ProbeFindingId } from '../wording/en.ts';
import { certificateFindings } from './judge-certificate.ts';
import {
  type HandshakeProbe,
  isMasked,
  offersStarttls,
  type ProbedVersion,
  probedVersions,
  type SmtpProbe,
  versionsThat,
} from './smtp-probe.ts';

/** Something that a probe shows of a server. */
export interface ProbeFinding {
  readonly id: ProbeFindingId;
  readonly severity: Severity;
  readonly message: Message;
}

/**
 * What a probe shows of a server: of the session, of the versions, of the certificate, in that order. Exchange Online, which takes
 * TLS 1.2 and newer, is the measure.
 */
export function judgeProbe(probe: SmtpProbe): readonly ProbeFinding[] {
  return [...sessionFindings(probe), ...versionFindings(probe), ...certificateFindings(probe)];
}

function sessionFindings(probe: SmtpProbe): readonly ProbeFinding[] {
  const { greeting, ehlo, handshakes } = probe;
  const findings: ProbeFinding[] = [];
  if (isMasked(probe)) findings.push(finding('error', 'masked', message('probe.masked')));
  if (ehlo === null)
    findings.push(finding('error', 'no-service', message('probe.no-service', { reply: say(greeting) })));
  else if (ehlo.code !== 250) {
    findings.push(finding('error', 'ehlo-refused', message('probe.ehlo-refused', { reply: say(ehlo) })));
  } else if (!offersStarttls(probe))
    findings.push(finding('error', 'starttls-missing', message('probe.starttls-missing')));
  const refused = handshakes.find(({ reason }) => reason === 'starttls-refused');
  if (refused) {
    findings.push(
      finding('error', 'starttls-refused', message('probe.starttls-refused', { reply: refused.detail ?? '' })),
    );
  }
  if (handshakes.some(({ reason }) => reason === 'text-before-tls')) {
    findings.push(finding('error', 'text-before-tls', message('probe.text-before-tls')));
  }
  return findings;
}

function versionFindings(probe: SmtpProbe): readonly ProbeFinding[] {
  const accepted = versionsThat(probe, 'accepted');
  const refused = versionsThat(probe, 'refused');
  const newest = accepted.at(-1);
  const findings: ProbeFinding[] = [];
  if (newest === undefined) {
    if (refused.length > 0) {
      findings.push(finding('error', 'no-version', message('probe.no-version', { versions: named(refused) })));
    }
  } else if (isModern(newest)) {
    findings.push(finding('info', 'accepts-modern', message('probe.accepts-modern', { versions: named(accepted) })));
  } else {
    const isCertain = probedVersions.filter(isModern).every((version) => refused.includes(version));
    findings.push(
      isCertain
        ? finding('error', 'only-old', message('probe.only-old', { version: tlsVersionName(newest) }))
        : finding('warning', 'seen-only-old', message('probe.seen-only-old', { version: tlsVersionName(newest) })),
    );
  }
  const closed = probe.handshakes.filter(({ reason }) => reason === 'not-here').map(({ version }) => version);
  if (closed.length > 0) {
    findings.push(finding('info', 'not-tried', message('probe.not-tried', { versions: named(closed) })));
  }
  const unclear = probe.handshakes
    .filter(({ outcome, reason }) => outcome === 'unknown' && reason !== 'starttls-refused')
    .map(({ version }) => version);
  if (unclear.length > 0) {
    findings.push(finding('warning', 'unclear', message('probe.unclear', { versions: named(unclear) })));
  }
  return findings;
}

/** The names of the alerts with which servers end a handshake (RFC 8446 §6, RFC 5246 §7.2). */
const ALERTS: Readonly<Record<number, string>> = {
  10: 'unexpected_message',
  20: 'bad_record_mac',
  40: 'handshake_failure',
  42: 'bad_certificate',
  47: 'illegal_parameter',
  50: 'decode_error',
  51: 'decrypt_error',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  86: 'inappropriate_fallback',
  112: 'unrecognized_name',
  116: 'certificate_required',
};

/** How a handshake ended, in words. */
export function wordHandshake({ reason, alert, detail: said }: HandshakeProbe): Message {
  const detail = said ?? '?';
  switch (reason) {
    case null:
      return message('handshake.accepted');
    case 'alert':
      return message('handshake.alert', { alert: `${alert ?? '?'} ${ALERTS[alert ?? -1] ?? ''}`.trim() });
    case 'not-here':
    case 'no-connection':
    case 'starttls-refused':
    case 'not-taken-here':
      return message(`handshake.${reason}`, { detail });
    default:
      return message(`handshake.${reason}`);
  }
}

/** Whether Exchange Online takes the version. */
function isModern(version: ProbedVersion): boolean {
  return version === 'TLS1_2' || version === 'TLS1_3';
}

function named(versions: readonly ProbedVersion[]): string {
  return versions.map(tlsVersionName).join(', ');
}

function say({ code, lines }: { readonly code: number; readonly lines: readonly string[] }): string {
  return `${code} ${lines[0] ?? ''}`.trim();
}

function finding(severity: Severity, id: ProbeFindingId, said: Message): ProbeFinding {
  return { id, severity, message: said };
}
