import { type Result, toJson, toText } from '@mailtls/report';
import type { Io } from './io.ts';
import type { OutputOptions } from './options.ts';

const DEFAULT_COLUMNS = 80;

/** Prints a result as the options ask: to `--out`, or to standard output, which `-` means too. */
export async function printResult(result: Result, options: OutputOptions, io: Io): Promise<void> {
  const file = options.out === '-' ? undefined : options.out;
  const toTerminal = file === undefined;
  const text =
    options.format === 'json'
      ? toJson(result, options.lang)
      : toText(result, {
          language: options.lang,
          color: toTerminal && options.color && io.stdout.isTTY === true && !io.env['NO_COLOR'],
          columns: (toTerminal && io.stdout.columns) || DEFAULT_COLUMNS,
        });
  if (file === undefined) {
    io.stdout.write(text);
    return;
  }
  const { writeOut } = await import('./write-out.ts');
  await writeOut(file, text, options);
}
