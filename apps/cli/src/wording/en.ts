import { generate } from './en/generate.ts';
import { live } from './en/live.ts';
import { probe } from './en/probe.ts';
import { sources } from './en/sources.ts';
import { systemErrors } from './en/system-errors.ts';

/** The words of the command line itself. */
const commandLine = {
  'usage.main': 'From the mail error over TLS to its cause, the proof and the repair.\n\nUsage: $0 <command> [options]',
  'usage.more':
    'mailtls explain ID or TEXT explains any rule, signature or error. Exit codes: 0 nothing found or done, 1 found, 2 wrong usage, 3 could not look (an unreadable input, a folder without any file, no PowerShell), 4 a write failed.',
  'command.diagnose': 'name the cause of a mail error from logs, NDRs, queue exports, headers or events',
  'command.check': "judge a machine's TLS settings",
  'command.fix': 'repair a machine: plan, ask, journal, write, read back',
  'command.undo': 'put back what a repair changed',
  'command.explain': 'explain a rule, a signature or a pasted error',
  'command.rules': 'list the rules and the error signatures',
  'command.completion': 'print a script that completes commands and options in your shell',
  'argument.files':
    'files or folders to read, - for standard input; without any, the log folders of this Exchange server',
  'argument.subject': 'the id of a rule, a signature or a scenario, "scenarios" for all of these, or an error text',
  'argument.shell': 'the shell',
  'option.format': 'how to print the result',
  'option.out': 'write the result to this file',
  'option.lang': 'the language of all messages',
  'option.color': 'colour on a terminal (--no-color, NO_COLOR)',
  'option.quiet': 'no progress and no notices',
  'option.fail-on': 'from which severity on the exit code is 1',
  'option.expect-catalogue': 'end with 2 unless the catalogue has a version in this range',
  'option.from': 'a .reg export, a HealthChecker XML or a snapshot JSON, as [NAME=]FILE; repeatable',
  'option.profile': 'how much is judged',
  'option.assume-os': 'the Windows release to assume where the source does not say it',
  'option.registry': "the server's settings, to join them into the verdict: any source of check --from",
  'option.since': 'leave out what was logged before this time (ISO 8601)',
  'option.until': 'leave out what was logged after this time (ISO 8601); a day alone counts whole',
  'option.dry-run': 'show the plan, write nothing',
  'option.yes': 'write without asking; from a file nothing is ever written',
  'option.yes-undo': 'put back without asking',
  'option.explicit': 'also write what only spells out a default of Windows',
  'option.help': 'show help',
  'option.version': 'show the version',
  'error.no-command': 'say what to do: name a command',
  'error.no-input':
    'no log folders of Exchange were found here ({why}), so say what to read: a file, a folder, or - for standard input',
  'logs.no-exchange': 'ExchangeInstallPath is not set',
  'logs.not-there': 'there are none in {folder}',
  'error.repeated': '--{option} is given more than once, and only one value counts',
  'error.one-registry':
    'the evidence comes from one server, and --registry names several ({names}): give the files of one',
  'error.several-servers': 'these are several servers ({names}): name them, --from NAME=FILE',
  'error.time': '--{option} {value}: a time as ISO 8601 is expected, such as 2026-01-31 or 2026-01-31T08:00:00Z',
  'error.time-span': 'nothing lies between --since {since} and --until {until}: the first is the later one',
  'error.unknown-id':
    '"{subject}" is neither the id of a rule or a signature nor a text that holds a known error; mailtls rules lists the ids',
  'error.catalogue': 'the catalogue has version {version}, which is not in {range}',
  'error.catalogue-range': '--expect-catalogue {range}: a version range is expected, such as ^1.0.0',
  'error.unreadable': '{path} could not be read: {detail}',
  'error.empty-folder': '{path} holds no file to read',
  'error.nothing-read': 'nothing was read: name files, or folders that hold some',
  'error.no-file': '"{option}" names no file: give NAME=FILE, or FILE alone',
  'error.unwritable': '{path} could not be written: {detail}',
  'error.unwritable-output': 'the result could not be written: {detail}',
  'error.no-powershell': 'no PowerShell was found to ask: {advice}',
  'powershell.or-from': 'name a file with --from, such as an export made by reg export',
  'powershell.or-registry': 'name a file with --registry, such as an export made by reg export',
  'powershell.or-name': 'have the environment variable MAILTLS_PWSH name one',
  'powershell.or-server':
    'run the command on the server itself, or have the environment variable MAILTLS_PWSH name a PowerShell',
  'argument.journal': "the journal to undo; without it, that of the machine's newest repair that is not undone",
  'option.journal': 'the folder that journals are kept in',
  'option.force': 'also put back what someone else has changed since',
  'error.internal': 'mailtls failed unexpectedly: {detail}',
  'error.unknown-arguments': '{count:Unknown argument|Unknown arguments}: {names}',
  'error.empty': 'the value of {name} is empty',
  'hint.two-dashes': 'Options begin with two dashes: {option}',
  'hint.did-you-mean': 'Did you mean: {ids}?',
  'hint.from': 'Each file has an option of its own: --from {file}',
  'error.hint': 'mailtls {command}--help shows the usage.',
  'progress.reading': '{percent} %  {done} of {total}  {rate}/s  {seconds} s left  {path}',
} as const;

/** All that the command line says, in English: the list of what other languages must have too. */
export const en: typeof commandLine &
  typeof generate &
  typeof live &
  typeof probe &
  typeof sources &
  typeof systemErrors = {
  ...commandLine,
  ...generate,
  ...live,
  ...probe,
  ...sources,
  ...systemErrors,
};

export type SayingId = keyof typeof en;
