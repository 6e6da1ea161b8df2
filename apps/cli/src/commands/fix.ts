import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { fixMachine } from '../operations/fix-machine.ts';
import { judgeMachines } from '../operations/judge-machines.ts';
import {
  type JournalOption,
  type MachineOptions,
  withJournalOption,
  withMachineOptions,
  withQuietOptions,
} from '../options.ts';
import { printResult } from '../output.ts';
import { readAskedMachines } from '../sources/asked-machines.ts';
import { openJournals } from '../sources/this-machine.ts';
import type { Command, CommandContext } from './command.ts';
import { type WriteOptions, writeLive } from './write-live.ts';

interface FixOptions extends WriteOptions, MachineOptions, JournalOption {
  readonly dryRun: boolean;
  readonly explicit: boolean;
}

export const fix: Command<FixOptions> = {
  options: (yargs, say) =>
    withJournalOption(withMachineOptions(withQuietOptions(yargs, say), say, 'mailflow'), say)
      .option('dry-run', { type: 'boolean', default: false, describe: say('option.dry-run') })
      .option('yes', { type: 'boolean', default: false, describe: say('option.yes') })
      .option('explicit', { type: 'boolean', default: false, describe: say('option.explicit') }),
  run(options, context) {
    // A file is never written to.
    if (options.dryRun || options.from?.length) return showPlan(options, context);
    const { profile, explicit, assumeOs = null } = options;
    return writeLive(options, context, 'fix', async (session, confirm) => {
      const journals = await openJournals(session, options, context);
      return fixMachine({ session, profile, explicit, assumeOs, journals, say: context.say, confirm });
    });
  },
};

async function showPlan(options: FixOptions, context: CommandContext): Promise<ExitCode> {
  const { profile, explicit, assumeOs = null } = options;
  const found = await readAskedMachines(options, context);
  const result = judgeMachines({ ...found, profile, explicit, assumeOs });
  await printResult(result, options, context.io);
  if (found.failures.length > 0) return exitCodes.couldNotLook;
  return result.plan.length > 0 ? exitCodes.found : exitCodes.ok;
}
