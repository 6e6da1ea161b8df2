import { type Result, toCsv, toHtml, toJson, toJunit, toSarif, toText } from '@mailtls/report';
import type { Io } from './io.ts';
import type { Format, OutputOptions } from './options.ts';

const DEFAULT_COLUMNS = 80;

/** The formats for programs, which are the same wherever they go. */
const FOR_PROGRAMS = {
  json: toJson,
  sarif: toSarif,
  junit: toJunit,
  csv: toCsv,
} as const satisfies Record<Exclude<Format, 'text' | 'html'>, unknown>;

/** Without it, a spreadsheet takes a file for one in the code page of Windows. In a stream it would be part of the first name. */
const BYTE_ORDER_MARK = '\ufeff';

/** Prints a result as the options ask: to `--out`, or to standard output, which `-` means too. */
export async function printResult(result: Result, options: OutputOptions, io: Io): Promise<void> {
  const { format } = options;
  const file = options.out === '-' ? undefined : options.out;
  const text = await formatted(result, options, io, file === undefined);
  if (file === undefined) {
    io.stdout.write(text);
    return;
  }
  const { writeOut } = await import('./write-out.ts');
  await writeOut(file, format === 'csv' ? `${BYTE_ORDER_MARK}${text}` : text, options);
}

async function formatted(result: Result, options: OutputOptions, io: Io, toTerminal: boolean): Promise<string> {
  const { format, lang: language } = options;
  if (format === 'html') return toHtml(result, { language, time: new Date().toISOString() });
  if (format !== 'text') return FOR_PROGRAMS[format](result, language);
  return toText(result, {
    language,
    color: toTerminal && options.color && io.stdout.isTTY === true && !io.env['NO_COLOR'],
    columns: (toTerminal && io.stdout.columns) || DEFAULT_COLUMNS,
  });
}
