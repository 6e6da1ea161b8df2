import { CliError } from '../cli-error.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { judgeMachines } from '../operations/judge-machines.ts';
import { type MachineOptions, type ReportOptions, withMachineOptions, withReportOptions } from '../options.ts';
import { printResult } from '../output.ts';
import { readMachines } from '../sources/machine-sources.ts';
import type { Command } from './command.ts';

export const check: Command<ReportOptions & MachineOptions> = {
  options: (yargs, say) => withMachineOptions(withReportOptions(yargs, say), say, 'exchange'),
  async run(options, { io, say }) {
    if (!options.from?.length) throw new CliError('no-powershell', say('error.no-powershell'));
    const { machines, failures } = await readMachines(options.from, say);
    const { plan: _, ...result } = judgeMachines({
      machines,
      failures,
      profile: options.profile,
      assumeOs: options.assumeOs ?? null,
    });
    await printResult(result, options, io);
    const severities = result.machines?.machines.flatMap(({ report }) =>
      report.findings.map(({ severity }) => severity),
    );
    return exitCodeOf(severities ?? [], options.failOn, failures.length > 0);
  },
};
