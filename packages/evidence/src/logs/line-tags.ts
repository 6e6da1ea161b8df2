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
  /** It says that TLS came to nothing. */
  tlsFailed: 0x20,
} as const;

/** What the protocol logs of Exchange say of a handshake that failed, and of one whose certificate was then rejected. */
const tlsFailures = ['TLS negotiation failed with error', 'TLS authentication failed'];

/** What Exchange writes of a certificate that is missing, cannot be used or was rejected. */
const certificateTroubles = [
  'TLS authentication failed',
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
    ...tlsFailures.map((text) => ({ text, tag: tag.tlsFailed })),
    // What other servers write comes in any case: keywords and host names.
    { text: 'STARTTLS', tag: tag.starttls, ignoreCase: true },
    { text: 'outlook.', tag: tag.outlook, ignoreCase: true },
    { text: 'TLS protocol ', tag: tag.negotiated },
  ]);
}

/** In a log, a quote within a field is doubled: what lies between is as it is. */
function longestUnquoted(text: string): string {
  return text.split('"').reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}
