import { defineSignature, type Signature } from './define-signature.ts';

/** RFC 3207's own refusal, which any server may give: it shows a client without TLS, not one with an old version of it. */
export const mustIssueStarttlsFirst530: Signature = defineSignature({
  id: 'must-issue-starttls-first-530',
  patterns: ['530 5.7.0 Must issue a STARTTLS command first'],
  places: ['smtp-client', 'send-log', 'queue', 'ndr'],
  priors: { other: 0.9, 'tls-version': 0.03 },
  references: ['rfc3207'],
});
