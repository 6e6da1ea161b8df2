import { exitCodeOf } from '../exit-codes.ts';
import { judgeMachines } from '../operations/judge-machines.ts';
import {
  type JournalOption,
  type MachineOptions,
  type ReportOptions,
  withJournalOption,
  withMachineOptions,
  withReportOptions,
} from '../options.ts';
import { printResult } from '../output.ts';
import { readAskedMachines } from '../sources/asked-machines.ts';
import type { Command } from './command.ts';

export const check: Command<ReportOptions & MachineOptions & JournalOption> = {
  options: (yargs, say) => withJournalOption(withMachineOptions(withReportOptions(yargs, say), say, 'exchange'), say),
  async run(options, context) {
    const { from, profile, assumeOs = null } = options;
    const found = await readAskedMachines(options, context);
    const { plan, ...result } = judgeMachines({ ...found, profile, assumeOs });
    const remedy = {
      profile,
      writes: plan.length,
      elsewhere: from?.length ? new Set(plan.map(({ machine }) => machine)).size : 0,
    };
    await printResult({ ...result, ...(plan.length > 0 && { remedy }) }, options, context.io);
    const severities = result.machines.machines.flatMap(({ report }) =>
      report.findings.map(({ severity }) => severity),
    );
    return exitCodeOf(severities, options.failOn, found.failures.length > 0);
  },
};
