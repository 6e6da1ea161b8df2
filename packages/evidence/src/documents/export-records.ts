import { ClixmlError, type PlainValue, readClixml, toPlain } from '@mailtls/clixml';
import { problem } from '../problem.ts';
import { csvRecords, looksLikeCsv } from './csv-records.ts';
import { decodeText } from './decode-text.ts';
import type { ExportRecord, ExportRecords } from './export-record.ts';
import { linesOf } from './joined-text.ts';
import { listRecords, looksLikeList } from './list-records.ts';
import { looksLikeTable, tableRecords } from './table-records.ts';

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
export async function readExport(content: Uint8Array): Promise<ExportRecords> {
  if (looksLikeClixml(decodeText(content.subarray(0, 1024)).text)) return await clixmlRecords(content);
  const { text, problems } = decodeText(content);
  const lines = linesOf(text);
  // A console session may hold both forms.
  const forms = looksLikeCsv(lines)
    ? [csvRecords(text)]
    : [tableRecords(lines), ...(looksLikeList(lines) ? [listRecords(lines)] : [])];
  const records = forms.flatMap((form) => form.records);
  return {
    records,
    problems: [...problems, ...forms.flatMap((form) => form.problems)],
    unread: records.length === 0 ? text : (forms[0]?.unread ?? null),
  };
}

async function clixmlRecords(content: Uint8Array): Promise<ExportRecords> {
  const records: ExportRecord[] = [];
  try {
    const pieces = (async function* () {
      yield content;
    })();
    for await (const value of readClixml(pieces, { items: true })) {
      const plain = toPlain(value);
      for (const one of Array.isArray(plain) ? plain : [plain]) {
        const record = recordOf(one);
        if (record !== null) records.push(record);
      }
    }
    return { records, problems: [], unread: null };
  } catch (cause) {
    if (!(cause instanceof ClixmlError)) throw cause;
    const reason = cause.reason === 'truncated' ? 'truncated' : 'malformed';
    return { records, problems: [problem(reason, { line: cause.line ?? null, detail: cause.message })], unread: null };
  }
}

function recordOf(value: PlainValue): ExportRecord | null {
  const isObject = value !== null && typeof value === 'object';
  if (!isObject || Array.isArray(value) || value instanceof Uint8Array || value instanceof Map) return null;
  const fields = Object.entries(value).map(([name, field]) => [name.toLowerCase(), linesOf(textOf(field))] as const);
  return { line: null, fields: new Map(fields) };
}

/** A property as PowerShell would show it, one level deep: `Recipients` is a list of texts. */
function textOf(value: PlainValue): string {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string').join('\n');
  return value === null || typeof value === 'object' ? '' : String(value);
}
