import { anchorsOf, type Signature } from '@mailtls/core';
import type { Anchor } from './anchor-scanner.ts';

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
  /** It may hold words that a device in between masked. */
  masked: 0x40,
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

/** Everything in a log that is rare, so that the lines without it cost nothing. */
export function logAnchors(signatures: readonly Signature[]): readonly Anchor[] {
  return [
    ...anchorsOf(signatures).map((text) => ({ text: longestUnquoted(text), tag: tag.signature })),
    ...certificateTroubles.map((text) => ({ text, tag: tag.certificateTrouble })),
    ...tlsFailures.map((text) => ({ text, tag: tag.tlsFailed })),
    // What other servers write comes in any case: keywords and host names.
    { text: 'STARTTLS', tag: tag.starttls, ignoreCase: true },
    { text: 'outlook.', tag: tag.outlook, ignoreCase: true },
    { text: 'TLS protocol ', tag: tag.negotiated },
  ];
}

/** The same and one that is too short for a scanner that skips what it need not look at: without it, any line may be masked. */
export function tracerAnchors(signatures: readonly Signature[]): readonly Anchor[] {
  return [...logAnchors(signatures), { text: 'XXX', tag: tag.masked }];
}

/** In a log, a quote within a field is doubled: what lies between is as it is. */
function longestUnquoted(text: string): string {
  return text.split('"').reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}
