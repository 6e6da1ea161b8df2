import { anchorsOf, type Signature } from '@mailtls/core';
import { AnchorScanner } from './anchor-scanner.ts';

/** What the rare texts that a line is searched for mean, as bits. */
export const tag = {
  /** It may hold an error signature. */
  signature: 0x1,
  certificateTrouble: 0x2,
  starttls: 0x4,
  /** It names a host of Outlook, perhaps one of Exchange Online. */
  outlook: 0x8,
  /** It says which TLS version was negotiated. */
  negotiated: 0x10,
} as const;

/** What Exchange writes of a certificate that is missing, cannot be used or was rejected (`TLS negotiation failed with error …`). */
const certificateTroubles = [
  'NoCredentials',
  'UnknownCredentials',
  'UntrustedRoot',
  'SubjectMismatch',
  'CertificateExpired',
  'Certificate validation fail',
];

/** A scanner for everything in a log that is rare, so that the lines without it cost nothing. */
export function createLogScanner(signatures: readonly Signature[]): AnchorScanner {
  return new AnchorScanner([
    ...anchorsOf(signatures).map((text) => ({ text: longestUnquoted(text), tag: tag.signature })),
    ...certificateTroubles.map((text) => ({ text, tag: tag.certificateTrouble })),
    { text: 'STARTTLS', tag: tag.starttls },
    { text: 'outlook.', tag: tag.outlook },
    { text: 'TLS protocol SP_PROT', tag: tag.negotiated },
  ]);
}

/** In a log, a quote within a field is doubled: what lies between is as it is. */
function longestUnquoted(text: string): string {
  return text.split('"').reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}
