export type { Journal, JournalEdit, JournalStatus } from './apply/journal.ts';
export {
  defaultJournalFolder,
  JournalFolder,
  type MachineJournals,
  openDefaultJournals,
  readJournal,
  type StoredJournal,
} from './apply/journal-folder.ts';
export { CliError, type CliErrorReason } from './cli-error.ts';
export type { ComparedFile, FileState, FolderContent } from './generate/compare-folder.ts';
export { type DiagnoseRequest, diagnoseFiles } from './operations/diagnose-files.ts';
export { type FixRequest, fixMachine } from './operations/fix-machine.ts';
export { type Generated, type GenerateRequest, generateFolder } from './operations/generate-folder.ts';
export { type JudgeRequest, judgeMachines } from './operations/judge-machines.ts';
export { type CatalogueEntries, catalogue, lookUp } from './operations/look-up.ts';
export { type ProbedResult, type ProbeRequest, probeServers } from './operations/probe-servers.ts';
export { type UndoRequest, undoFix } from './operations/undo-fix.ts';
export type { Refusal, Written } from './operations/written.ts';
export { type ProbeTarget, parseProbeTarget } from './probe/probe-target.ts';
export type { EvidenceFile } from './sources/evidence-files.ts';
export { type LiveMachine, readLiveMachine } from './sources/live-machine.ts';
export type { MachineSource } from './sources/machine-sources.ts';
export { type Say, sayIn } from './wording/say.ts';
