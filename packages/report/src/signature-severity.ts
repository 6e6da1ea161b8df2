import { findSignature, type Severity, type SignatureId, verdictOf, verdictSeverity } from '@mailtls/core';

/** How grave an error text is by itself: by how sure it alone makes of a cause, as a diagnosis is. */
export function signatureSeverity(id: SignatureId): Severity {
  return verdictSeverity[verdictOf(Math.max(0, ...Object.values(findSignature(id).priors)))];
}
