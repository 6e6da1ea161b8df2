import { message } from '../format-message.ts';
import type { ProbeFinding } from './judge-probe.ts';
import type { SmtpProbe } from './smtp-probe.ts';

/** Objections of OpenSSL that say that nobody who is trusted stands behind the certificate, rather than what is wrong with it. */
const SELF_SIGNED: ReadonlySet<string> = new Set(['DEPTH_ZERO_SELF_SIGNED_CERT']);
/** Told by its dates, where they say which certificate it is and when. */
const DATED: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/** From fewer bits than these on an RSA key is too short for today's TLS libraries. */
const SHORTEST_RSA = 2048;

/** How many of the names of a certificate tell what it is for; the report lists more. */
const MOST_NAMES = 4;

/**
 * What is wrong with the certificates of a server. Only the dates are an error: whoever looks at a certificate at all refuses
 * those. Its names and its issuer are warnings, as mail servers that encrypt when they can do not look at them.
 */
export function certificateFindings({ chain, time, host }: SmtpProbe): readonly ProbeFinding[] {
  if (chain === null) return [];
  const findings: ProbeFinding[] = [];
  for (const { subject, validFrom, validTo } of chain.certificates) {
    if (validTo < time) {
      const said = message('probe.certificate-expired', { subject, date: validTo.slice(0, 10) });
      findings.push({ id: 'certificate-expired', severity: 'error', message: said });
    } else if (validFrom > time) {
      const said = message('probe.certificate-not-yet-valid', { subject, date: validFrom.slice(0, 10) });
      findings.push({ id: 'certificate-not-yet-valid', severity: 'error', message: said });
    }
  }
  const [own] = chain.certificates;
  if (!chain.namesHost) {
    const more = own.names.length > MOST_NAMES ? ', …' : '';
    const names = own.names.length > 0 ? `${own.names.slice(0, MOST_NAMES).join(', ')}${more}` : own.subject;
    const said = message('probe.certificate-name', { host, names });
    findings.push({ id: 'certificate-name', severity: 'warning', message: said });
  }
  if (chain.objection !== null && SELF_SIGNED.has(chain.objection)) {
    findings.push({
      id: 'certificate-self-signed',
      severity: 'warning',
      message: message('probe.certificate-self-signed'),
    });
  } else if (chain.objection !== null && !DATED.has(chain.objection)) {
    const said = message('probe.certificate-untrusted', { code: chain.objection });
    findings.push({ id: 'certificate-untrusted', severity: 'warning', message: said });
  }
  if (own.keyType === 'RSA' && own.keyBits !== null && own.keyBits < SHORTEST_RSA) {
    const said = message('probe.certificate-short-key', { bits: own.keyBits });
    findings.push({ id: 'certificate-short-key', severity: 'warning', message: said });
  }
  return findings;
}
