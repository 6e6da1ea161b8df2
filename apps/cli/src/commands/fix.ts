import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { judgeMachines } from '../operations/judge-machines.ts';
import { type MachineOptions, type ReportOptions, withMachineOptions, withReportOptions } from '../options.ts';
import { printResult } from '../output.ts';
import { readMachines } from '../sources/machine-sources.ts';
import type { Command } from './command.ts';

interface FixOptions extends ReportOptions, MachineOptions {
  readonly dryRun: boolean;
  readonly explicit: boolean;
  readonly yes: boolean;
}

export const fix: Command<FixOptions> = {
  options: (yargs, say) =>
    withMachineOptions(withReportOptions(yargs, say), say, 'mailflow')
      .option('dry-run', { type: 'boolean', default: false, describe: say('option.dry-run') })
      .option('yes', { type: 'boolean', default: false, describe: say('option.yes') })
      .option('explicit', { type: 'boolean', default: false, describe: say('option.explicit') }),
  async run(options, { io, say }) {
    if (!options.from?.length) throw new CliError('no-powershell', say('error.no-powershell'));
    const { machines, failures } = await readMachines(options.from, say);
    const { profile, explicit } = options;
    const result = judgeMachines({ machines, failures, profile, explicit, assumeOs: options.assumeOs ?? null });
    await printResult(result, options, io);
    if (failures.length > 0) return exitCodes.couldNotLook;
    return result.plan?.length ? exitCodes.found : exitCodes.ok;
  },
};
