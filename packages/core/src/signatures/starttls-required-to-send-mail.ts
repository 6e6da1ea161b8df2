import { defineSignature, type Signature } from './define-signature.ts';

/** Exchange's demand for TLS, most often met by a program that never tried it. Inside Exchange Online's own error it weighs more. */
export const starttlsRequiredToSendMail: Signature = defineSignature({
  id: 'starttls-required-to-send-mail',
  patterns: ['451 5.7.3 STARTTLS is required to send mail'],
  places: ['send-log', 'receive-log', 'queue', 'ndr', 'smtp-client'],
  priors: {
    other: 0.5,
    'tls-version': 0.2,
    'starttls-not-offered': 0.15,
    certificate: 0.05,
    'inspection-device': 0.05,
  },
  settledIn: 'protocol-log',
  references: ['protocol-logging', 'tls-scenarios'],
});
