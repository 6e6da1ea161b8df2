import { defineSignature, type Signature } from './define-signature.ts';

/** No TCP connection came about: 10060 is "timed out", 10061 "refused". TLS never had its turn. */
export const winsockConnectionFailed: Signature = defineSignature({
  id: 'winsock-connection-failed',
  patterns: ['441 4.4.1 *Winsock error code: {10060|10061}'],
  places: ['ndr', 'queue'],
  priors: { network: 0.98 },
  references: ['protocol-logging'],
});
