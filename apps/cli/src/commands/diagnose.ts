import { type InputSummary, verdictSeverity, type WindowsRelease } from '@mailtls/core';
import { isUnread } from '@mailtls/report';
import { CliError } from '../cli-error.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { diagnoseFiles } from '../operations/diagnose-files.ts';
import {
  type JournalOption,
  type ReportOptions,
  withAssumeOs,
  withJournalOption,
  withReportOptions,
} from '../options.ts';
import { printResult } from '../output.ts';
import { ReadingProgress } from '../progress.ts';
import { exchangeLogFolders, findEvidence } from '../sources/evidence-files.ts';
import { type FoundMachines, readMachines } from '../sources/machine-sources.ts';
import { readThisMachine } from '../sources/this-machine.ts';
import type { Say } from '../wording/say.ts';
import { saying } from '../wording/saying.ts';
import type { Command, CommandContext } from './command.ts';

interface DiagnoseOptions extends ReportOptions, JournalOption {
  readonly files: readonly string[] | undefined;
  readonly registry: readonly string[] | undefined;
  readonly assumeOs: WindowsRelease | undefined;
  readonly since: string | undefined;
  readonly until: string | undefined;
}

export const diagnose: Command<DiagnoseOptions> = {
  options: (yargs, say) =>
    withAssumeOs(
      withJournalOption(withReportOptions(yargs, say), say)
        .positional('files', { type: 'string', array: true, describe: say('argument.files') })
        .option('registry', { type: 'string', array: true, requiresArg: true, describe: say('option.registry') }),
      say,
    )
      .option('since', { type: 'string', requiresArg: true, describe: say('option.since') })
      .option('until', { type: 'string', requiresArg: true, describe: say('option.until') }),
  async run(options, context) {
    const { io, say } = context;
    const paths = options.files?.length ? options.files : await exchangeLogFolders(io.env);
    if (paths.length === 0) {
      const home = io.env['ExchangeInstallPath'];
      const why = home ? saying('logs.not-there', { folder: home }) : saying('logs.no-exchange');
      throw new CliError('usage', say('error.no-input', { why }));
    }
    const since = timeOf('since', options.since, say);
    const until = timeOf('until', options.until, say);
    if (since && until && since > until) throw new CliError('usage', say('error.time-span', { since, until }));

    const registry = await readRegistry(options, context);
    if (registry.machines.length > 1) {
      const names = registry.machines.map(({ name }) => name).join(', ');
      throw new CliError('usage', say('error.one-registry', { names }));
    }
    const found = await findEvidence(paths, io.stdin, say);
    const total = found.files.reduce((sum, { size }) => sum + size, 0);
    const progress = new ReadingProgress(options.quiet ? { write: () => undefined } : io.stderr, total, say);
    const result = await diagnoseFiles({
      files: found.files,
      failures: found.failures,
      machine: registry.machines[0] ?? null,
      machineFailures: registry.failures,
      assumeOs: options.assumeOs ?? null,
      language: options.lang,
      ...(since && { since }),
      ...(until && { until }),
      onProgress: ({ bytes, path }) => progress.update(bytes, path),
    });
    progress.end();
    await printResult(result, options, io);
    const { inputs = [], diagnoses = [], failures = [] } = result.evidence ?? {};
    if (inputs.length === 0) io.stderr.write(`mailtls: ${say('error.nothing-read')}\n`);
    return exitCodeOf(
      diagnoses.map(({ verdict }) => verdictSeverity[verdict]),
      options.failOn,
      failures.length + registry.failures.length > 0 ||
        isUnread({ inputs }) ||
        hasClosedArchive(inputs, new Set(paths)),
    );
  },
};

/**
 * Whether an archive that was named could not be opened at all. A file that is empty or binary beside others that are read, and
 * whatever is found in a folder, is a problem of its own, and no more.
 *
 * @param named what was given to be read.
 */
function hasClosedArchive(inputs: readonly InputSummary[], named: ReadonlySet<string>): boolean {
  return inputs.some(
    ({ path, kind, problems }) =>
      kind === 'unknown' &&
      named.has(path) &&
      problems.some(({ reason }) => reason === 'archive-broken') &&
      !inputs.some((other) => other.path.startsWith(`${path}!`)),
  );
}

/** What stands for this machine in the place of a file. */
const LIVE = 'live';

async function readRegistry(
  { registry = [], journal }: DiagnoseOptions,
  context: CommandContext,
): Promise<FoundMachines> {
  if (!registry.includes(LIVE)) return readMachines(registry, context.say, 'error.one-registry');
  if (registry.length > 1) {
    throw new CliError('usage', context.say('error.one-registry', { names: registry.join(', ') }));
  }
  return readThisMachine({ profile: 'exchange', journal }, context, 'powershell.or-registry');
}

function timeOf(option: string, value: string | undefined, say: Say): string | undefined {
  if (value === undefined) return undefined;
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(value) ?? [];
  const isDay = value === day;
  const time =
    day === undefined ? Number.NaN : Date.parse(isDay && option === 'until' ? `${day}T23:59:59.999Z` : value);
  // A day that its month does not have is taken for one of the next month.
  if (Number.isNaN(time) || !new Date(`${day}T00:00Z`).toISOString().startsWith(`${day}`))
    throw new CliError('usage', say('error.time', { option, value }));
  return new Date(time).toISOString();
}
