import { defineSignature, type Signature } from './define-signature.ts';

/** Event 2015 of MSExchangeTransport: a Send connector with RequireTLS found no way to have it. */
export const transportTlsRequired: Signature = defineSignature({
  id: 'transport-tls-required',
  patterns: [
    'connect to remote domain *The send connector requires {Transport Layer Security (TLS)|TLS} authentication, but is unable to establish TLS',
  ],
  places: ['event-log'],
  direction: 'outbound',
  priors: { 'tls-version': 0.4, certificate: 0.25, 'starttls-not-offered': 0.2, 'inspection-device': 0.1 },
  settledIn: 'protocol-log',
  references: ['event-2015', 'tls-scenarios'],
});
