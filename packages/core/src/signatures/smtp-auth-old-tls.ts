import { defineSignature, type Signature } from './define-signature.ts';

/**
 * Exchange Online says in so many words that a program or device logged in with TLS 1.0 or 1.1. Of the second text only the
 * beginning is certain, so only that is looked for.
 */
export const smtpAuthOldTls: readonly Signature[] = [
  defineSignature({
    id: 'smtp-auth-old-tls',
    patterns: ['421 4.7.66 TLS 1.0 and 1.1 are not supported'],
    places: ['smtp-client'],
    priors: { 'tls-version': 0.99 },
    references: ['smtp-auth-tls', 'mc229914'],
  }),
  defineSignature({
    id: 'smtp-auth-old-tls-organization',
    patterns: ['5.7.67 TLS 1.0'],
    places: ['smtp-client'],
    priors: { 'tls-version': 0.97 },
    references: ['smtp-auth-tls'],
  }),
];
