import { type Language, type Profile, profiles, type WindowsRelease, windowsReleases } from '@mailtls/core';
import type { Argv } from 'yargs';
import { type FailOn, failOnChoices } from './exit-codes.ts';
import type { Say } from './wording/say.ts';

const formats = ['text', 'json', 'html', 'sarif', 'junit', 'csv'] as const;
export type Format = (typeof formats)[number];

/** The options of every command that prints a result. */
export interface OutputOptions {
  readonly format: Format;
  readonly out: string | undefined;
  readonly lang: Language;
  readonly color: boolean;
  readonly expectCatalogue: string | undefined;
}

/** Their values where they are not given. */
export const outputDefaults: OutputOptions = {
  format: 'text',
  out: undefined,
  lang: 'en',
  color: true,
  expectCatalogue: undefined,
};

/** Declares the options of every command that prints a result. */
export function withOutputOptions(yargs: Argv, say: Say): Argv {
  const { format, color } = outputDefaults;
  return yargs
    .option('format', { choices: formats, default: format, describe: say('option.format') })
    .option('out', { type: 'string', requiresArg: true, describe: say('option.out') })
    .option('color', { type: 'boolean', default: color, describe: say('option.color') })
    .option('expect-catalogue', {
      type: 'string',
      requiresArg: true,
      describe: say('option.expect-catalogue'),
    });
}

/** The options of every command that takes time or writes, and has notices to give meanwhile. */
export interface QuietOptions extends OutputOptions {
  readonly quiet: boolean;
}

/** Declares the options of every command that takes time or writes. */
export function withQuietOptions(yargs: Argv, say: Say): Argv {
  return withOutputOptions(yargs, say).option('quiet', {
    type: 'boolean',
    default: false,
    describe: say('option.quiet'),
  });
}

/** The options of every command that looks at something, and may find something. */
export interface ReportOptions extends QuietOptions {
  readonly failOn: FailOn;
}

/** Declares the options of every command that looks at something. */
export function withReportOptions(yargs: Argv, say: Say): Argv {
  return withQuietOptions(yargs, say).option('fail-on', {
    choices: failOnChoices,
    default: 'warning' as const,
    describe: say('option.fail-on'),
  });
}

/** The option of the commands that look at or write to live machines. */
export interface JournalOption {
  readonly journal: string | undefined;
}

/** Declares where the journals of repairs lie. */
export function withJournalOption(yargs: Argv, say: Say): Argv {
  return yargs.option('journal', { type: 'string', requiresArg: true, describe: say('option.journal') });
}

/** The options of the commands that judge machines. */
export interface MachineOptions {
  readonly from: readonly string[] | undefined;
  readonly profile: Profile;
  readonly assumeOs: WindowsRelease | undefined;
}

/** Declares where machines come from and how much of them is judged. */
export function withMachineOptions(yargs: Argv, say: Say, profile: Profile): Argv {
  const options = yargs
    .option('from', { type: 'string', array: true, requiresArg: true, describe: say('option.from') })
    .option('profile', { choices: profiles, default: profile, describe: say('option.profile') });
  return withAssumeOs(options, say);
}

/** Declares the release to take where a source does not say it: a text, although most of its choices are numbers to yargs. */
export function withAssumeOs(yargs: Argv, say: Say): Argv {
  return yargs.option('assume-os', { type: 'string', choices: windowsReleases, describe: say('option.assume-os') });
}
