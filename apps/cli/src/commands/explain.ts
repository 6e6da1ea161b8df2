import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { lookUp, suggestFor } from '../operations/look-up.ts';
import { type OutputOptions, withOutputOptions } from '../options.ts';
import { printResult } from '../output.ts';
import { product } from '../product.ts';
import type { Command } from './command.ts';

interface ExplainOptions extends OutputOptions {
  readonly subject: readonly string[];
}

export const explain: Command<ExplainOptions> = {
  options: (yargs, say) =>
    withOutputOptions(yargs, say).positional('subject', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: say('argument.subject'),
    }),
  async run(options, { io, say }) {
    // An error text without quotes comes as several arguments.
    const subject = options.subject.join(' ');
    const entries = lookUp(subject);
    if (entries.rules.length + entries.signatures.length + entries.scenarios.length === 0) {
      const near = suggestFor(subject);
      const hint = near.length > 0 ? `\n${say('hint.did-you-mean', { ids: near.join(', ') })}` : '';
      throw new CliError('unknown-id', `${say('error.unknown-id', { subject })}${hint}`);
    }
    await printResult({ ...product, entries: { ...entries, detail: 'full' } }, options, io);
    return exitCodes.ok;
  },
};
