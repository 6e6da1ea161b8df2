import { exitCodes } from '../exit-codes.ts';
import { catalogue } from '../operations/look-up.ts';
import { type OutputOptions, withOutputOptions } from '../options.ts';
import { printResult } from '../output.ts';
import { product } from '../product.ts';
import type { Command } from './command.ts';

export const rules: Command<OutputOptions> = {
  options: (yargs, say) => withOutputOptions(yargs, say),
  async run(options, { io }) {
    await printResult({ ...product, entries: { ...catalogue, detail: 'list' } }, options, io);
    return exitCodes.ok;
  },
};
