import { type CsvError, type Info, parse } from 'csv-parse/sync';
import { ProblemList } from '../problem-list.ts';
import type { ExportRecord, ExportRecords } from './export-record.ts';
import { linesOf } from './joined-text.ts';

const delimiters = [',', ';', '\t'];
/** A column's name, quoted or not. */
const columnName = /^"?[^",;\t:=<>]{1,64}"?$/;
/** The longest record, in bytes: more is no line of an export but a missing quotation mark. */
const LONGEST_RECORD = 2 ** 20;

/** Whether some lines are CSV as `Export-Csv` or Event Viewer writes it: at least four columns with names. */
export function looksLikeCsv(lines: readonly string[]): boolean {
  return delimiterOf(lines[headerIndex(lines)] ?? '') !== null;
}

/** `Export-Csv` puts the type of the objects before the names, unless told not to. */
function headerIndex(lines: readonly string[]): number {
  return /^\uFEFF?"?#TYPE\b/.test(lines[0] ?? '') ? 1 : 0;
}

function delimiterOf(header: string): string | null {
  if (header.length > 4096) return null;
  const named = (cells: readonly string[]): boolean =>
    cells.length >= 4 && cells.every((cell) => columnName.test(cell.trim()));
  return delimiters.find((delimiter) => named(header.replace(/^\uFEFF/, '').split(delimiter))) ?? null;
}

/**
 * The objects of a CSV file, whatever the list separator of the country is, and what comes after the last of them where the
 * file is broken: a quotation mark that nothing ends swallows the rest.
 */
export function csvRecords(text: string): ExportRecords {
  const first = headerIndex(linesOf(text.slice(0, 8192)));
  const problems = new ProblemList();
  const rows = parse(text, {
    delimiter: delimiterOf(linesOf(text.slice(0, 8192))[first] ?? '') ?? ',',
    from_line: first + 1,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error) => {
      problems.report('malformed', { line: lineOf(error), detail: error === undefined ? null : error.message });
      return undefined;
    },
  }) as unknown as { record: string[]; info: Info }[];
  const names = (rows[0]?.record ?? []).map((name) => name.trim().toLowerCase());
  const lines = linesOf(text);
  const records = rows.slice(1).map(({ record }, index): ExportRecord => {
    // A record may have many lines. It starts after the end of the one before it, blank lines aside.
    let before = rows[index]?.info.lines ?? 0;
    while (lines[before] === '') before += 1;
    return { line: before + 1, fields: fieldsOf(names, record) };
  });
  const broken = problems.list();
  const read = rows.at(-1)?.info.lines ?? 0;
  // Blank lines in place of those that were read keep the numbers of the rest.
  const unread = '\n'.repeat(read) + lines.slice(read).join('\n');
  return { records, problems: broken, unread: broken.length === 0 ? null : unread };
}

/** Where the library met what it could not read; it counts lines from 1. */
function lineOf(error: CsvError | undefined): number | null {
  const lines: unknown = error?.['lines'];
  return typeof lines === 'number' ? lines : null;
}

/** Event Viewer gives its last column, the event's text, no name. */
function fieldsOf(names: readonly string[], record: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(record.map((value, index) => [names[index] ?? 'message', linesOf(value)]));
}
