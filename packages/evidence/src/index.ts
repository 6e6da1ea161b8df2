export { EvidenceError, type EvidenceErrorReason } from './evidence-error.ts';
export { defaultLimits, type EvidenceLimits } from './evidence-limits.ts';
export type { EvidenceSource } from './evidence-source.ts';
export { fileSource } from './file-source.ts';
export { type EvidenceResult, type ReadEvidenceOptions, readEvidence } from './read-evidence.ts';
