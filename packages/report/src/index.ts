export { inertText } from './inert-text.ts';
export { isUnread } from './is-unread.ts';
export { probeName } from './probe-name.ts';
export { readableBytes } from './readable-bytes.ts';
export {
  type AppliedChange,
  type EntriesResult,
  type EvidenceResult,
  type Failure,
  type JudgedMachine,
  type JudgedProbe,
  type MachineJournal,
  type MachinesResult,
  type Outcome,
  outcomes,
  type PlannedChange,
  type PlannedEdit,
  type ProbesResult,
  type Remedy,
  type Result,
  type SourceProblem,
} from './result.ts';
export type { TextOptions } from './text/canvas.ts';
export { toCsv } from './to-csv.ts';
export { type HtmlOptions, toHtml } from './to-html.ts';
export { schemaVersion, toJson } from './to-json.ts';
export { toJunit } from './to-junit.ts';
export { toSarif } from './to-sarif.ts';
export { toText } from './to-text.ts';
