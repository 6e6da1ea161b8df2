import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { CertificateChain, ProbedCertificate } from '@mailtls/core';

/** More certificates than any chain has. */
const LONGEST = 10;

/** The certificates that a server showed; `null` where it showed none. Issuers that Node knows itself complete the chain. */
export function readChain(tls: TLSSocket, host: string): CertificateChain | null {
  const [own, ...issuers] = peerCertificates(tls);
  if (own === undefined) return null;
  const { authorizationError: objection } = tls;
  return {
    certificates: [describe(own), ...issuers.map(describe)],
    namesHost: (isIP(host) === 0 ? own.checkHost(host) : own.checkIP(host)) !== undefined,
    // The types of Node call it an error; it is the code of one.
    objection: objection ? String(objection) : null,
  };
}

function peerCertificates(tls: TLSSocket): readonly X509Certificate[] {
  const certificates: X509Certificate[] = [];
  const seen = new Set<string>();
  let peer: DetailedPeerCertificate | undefined = tls.getPeerCertificate(true);
  while (peer?.raw && certificates.length < LONGEST && !seen.has(peer.fingerprint256)) {
    seen.add(peer.fingerprint256);
    certificates.push(new X509Certificate(peer.raw));
    // The one that signed itself is its own issuer.
    peer = peer.issuerCertificate;
  }
  return certificates;
}

function describe(certificate: X509Certificate): ProbedCertificate {
  const { subject, issuer, validFrom, validTo, subjectAltName, serialNumber, fingerprint256 } = certificate;
  return {
    subject: inOneLine(subject),
    issuer: inOneLine(issuer),
    validFrom: isoTime(validFrom),
    validTo: isoTime(validTo),
    names: namesOf(subjectAltName ?? ''),
    serialNumber,
    fingerprint: fingerprint256,
    ...keyOf(certificate),
  };
}

function keyOf(certificate: X509Certificate): Pick<ProbedCertificate, 'keyType' | 'keyBits'> {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
    return { keyType: asymmetricKeyType?.toUpperCase() ?? null, keyBits: asymmetricKeyDetails?.modulusLength ?? null };
  } catch {
    // A kind of key that OpenSSL does not know, or a broken one.
    return { keyType: null, keyBits: null };
  }
}

/** Each part of a distinguished name has a line of its own. */
function inOneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}

/** OpenSSL's form of a time. One that is none, as a hostile certificate may have it, stays as it is. */
function isoTime(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

/** Host names and addresses of OpenSSL's list, in which a name with a comma or a quote is quoted as JSON has it. */
export function namesOf(subjectAltName: string): readonly string[] {
  const entries = subjectAltName.matchAll(/(?:^|, )(?:DNS|IP Address):(?:"((?:[^"\\]|\\.)*)"|([^,]*))/g);
  return Array.from(entries, ([, quoted, plain]) => quoted ?? plain ?? '');
}
