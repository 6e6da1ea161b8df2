import { catalogueVersion, type Language, languages } from '@mailtls/core';
import yargs, { type Argv } from 'yargs';
import { CliError } from './cli-error.ts';
import type { Command, CommandContext } from './commands/command.ts';
import { explain } from './commands/explain.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { STDIN } from './io.ts';
import { type OutputOptions, outputDefaults } from './options.ts';
import { version } from './prepared-answer.ts';
import { nameUnknownOnce } from './unknown-arguments.ts';
import { usageHint } from './usage-hint.ts';
import type { SayingId } from './wording/en.ts';
import type { Say } from './wording/say.ts';
import { yargsRo } from './wording/yargs-ro.ts';

/** The commands. Each is loaded when it is called, as most calls need one; `main` has `explain` already. */
const COMMANDS = [
  {
    usage: 'diagnose [files..]',
    says: 'command.diagnose',
    load: async () => (await import('./commands/diagnose.ts')).diagnose,
  },
  { usage: 'check', says: 'command.check', load: async () => (await import('./commands/check.ts')).check },
  { usage: 'fix', says: 'command.fix', load: async () => (await import('./commands/fix.ts')).fix },
  { usage: 'undo [file]', says: 'command.undo', load: async () => (await import('./commands/undo.ts')).undo },
  { usage: 'probe <hosts..>', says: 'command.probe', load: async () => (await import('./commands/probe.ts')).probe },
  { usage: 'explain <subject..>', says: 'command.explain', load: async () => explain },
  {
    usage: 'generate <target>',
    says: 'command.generate',
    load: async () => (await import('./commands/generate.ts')).generate,
  },
  { usage: 'rules', says: 'command.rules', load: async () => (await import('./commands/rules.ts')).rules },
  {
    usage: 'completion [shell]',
    says: 'command.completion',
    load: async () => (await import('./commands/completion.ts')).completion,
  },
] as const satisfies readonly { usage: string; says: SayingId; load: () => Promise<Command<never>> }[];

/** Has yargs read the arguments, and runs the command that they name. */
export async function runCommandLine(
  args: readonly string[],
  language: Language,
  context: CommandContext,
): Promise<ExitCode> {
  const { io, say } = context;
  let exitCode: ExitCode = exitCodes.ok;
  let cli: Argv = yargs()
    .scriptName('mailtls')
    .usage(say('usage.main'))
    .epilogue(say('usage.more'))
    .locale('en')
    .exitProcess(false)
    .strict()
    // An option takes one value, so that `--registry FILE LOG` leaves the log to be read.
    .parserConfiguration({ 'greedy-arrays': false })
    .recommendCommands()
    .option('lang', { choices: languages, default: outputDefaults.lang, describe: say('option.lang') })
    .help('help', say('option.help'))
    .alias('help', 'h')
    .version('version', say('option.version'), version)
    .wrap(Math.min(io.stdout.columns ?? 80, 100))
    .demandCommand(1, say('error.no-command'))
    .fail((message, error) => {
      // What yargs itself objects to comes with a message, what a command fails of without one.
      if (!message) throw error;
      const objection = nameUnknownOnce(message, say);
      const hint = usageHint(objection, args, say);
      throw new CliError('usage', hint === '' ? objection : `${objection}\n${hint}`);
    });
  if (language === 'ro') cli = cli.updateStrings(yargsRo as Record<string, string>);
  for (const { usage, says, load } of COMMANDS) {
    cli = cli.command(
      usage,
      say(says),
      async (inner: Argv) => (await load()).options(inner, say),
      async (options) => {
        const command: Command<never> = await load();
        refuseRepeated(options, say);
        refuseEmpty(options, say);
        await checkCatalogue(options as Partial<OutputOptions>, say);
        exitCode = await command.run(options as never, context);
      },
    );
  }
  // With a callback yargs hands over what it would print, which keeps standard output in one hand.
  const given = args.map((arg, i) => (arg === '-' && isInput(args, i) ? STDIN : arg));
  try {
    await cli.parseAsync(given, {}, (_error, _options, output) => {
      if (output) io.stdout.write(`${output}\n`);
    });
  } catch (error) {
    // Some of yargs' own objections pass its `fail` by.
    if (error instanceof Error && error.name === 'YError') throw new CliError('usage', error.message, { cause: error });
    throw error;
  }
  return exitCode;
}

/** The command's name with a blank behind it, where the arguments name one. */
export function commandOf(args: readonly string[]): string {
  const name = args.find((arg) => COMMANDS.some(({ usage }) => usage.split(' ')[0] === arg));
  return name ? `${name} ` : '';
}

/** Whether the argument at a place is one that `diagnose` reads. Elsewhere `-` is not standard input. */
function isInput(args: readonly string[], at: number): boolean {
  return commandOf(args) === 'diagnose ' && !['--out', '--registry'].includes(args[at - 1] ?? '');
}

/** The arguments that may be several; of any other, yargs makes a list of several values that no command understands. */
const LISTS: ReadonlySet<string> = new Set(['_', 'files', 'subject', 'from', 'registry', 'hosts', 'expect']);

/** Those that are given without an option. */
const ARGUMENTS: ReadonlySet<string> = new Set(['files', 'hosts']);

function refuseRepeated(options: object, say: Say): void {
  const option = Object.entries(options).find(([name, value]) => Array.isArray(value) && !LISTS.has(name))?.[0];
  if (option !== undefined) throw new CliError('usage', say('error.repeated', { option }));
}

/** As a script gives it whose variable is not set. */
function refuseEmpty(options: object, say: Say): void {
  const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.includes(''));
  const [name] = Object.entries(options).find(([option, value]) => option !== 'subject' && isEmpty(value)) ?? [];
  if (name !== undefined)
    throw new CliError('usage', say('error.empty', { name: ARGUMENTS.has(name) ? name : `--${name}` }));
}

async function checkCatalogue({ expectCatalogue: range }: Partial<OutputOptions>, say: Say): Promise<void> {
  if (range === undefined) return;
  const { default: semver } = await import('semver');
  if (semver.validRange(range) === null) throw new CliError('usage', say('error.catalogue-range', { range }));
  if (!semver.satisfies(catalogueVersion, range)) {
    throw new CliError('unexpected-catalogue', say('error.catalogue', { version: catalogueVersion, range }));
  }
}
