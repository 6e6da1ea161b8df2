export { inertText } from './inert-text.ts';
export type {
  EntriesResult,
  EvidenceResult,
  Failure,
  JudgedMachine,
  MachinesResult,
  PlannedEdit,
  Result,
  SourceProblem,
} from './result.ts';
export type { TextOptions } from './text/canvas.ts';
export { readableBytes } from './text/evidence-text.ts';
export { schemaVersion, toJson } from './to-json.ts';
export { toText } from './to-text.ts';
