import { defineSignature, type Signature } from './define-signature.ts';

/** Event 36871. Up to Server 2012 R2 the text says "an SSL" where it later says "a TLS". */
export const schannelCredentialFailed: Signature = defineSignature({
  id: 'schannel-credential-failed',
  patterns: [
    'A fatal error occurred while creating {a TLS|an SSL} {client|server} credential. The internal error state is 10013',
  ],
  places: ['event-log'],
  priors: { 'tls-version': 0.7, certificate: 0.2, other: 0.1 },
  references: ['tls-off-in-windows', 'schannel-events', 'schannel-registry'],
});
