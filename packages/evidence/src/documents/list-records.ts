import type { ExportRecord, ExportRecords } from './export-record.ts';
import { oneLine } from './joined-text.ts';

/** A property's line: `LastError         : 421 …`. PowerShell puts a blank before the colon, other lists do not. */
const property = /^((\s*)([A-Za-z][\w.-]{0,100})\s* : ?)(.*)$/;

/** Whether some lines are what `Format-List` shows: at least two properties, the colons below each other. */
export function looksLikeList(lines: readonly string[]): boolean {
  let colon = -1;
  for (const line of lines) {
    if (!property.test(line)) continue;
    const at = line.indexOf(' : ') === -1 ? line.lastIndexOf(' :') : line.indexOf(' : ');
    if (at === colon) return true;
    colon = at;
  }
  return false;
}

/** The objects of a `Format-List`. What is indented deeper than the properties continues the one above. */
export function listRecords(lines: readonly string[]): ExportRecords {
  const records: ExportRecord[] = [];
  let fields = new Map<string, string[]>();
  let current: string[] | undefined;
  let indent: number | undefined;
  let valueColumn = 0;
  let separated = false;
  for (const [index, line] of lines.entries()) {
    const [, before = '', space = '', name, value = ''] = property.exec(line) ?? [];
    if (name !== undefined && (indent === undefined || space.length <= indent)) {
      indent ??= space.length;
      valueColumn = before.length;
      const key = name.toLowerCase();
      if (current === undefined || separated || fields.has(key)) {
        fields = new Map();
        records.push({ line: index + 1, fields });
      }
      separated = false;
      current = [value];
      fields.set(key, current);
    } else if (line.trim() === '') {
      // It parts two objects, or two paragraphs of a value.
      separated = true;
    } else if (/^\s/.test(line)) {
      separated = false;
      current?.push(line.slice(0, valueColumn).trim() === '' ? line.slice(valueColumn) : line.trimStart());
    }
  }
  return { records, problems: [], unread: null };
}

/**
 * What a property said before the console wrapped it. Lines are broken between words, after a hyphen too; where the
 * language has none (Japanese, Chinese, Korean), at the console's last column, so that lines of one length may be pieces of
 * a word as well. Both readings are given then, the likelier first.
 */
export function unwrap(lines: readonly string[]): readonly string[] {
  const words = oneLine(lines.map((line) => (line.endsWith('-') ? line : `${line} `)).join(''));
  if (lines.length < 2) return [words];
  // The first line stood beside the property's name and the last one ends early, so those between are compared.
  const full = new Set(lines.slice(1, -1).map((line) => line.length)).size <= 1;
  return full ? [words, oneLine(lines.join(''))] : [words];
}
