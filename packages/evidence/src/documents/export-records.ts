import { ClixmlError, type PlainValue, readClixml, toPlain } from '@mailtls/clixml';
import { csvRecords, looksLikeCsv } from './csv-records.ts';
import { decodeText } from './decode-text.ts';
import type { ExportRecord, ExportRecords } from './export-record.ts';
import { linesOf } from './joined-text.ts';
import { listRecords, looksLikeList } from './list-records.ts';
import { problem } from './problem.ts';
import { looksLikeTable, tableRecords } from './table-records.ts';

/** An export, and its text where that is in no form known here. */
export type Export = ExportRecords & { readonly text: string | null };

/** Whether a text is CLIXML, as `Export-Clixml` writes it. */
export function looksLikeClixml(head: string): boolean {
  return /^\uFEFF?\s*(?:#< CLIXML\s*)?(?:<\?xml[^>]{0,200}>\s*)?<Objs\b/.test(head);
}

/** Whether a text is what PowerShell shows or exports objects as: CLIXML, CSV, `Format-List` or `Format-Table`. */
export function looksLikeExport(head: string): boolean {
  if (looksLikeClixml(head)) return true;
  const lines = linesOf(head);
  return looksLikeCsv(lines) || looksLikeList(lines) || looksLikeTable(lines);
}

/** Reads what PowerShell shows or exports objects as. */
export async function readExport(content: Uint8Array): Promise<Export> {
  if (looksLikeClixml(decodeText(content.subarray(0, 1024)).text))
    return { ...(await clixmlRecords(content)), text: null };
  const { text, problems } = decodeText(content);
  const lines = linesOf(text);
  const form = looksLikeCsv(lines)
    ? csvRecords(text)
    : looksLikeTable(lines)
      ? tableRecords(lines)
      : looksLikeList(lines)
        ? listRecords(lines)
        : { records: [], problems: [] };
  const known = form.records.length > 0;
  return { records: form.records, problems: [...problems, ...form.problems], text: known ? null : text };
}

async function clixmlRecords(content: Uint8Array): Promise<ExportRecords> {
  const records: ExportRecord[] = [];
  try {
    const pieces = (async function* () {
      yield content;
    })();
    for await (const value of readClixml(pieces, { items: true })) records.push(...recordsOf(toPlain(value)));
    return { records, problems: [] };
  } catch (cause) {
    if (!(cause instanceof ClixmlError)) throw cause;
    const reason = cause.reason === 'truncated' ? 'truncated' : 'malformed';
    return { records, problems: [problem(reason, { line: cause.line ?? null, detail: cause.message })] };
  }
}

function recordsOf(value: PlainValue): readonly ExportRecord[] {
  if (Array.isArray(value)) return value.flatMap(recordsOf);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array || value instanceof Map) return [];
  const fields = Object.entries(value).map(([name, field]) => [name.toLowerCase(), linesOf(textOf(field))] as const);
  return [{ line: null, fields: new Map(fields) }];
}

/** A property as PowerShell would show it, one level deep: `Recipients` is a list of texts. */
function textOf(value: PlainValue): string {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string').join('\n');
  return value === null || typeof value === 'object' ? '' : String(value);
}
