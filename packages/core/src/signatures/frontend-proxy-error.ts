import { defineSignature, type Signature } from './define-signature.ts';

/** The frontend could not hand the session to a mailbox server. TLS between the two is only one of many reasons. */
export const frontendProxyError: Signature = defineSignature({
  id: 'frontend-proxy-error',
  patterns: ['451 4.7.0 Temporary server error. Please try again later. PRX#'],
  places: ['receive-log', 'send-log', 'queue', 'ndr'],
  priors: { dns: 0.5, other: 0.4, 'tls-version': 0.02 },
  references: ['protocol-logging'],
});
