import type { ClixmlValue, PlainInput, PlainValue } from '@mailtls/clixml';
import type { InvokeResult } from './invoke-result.ts';

/** How long a call may take. */
export interface CallOptions {
  /**
   * Milliseconds that PowerShell may work on it; the time in the queue does not count. When they are over, the call rejects
   * with `timed-out` and the process is killed. Default: the session's.
   */
  readonly timeout?: number;
  /** Rejects the call with `aborted`. If PowerShell is already working on it, the process is killed. */
  readonly signal?: AbortSignal;
}

export interface InvokeOptions<T = PlainValue> extends CallOptions {
  /**
   * How many levels of properties of .NET objects are brought back; deeper ones are their text. Lists, dictionaries and
   * custom objects come whole at any depth. Default: 1, as over PowerShell remoting.
   */
  readonly depth?: number;
  /** Brings back only these properties of each object, as `Select-Object` does; `null` for one that it does not have. */
  readonly select?: readonly string[];
  /** Makes what you want of each object of the output, from its exact form. Default: `toPlain` of `@mailtls/clixml`. */
  readonly read?: (value: ClixmlValue) => T;
}

/** Arguments by the name of the parameter; those that are `undefined` are not given. */
export type NamedArguments = Readonly<Record<string, PlainInput | undefined>>;

/** What can run PowerShell: a session, or a pool of them. */
export interface Invoker {
  /**
   * Runs a script in a scope of its own: what it sets is gone when it ends, unless it sets it `$global:`.
   * @param args reach it as data, whatever is in them: by name where the script has `param($Name)`, as an array in `$args`
   * @throws {PwshError} when the script ends with an error, or is kept from its end
   */
  invoke<T = PlainValue>(
    script: string,
    args?: NamedArguments | readonly PlainInput[],
    options?: InvokeOptions<T>,
  ): Promise<InvokeResult<T>>;

  /**
   * Runs one command: `invokeCommand('Get-Item', { LiteralPath: '/tmp', Force: true })`.
   * @param name of a cmdlet, function, alias or program
   * @throws {PwshError} when the command ends with an error, or is kept from its end
   */
  invokeCommand<T = PlainValue>(
    name: string,
    parameters?: NamedArguments,
    options?: InvokeOptions<T>,
  ): Promise<InvokeResult<T>>;
}
