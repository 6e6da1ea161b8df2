import type { Argv } from 'yargs';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Say } from '../wording/say.ts';

/** What a command is given beside its arguments. */
export interface CommandContext {
  readonly io: Io;
  readonly say: Say;
}

/** A command: which options it has, and what it does, ending in an exit code. */
export interface Command<Options> {
  /** Declares the options, whose values `run` then gets. */
  options(yargs: Argv, say: Say): Argv;
  run(options: Options, context: CommandContext): Promise<ExitCode>;
}
