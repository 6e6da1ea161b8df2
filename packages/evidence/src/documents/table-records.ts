import { ProblemList } from '../problem-list.ts';
import type { ExportRecord, ExportRecords } from './export-record.ts';

/** A dash for each letter of the names above it. */
const underline = /^\s*-{2,}(?: +-+){1,100}\s*$/;

/** Whether some lines are what `Format-Table` shows: names, and a line of dashes below them. */
export function looksLikeTable(lines: readonly string[]): boolean {
  return lines.some((_, index) => isUnderline(lines, index));
}

function isUnderline(lines: readonly string[], index: number): boolean {
  const [header = '', line = ''] = lines.slice(Math.max(0, index - 1), index + 1);
  return underline.test(line) && header.trim() !== '' && header.trimEnd().length <= line.trimEnd().length + 1;
}

/** More columns than this no console has room for. */
const MOST_COLUMNS = 100;

interface Column {
  readonly name: string;
  readonly start: number;
}

/** The objects of every `Format-Table` in some lines. What the console cut off is a problem: the rest of it is not there. */
export function tableRecords(lines: readonly string[]): ExportRecords {
  const records: ExportRecord[] = [];
  const problems = new ProblemList();
  let columns: readonly Column[] = [];
  let current: Map<string, string[]> | undefined;
  for (const [index, line] of lines.entries()) {
    if (isUnderline(lines, index)) {
      columns = columnsOf(lines[index - 1] ?? '', line);
      current = undefined;
    } else if (line.trim() === '' || isUnderline(lines, index + 1)) columns = [];
    else if (columns.length > 0) {
      const cells = cellsOf(line, columns);
      if (cells.some((cell) => /(?:\.\.\.|…)$/.test(cell))) problems.report('values-cut', { line: index + 1 });
      // A row without its first cell continues the one above: `Format-Table -Wrap`.
      if (current !== undefined && cells[0] === '') addTo(current, columns, cells);
      else {
        current = new Map();
        addTo(current, columns, cells);
        records.push({ line: index + 1, fields: current });
      }
    }
  }
  return { records, problems: problems.list(), unread: null };
}

function columnsOf(header: string, dashes: string): readonly Column[] {
  const starts = [...dashes.matchAll(/-+/g)].map(({ index }) => index).slice(0, MOST_COLUMNS);
  return starts.map((start, index) => ({
    start,
    name: header
      .slice(start, starts[index + 1])
      .trim()
      .toLowerCase(),
  }));
}

/** The cells of a row. A number stands at the right of its column and may begin before it. */
function cellsOf(line: string, columns: readonly Column[]): readonly string[] {
  const starts = columns.map(({ start }, index) => {
    const least = (columns[index - 1]?.start ?? -1) + 1;
    const blank = line.lastIndexOf(' ', start - 1);
    return index === 0 ? 0 : blank >= least ? blank + 1 : start;
  });
  return starts.map((start, index) => line.slice(start, starts[index + 1]).trim());
}

function addTo(fields: Map<string, string[]>, columns: readonly Column[], cells: readonly string[]): void {
  for (const [index, { name }] of columns.entries()) {
    const cell = cells[index] ?? '';
    const lines = fields.get(name) ?? [];
    if (cell !== '' || lines.length === 0) lines.push(cell);
    fields.set(name, lines);
  }
}
