import type { Language } from '@mailtls/core';
import { inertText } from '@mailtls/report';
import { CliError } from './cli-error.ts';
import type { CommandContext } from './commands/command.ts';
import { explain } from './commands/explain.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { outputDefaults } from './options.ts';
import { systemError } from './system-error.ts';
import { sayIn } from './wording/say.ts';

export { processIo } from './process-io.ts';

/**
 * Runs the command line. The only place where failures become exit codes; nothing ends the process.
 *
 * @param args the arguments without node and script.
 */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const language = languageOf(args);
  const say = sayIn(language);
  try {
    const [command, subject = '', ...rest] = args;
    if (command === 'explain' && /^[a-z][a-z0-9-]*$/.test(subject) && rest.length === 0) {
      // An id and nothing else, as pipelines ask for it: there is nothing to parse, and yargs takes longer to load than this.
      return await explain.run({ ...outputDefaults, subject: [subject] }, { io, say });
    }
    const context = { io, say };
    if (asksThisMachine(args)) return await runBesidePowerShell(args, language, context);
    const { runCommandLine } = await import('./command-line.ts');
    return await runCommandLine(args, language, context);
  } catch (error) {
    if (error instanceof CliError) {
      const { commandOf } = await import('./command-line.ts');
      const hint = error.reason === 'usage' ? `\n${say('error.hint', { command: commandOf(args) })}` : '';
      io.stderr.write(`mailtls: ${inertLines(error.message)}${hint}\n`);
      return error.exitCode;
    }
    io.stderr.write(
      `mailtls: ${say('error.internal', { detail: error instanceof Error ? (error.stack ?? error.message) : String(error) })}\n`,
    );
    return exitCodes.couldNotLook;
  }
}

/** Whether a command looks at the machine it runs on, and does nothing before: as far as that can be told without yargs. */
function asksThisMachine([command, ...rest]: readonly string[]): boolean {
  return command === 'check' && !rest.some((arg) => /^(?:--from|--help|-h|--version)/.test(arg));
}

/** PowerShell takes longer to start than all else together, so it starts while the rest is loaded. */
async function runBesidePowerShell(
  args: readonly string[],
  language: Language,
  context: CommandContext,
): Promise<ExitCode> {
  const { beginPowerShell } = await import('./sources/open-powershell.ts');
  const refused = new AbortController();
  const begun = beginPowerShell(context.io, refused.signal);
  // Whoever uses it hears of its failure.
  begun?.catch(() => {});
  try {
    const { runCommandLine } = await import('./command-line.ts');
    return await runCommandLine(args, language, { ...context, begun });
  } finally {
    refused.abort();
    await begun?.then((session) => session.close()).catch(() => {});
  }
}

/** What to say of a failure of standard output, which is only known when the command may have ended. */
export function sayUnwritable(args: readonly string[], error: Error): string {
  const message = sayIn(languageOf(args))('error.unwritable-output', { detail: systemError(error) });
  return `mailtls: ${message}\n`;
}

/** Looked for before yargs runs, as its own messages are in that language too; a wrong one is yargs' to refuse. */
function languageOf(args: readonly string[]): Language {
  const at = args.lastIndexOf('--lang');
  return args[at + 1] === 'ro' && at >= 0 ? 'ro' : args.includes('--lang=ro') ? 'ro' : 'en';
}

/** A message of one or more lines, in which what was given on the command line cannot act on the terminal. */
function inertLines(message: string): string {
  return message.split('\n').map(inertText).join('\n');
}
