import { defineSignature, type Signature } from './define-signature.ts';

/** Event 12014 of MSExchangeTransport or MSExchangeFrontEndTransport. Without a certificate the server offers no STARTTLS. */
export const transportNoStarttlsCertificate: Signature = defineSignature({
  id: 'transport-no-starttls-certificate',
  patterns: ['it is unable to support the STARTTLS SMTP verb for the connector'],
  places: ['event-log'],
  priors: { certificate: 0.98 },
  references: ['event-12014'],
});
