import { type Result, toCsv, toJson, toJunit, toSarif, toText } from '@mailtls/report';
import type { Io } from './io.ts';
import type { Format, OutputOptions } from './options.ts';

const DEFAULT_COLUMNS = 80;

/** The formats for programs, which are the same wherever they go. */
const FOR_PROGRAMS = {
  json: toJson,
  sarif: toSarif,
  junit: toJunit,
  csv: toCsv,
} as const satisfies Record<Exclude<Format, 'text'>, unknown>;

/** Without it, a spreadsheet takes a file for one in the code page of Windows. In a stream it would be part of the first name. */
const BYTE_ORDER_MARK = '\ufeff';

/** Prints a result as the options ask: to `--out`, or to standard output, which `-` means too. */
export async function printResult(result: Result, options: OutputOptions, io: Io): Promise<void> {
  const { format, lang: language } = options;
  const file = options.out === '-' ? undefined : options.out;
  const toTerminal = file === undefined;
  const text =
    format === 'text'
      ? toText(result, {
          language,
          color: toTerminal && options.color && io.stdout.isTTY === true && !io.env['NO_COLOR'],
          columns: (toTerminal && io.stdout.columns) || DEFAULT_COLUMNS,
        })
      : FOR_PROGRAMS[format](result, language);
  if (file === undefined) {
    io.stdout.write(text);
    return;
  }
  const { writeOut } = await import('./write-out.ts');
  await writeOut(file, format === 'csv' ? `${BYTE_ORDER_MARK}${text}` : text, options);
}
