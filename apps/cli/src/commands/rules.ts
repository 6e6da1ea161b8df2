import { exitCodes } from '../exit-codes.ts';
import { catalogue } from '../operations/look-up.ts';
import { type ReportOptions, withReportOptions } from '../options.ts';
import { printResult } from '../output.ts';
import { product } from '../product.ts';
import type { Command } from './command.ts';

export const rules: Command<ReportOptions> = {
  options: (yargs, say) => withReportOptions(yargs, say),
  async run(options, { io }) {
    await printResult({ ...product, entries: { ...catalogue, detail: 'list' } }, options, io);
    return exitCodes.ok;
  },
};
