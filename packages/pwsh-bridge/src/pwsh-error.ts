import type { ErrorRecord } from './error-record.ts';
import type { InvokeResult } from './invoke-result.ts';

/**
 * Why a call, or a session, failed.
 *
 * | reason | meaning | the session afterwards |
 * |---|---|---|
 * | `not-found` | there is no PowerShell where it was looked for | – |
 * | `start-failed` | it is there and did not start, or ended while starting | – |
 * | `unreachable` | another machine could not be connected to, or has no PowerShell that takes connections | – |
 * | `constrained-language` | Constrained Language Mode (AppLocker, WDAC, JEA) forbids the session, or what a script did | usable, once open |
 * | `execution-policy-blocked` | the execution policy forbids a script file or module | usable |
 * | `access-denied` | the account may not do that, or not run the executable | usable, once open |
 * | `item-not-found` | a cmdlet was given the path of an item that is not there | usable |
 * | `item-exists` | a cmdlet was to make an item that is there | usable |
 * | `terminating-error` | the script or command ended with any other error | usable |
 * | `unserializable` | PowerShell could not write down what the script returned | usable |
 * | `invalid-argument` | an argument that cannot be sent, or that a typed cmdlet does not take | usable |
 * | `timed-out` | the call, or the start, took longer than its `timeout` | gone |
 * | `aborted` | its `AbortSignal` fired | gone if the call was running, else usable |
 * | `exited` | the PowerShell process ended | gone |
 * | `protocol` | PowerShell answered what no request loop writes | gone |
 * | `closed` | the session was closed, or was lost by an earlier call, which is the `cause` | gone |
 */
export type PwshErrorReason =
  | 'not-found'
  | 'start-failed'
  | 'unreachable'
  | 'constrained-language'
  | 'execution-policy-blocked'
  | 'access-denied'
  | 'item-not-found'
  | 'item-exists'
  | 'terminating-error'
  | 'unserializable'
  | 'invalid-argument'
  | 'timed-out'
  | 'aborted'
  | 'exited'
  | 'protocol'
  | 'closed';

export interface PwshErrorDetails {
  readonly cause?: unknown;
  /** Further lines of the long message. */
  readonly hints?: readonly string[];
  readonly record?: ErrorRecord;
  readonly result?: InvokeResult<unknown>;
  readonly exitCode?: number | null;
  readonly stderr?: string;
}

/** The one error of this package. Switch on its `reason`. */
export class PwshError extends Error {
  override readonly name = 'PwshError';
  readonly reason: PwshErrorReason;
  /** What happened, in one sentence. `message` goes on with where, and what can be done. */
  readonly shortMessage: string;
  /** PowerShell's own record, where an error of a script or a command is behind this one. */
  readonly record: ErrorRecord | undefined;
  /** What the script wrote to its streams before it ended with the error. */
  readonly result: InvokeResult<unknown> | undefined;
  /** Where the process ended: its exit code, `null` when a signal ended it. */
  readonly exitCode: number | null | undefined;
  /** Where the process ended: the last of what it wrote to standard error. */
  readonly stderr: string | undefined;

  constructor(reason: PwshErrorReason, shortMessage: string, details: PwshErrorDetails = {}) {
    const { cause, hints = [], record, result, exitCode, stderr } = details;
    super([shortMessage, ...hints].join('\n'), cause === undefined ? {} : { cause });
    this.reason = reason;
    this.shortMessage = shortMessage;
    this.record = record;
    this.result = result;
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
}
