import { defineSignature, type Signature } from './define-signature.ts';

export const tlsRateExceeded: Signature = defineSignature({
  id: 'tls-rate-exceeded',
  patterns: ['454 4.7.0 Cannot accept TLS as maximum TLS rate exceeded'],
  places: ['send-log', 'queue', 'ndr'],
  priors: { throttling: 0.98 },
  references: ['protocol-logging'],
});
