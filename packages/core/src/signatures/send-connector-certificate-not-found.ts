import { defineSignature, type Signature } from './define-signature.ts';

export const sendConnectorCertificateNotFound: Signature = defineSignature({
  id: 'send-connector-certificate-not-found',
  patterns: ['454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could not be found'],
  places: ['queue', 'send-log', 'tracking-log'],
  priors: { certificate: 0.98 },
  references: ['hybrid-certificates', 'no-credentials'],
});
