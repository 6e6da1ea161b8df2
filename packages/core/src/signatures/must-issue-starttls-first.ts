import { defineSignature, type Signature } from './define-signature.ts';

/** The document's last text. It names the two protocol logs; a queue and an NDR hold it where the sender reports the reply. */
export const mustIssueStarttlsFirst: Signature = defineSignature({
  id: 'must-issue-starttls-first',
  patterns: ['451 5.7.3 Must issue a STARTTLS command first'],
  places: ['send-log', 'receive-log', 'queue', 'ndr'],
  priors: {
    'tls-version': 0.35,
    'starttls-not-offered': 0.25,
    certificate: 0.15,
    'inspection-device': 0.15,
  },
  settledIn: 'protocol-log',
  references: ['mc229914', 'protocol-logging', 'tls-guidance-1', 'tls-guidance-2', 'tls-scenarios'],
});
