import type { Session } from '@mailtls/pwsh-bridge';
import type { Argv } from 'yargs';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Say } from '../wording/say.ts';

/** What a command is given beside its arguments. */
export interface CommandContext {
  readonly io: Io;
  readonly say: Say;
  /** The PowerShell that was started before the command line was read, for a command that will ask this machine. */
  readonly begun?: Promise<Session> | undefined;
}

/** A command: which options it has, and what it does, ending in an exit code. */
export interface Command<Options> {
  /** Declares the options, whose values `run` then gets. */
  options(yargs: Argv, say: Say): Argv;
  run(options: Options, context: CommandContext): Promise<ExitCode>;
}
