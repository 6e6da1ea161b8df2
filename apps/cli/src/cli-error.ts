import { type ExitCode, exitCodes } from './exit-codes.ts';

/** Why a command could not do what it was asked. */
export type CliErrorReason =
  | 'usage'
  | 'unknown-id'
  | 'unexpected-catalogue'
  | 'unreadable'
  | 'unwritable'
  | 'untrusted'
  | 'no-powershell';

const EXIT_CODES: Readonly<Record<CliErrorReason, ExitCode>> = {
  usage: exitCodes.usage,
  'unknown-id': exitCodes.usage,
  'unexpected-catalogue': exitCodes.usage,
  unreadable: exitCodes.couldNotLook,
  'no-powershell': exitCodes.couldNotLook,
  unwritable: exitCodes.writeFailed,
  untrusted: exitCodes.writeFailed,
};

/** The failure of an operation or a command. Its message is worded for the person who called it. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly reason: CliErrorReason;

  constructor(reason: CliErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }

  /** The exit code that the failure ends the process with. */
  get exitCode(): ExitCode {
    return EXIT_CODES[this.reason];
  }
}
