import type { PlainValue } from '@mailtls/clixml';
import type { ErrorRecord } from './error-record.ts';

/** A record of the information stream, which `Write-Host` writes to as well. PowerShell 5.0 and newer. */
export interface InformationRecord {
  readonly message: string;
  readonly messageData: PlainValue;
  /** `PSHOST` marks what `Write-Host` wrote. */
  readonly tags: readonly string[];
  /** The script or command that wrote it. */
  readonly source: string;
  /** To the tick, as CLIXML has it: `toDate` of `@mailtls/clixml` makes a Date of it. */
  readonly timeGenerated: string;
}

/** A record of the progress stream. */
export interface ProgressRecord {
  readonly activity: string;
  readonly activityId: number;
  readonly parentActivityId: number;
  readonly statusDescription: string;
  readonly currentOperation: string | null;
  /** -1 for unknown. */
  readonly percentComplete: number;
  /** -1 for unknown. */
  readonly secondsRemaining: number;
  readonly recordType: 'Processing' | 'Completed';
}

/** What a script or command wrote to each of its streams, in the order in which it wrote to that stream. */
export interface InvokeResult<T = PlainValue> {
  /** Each object of the output stream. */
  readonly output: readonly T[];
  /** Errors that did not end the script. The one that does rejects the call instead. */
  readonly errors: readonly ErrorRecord[];
  readonly warnings: readonly string[];
  /** Empty unless the script asks for it, by `-Verbose` or `$VerbosePreference`. */
  readonly verbose: readonly string[];
  /** Empty unless the script asks for it, by `$DebugPreference = 'Continue'`. */
  readonly debug: readonly string[];
  readonly information: readonly InformationRecord[];
  readonly progress: readonly ProgressRecord[];
  /** What PowerShell itself says: an error was raised, even one that the script silenced. */
  readonly hadErrors: boolean;
}
