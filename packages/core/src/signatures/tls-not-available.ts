import { defineSignature, type Signature } from './define-signature.ts';

/** The answer to STARTTLS of a server that cannot do it at the moment; RFC 3207 gives it without the three-part code. */
export const tlsNotAvailable: Signature = defineSignature({
  id: 'tls-not-available',
  patterns: [
    '454 4.7.0 TLS not available due to {local problem|temporary reason}',
    '454 TLS not available due to {local problem|temporary reason}',
  ],
  places: ['send-log', 'queue', 'ndr', 'smtp-client'],
  priors: { certificate: 0.5, other: 0.3, 'tls-version': 0.15 },
  references: ['rfc3207'],
});
