export { CliError, type CliErrorReason } from './cli-error.ts';
export { type DiagnoseRequest, diagnoseFiles } from './operations/diagnose-files.ts';
export { type JudgeRequest, judgeMachines } from './operations/judge-machines.ts';
export { type CatalogueEntries, catalogue, lookUp } from './operations/look-up.ts';
export type { EvidenceFile } from './sources/evidence-files.ts';
export type { MachineSource } from './sources/machine-sources.ts';
