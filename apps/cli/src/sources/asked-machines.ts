import type { CommandContext } from '../commands/command.ts';
import type { JournalOption, MachineOptions } from '../options.ts';
import { type FoundMachines, readMachines } from './machine-sources.ts';
import { readThisMachine } from './this-machine.ts';

/**
 * The machines that `check` and `fix` are asked about: those of the files, or else this one.
 *
 * @throws CliError as `readMachines` and `readThisMachine`.
 */
export function readAskedMachines(
  options: MachineOptions & JournalOption,
  context: CommandContext,
): Promise<FoundMachines> {
  const { from = [] } = options;
  return from.length > 0 ? readMachines(from, context.say) : readThisMachine(options, context);
}
