import { defineSignature, type Signature } from './define-signature.ts';

/** Errors that only carry another one, which decides. Alone they say little, and their priors are what is left then. */
export const wrappedErrors: readonly Signature[] = [
  defineSignature({
    id: 'target-host-error',
    patterns: ['451 4.4.395 Target host responded with error', '451 4.4.397 Error communicating with target host'],
    places: ['queue', 'ndr', 'tracking-log'],
    priors: {},
    wrapper: true,
    references: ['protocol-logging', 'message-tracking'],
  }),
  defineSignature({
    id: 'primary-target-responded',
    patterns: ['451 4.4.0 Primary target IP address responded with'],
    places: ['queue', 'ndr', 'tracking-log'],
    priors: {},
    wrapper: true,
    references: ['protocol-logging', 'message-tracking'],
  }),
  defineSignature({
    id: 'queue-expired',
    patterns: ['550 4.4.7 QUEUE.Expired'],
    places: ['ndr', 'tracking-log'],
    priors: { network: 0.4, dns: 0.2, other: 0.2, 'tls-version': 0.05 },
    wrapper: true,
    references: ['queue-expired', 'message-tracking'],
  }),
];
