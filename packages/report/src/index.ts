export { inertText } from './inert-text.ts';
export { readableBytes } from './readable-bytes.ts';
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
export { schemaVersion, toJson } from './to-json.ts';
export { toText } from './to-text.ts';
