import type { PlainValue } from '@mailtls/clixml';
import type { InvokeResult } from './invoke-result.ts';
import { PwshError } from './pwsh-error.ts';

/** An exception of .NET: the name of its class, its text, and the one that it wraps. */
export interface PwshException {
  readonly type: string;
  readonly message: string;
  readonly inner: PwshException | null;
}

/** Where in which text an error arose. Lines and columns count from 1. */
export interface ErrorPosition {
  /** The file, `''` for text that came from no file. */
  readonly script: string;
  readonly line: number;
  readonly column: number;
  /** That line of the script. */
  readonly text: string;
}

/** What kind of failure an error record tells of. */
export type ErrorRecordReason =
  | 'constrained-language'
  | 'execution-policy-blocked'
  | 'access-denied'
  | 'item-not-found'
  | 'item-exists'
  | 'terminating-error';

/** PowerShell's ErrorRecord, with the names it has there. */
export interface ErrorRecord {
  /** What kind of failure it tells of, in any language; `terminating-error` is any other than those that are named. */
  readonly reason: ErrorRecordReason;
  /** In the language of the machine: to show, not to test. */
  readonly message: string;
  /** Such as `PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand`: the same in every language. */
  readonly fullyQualifiedErrorId: string;
  /** A member of .NET's `ErrorCategory`, such as `ObjectNotFound`. */
  readonly category: string;
  /** What was being done, mostly the cmdlet's name. */
  readonly activity: string;
  /** The name of the exception's class, without its namespace, or what a script said instead. */
  readonly categoryReason: string;
  readonly targetName: string;
  readonly targetType: string;
  /** What could not be worked on; `null` when the record does not say. */
  readonly targetObject: PlainValue;
  readonly exception: PwshException;
  readonly scriptStackTrace: string;
  /** `null` for an error that arose in no script, such as one of a command that was called by its name. */
  readonly position: ErrorPosition | null;
  /** The command that wrote it; `''` when a script did. */
  readonly command: string;
}

const DENIED_TYPES: ReadonlySet<string> = new Set([
  'System.UnauthorizedAccessException',
  'System.Security.SecurityException',
]);

/**
 * What kind of failure a record tells of, by what does not depend on the machine's language: the ids, categories and
 * exception classes in PowerShell's source.
 */
export function reasonOf({
  fullyQualifiedErrorId,
  category,
  exception,
}: Pick<ErrorRecord, 'fullyQualifiedErrorId' | 'category' | 'exception'>): ErrorRecordReason {
  if (fullyQualifiedErrorId.includes('ConstrainedLanguage')) return 'constrained-language';
  const types: string[] = [];
  for (let e: PwshException | null = exception; e !== null; e = e.inner) types.push(e.type);
  if (types.includes('System.Management.Automation.PSSecurityException')) return 'execution-policy-blocked';
  if (category === 'PermissionDenied' || types.some((type) => DENIED_TYPES.has(type))) return 'access-denied';
  if (fullyQualifiedErrorId.startsWith('PathNotFound,')) return 'item-not-found';
  if (category === 'ResourceExists') return 'item-exists';
  return 'terminating-error';
}

/** The error for a record that ended a script or command. */
export function toPwshError(record: ErrorRecord, result?: InvokeResult<unknown>): PwshError {
  const { message, category, fullyQualifiedErrorId, position, command } = record;
  const hints = [`${category}: ${fullyQualifiedErrorId}`];
  if (position !== null) hints.push(`line ${position.line}, column ${position.column}: ${position.text.trim()}`);
  else if (command !== '') hints.push(`in ${command}`);
  return new PwshError(record.reason, message, { record, hints, ...(result === undefined ? {} : { result }) });
}
