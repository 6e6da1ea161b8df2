import type {
  Diagnosis,
  Drift,
  InputSummary,
  MachineReport,
  Match,
  PeerEvidence,
  ProbedVersion,
  ProbeFinding,
  Profile,
  RegistryEdit,
  RegistryValue,
  Rule,
  Scenario,
  Signature,
  SmtpProbe,
} from '@mailtls/core';

/** An input or a machine that could not be looked at, or was not written to. `reason` is a code, `message` says it in the reader's language. */
export interface Failure {
  readonly name: string;
  readonly reason: string;
  readonly message: string;
}

/** A machine, judged, with the name that it goes by in the report. */
export interface JudgedMachine {
  readonly name: string;
  readonly report: MachineReport;
  /** Parts of its sources that could not be understood, such as a broken line of a `.reg` file. */
  readonly problems: readonly SourceProblem[];
}

/** A part of a registry source that could not be understood, or so many further parts of it. */
export interface SourceProblem {
  readonly path: string;
  readonly line: number | null;
  readonly count: number;
  /** In the reader's language. */
  readonly message: string;
}

/** A write that is planned for a machine. */
export interface PlannedEdit extends RegistryEdit {
  readonly machine: string;
}

/** A write of a repair or of its undoing: `null` as `to` removes the value. */
export interface PlannedChange extends Omit<PlannedEdit, 'to' | 'rule'> {
  readonly to: RegistryValue | null;
  readonly rule: string;
}

/**
 * What became of a write: `written` and read back; `drift`, as the value had changed since the plan was made; `denied` by
 * Windows; `failed`; `lost`, as PowerShell ended meanwhile; `not-tried`, as another failed before it.
 */
export const outcomes = ['written', 'drift', 'denied', 'failed', 'lost', 'not-tried'] as const;
export type Outcome = (typeof outcomes)[number];

/** A write that was tried, or left out because another failed. */
export interface AppliedChange extends PlannedChange {
  readonly outcome: Outcome;
}

/** What was read of mail's evidence, and what follows from it. */
export interface EvidenceResult {
  readonly inputs: readonly InputSummary[];
  readonly failures: readonly Failure[];
  readonly matches: readonly Match[];
  /** How many matches were found beyond those listed. */
  readonly omittedMatches: number;
  /** How many entries of the evidence were outside the time that was asked about. */
  readonly leftOut: number;
  readonly diagnoses: readonly Diagnosis[];
  /** How many diagnoses were made beyond those listed. */
  readonly omittedDiagnoses: number;
  readonly peers: readonly PeerEvidence[];
}

/** What was seen of machines. */
export interface MachinesResult {
  readonly machines: readonly JudgedMachine[];
  readonly failures: readonly Failure[];
  /** In what they differ; left out where there are not several. */
  readonly drift?: Drift;
}

/** A server that was probed, and what that shows. */
export interface JudgedProbe {
  readonly probe: SmtpProbe;
  readonly findings: readonly ProbeFinding[];
}

/** What was seen of servers from outside. */
export interface ProbesResult {
  readonly probes: readonly JudgedProbe[];
  /** Each named `host:port`. */
  readonly failures: readonly Failure[];
  /** The versions that every server was expected to accept. */
  readonly expected: readonly ProbedVersion[];
}

/** Parts of the catalogue: as a list, or with all that there is to say of each. */
export interface EntriesResult {
  readonly rules: readonly Rule[];
  readonly signatures: readonly Signature[];
  readonly scenarios: readonly Scenario[];
  readonly detail: 'list' | 'full';
}

/** What `mailtls fix` would do about what was found, for a reader to go on with: text has it, JSON does not. */
export interface Remedy {
  readonly profile: Profile;
  /** How many values it would write. */
  readonly writes: number;
  /** Whether the machines were reached from here, so that the command needs them named. */
  readonly isFleet?: boolean;
  /** On how many servers other than the one that this runs on; 0 where the command can be run here. */
  readonly elsewhere: number;
}

/** The file that the repair of a machine is written down in. */
export interface MachineJournal {
  readonly machine: string;
  readonly path: string;
}

/** What a command found. A part that the command does not deal with is left out. */
export interface Result {
  readonly tool: { readonly name: string; readonly version: string };
  readonly catalogue: { readonly version: string };
  readonly evidence?: EvidenceResult;
  readonly machines?: MachinesResult;
  readonly probes?: ProbesResult;
  readonly plan?: readonly PlannedChange[];
  readonly remedy?: Remedy;
  readonly applied?: readonly AppliedChange[];
  /** The machines on which not all was written that was to be, and why; `reason` is the refusal's. */
  readonly refusals?: readonly Failure[];
  /** The file that the repair is written down in, where it is one. */
  readonly journal?: string;
  /** The files that repairs of several machines are written down in. */
  readonly journals?: readonly MachineJournal[];
  readonly entries?: EntriesResult;
}
