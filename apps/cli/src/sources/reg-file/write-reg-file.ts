import type { RegistryValue, SnapshotDocument } from '@mailtls/core';
import { saying } from '../../wording/saying.ts';
import { SourceError } from '../source-error.ts';
import { bytesOfValue, typeOfKind } from './reg-data.ts';
import { regHeaders } from './reg-headers.ts';

const LONG_HIVES: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKCR: 'HKEY_CLASSES_ROOT',
  HKU: 'HKEY_USERS',
  HKCC: 'HKEY_CURRENT_CONFIG',
};

/** regedit ends a line of `hex:` once a byte and its comma bring it to this column, and indents the next one by two. */
const FULL_COLUMN = 77;

/**
 * The `.reg` file that makes a registry what the document says, as regedit writes it: UTF-16LE, bytes wrapped at 80 columns.
 * Absent keys and values are written as deletions; what is unknown is left out. A text with line breaks or a NUL is written as
 * bytes, which every reader of `.reg` files takes.
 *
 * @throws SourceError `malformed` for a key whose name holds a line break: a `.reg` file cannot say it.
 */
export function writeRegFile(document: SnapshotDocument): Uint8Array {
  const lines = [regHeaders.unicode, ''];
  for (const { path, state, values } of document.keys) {
    if (/[\r\n]/.test(path)) {
      throw new SourceError('malformed', saying('reg.key-of-two-lines', { path }));
    }
    const [hive = '', ...rest] = path.split('\\');
    const key = [LONG_HIVES[hive] ?? hive, ...rest].join('\\');
    lines.push(state === 'absent' ? `[-${key}]` : `[${key}]`);
    for (const [name, value] of Object.entries(values)) {
      if (value !== 'unknown') lines.push(valueLine(name === '' ? '@' : quoted(name), value));
    }
    lines.push('');
  }
  lines.push('');
  return Buffer.from(`\ufeff${lines.join('\r\n')}`, 'utf16le');
}

function valueLine(name: string, value: RegistryValue | null): string {
  if (value === null) return `${name}=-`;
  if (value.kind === 'String' && !/[\r\n\0]/.test(value.data)) return `${name}=${quoted(value.data)}`;
  if (value.kind === 'DWord') return `${name}=dword:${value.data.toString(16).padStart(8, '0')}`;
  const type = value.kind === 'Unknown' ? value.type : typeOfKind[value.kind];
  return wrapped(value.kind === 'Binary' ? `${name}=hex:` : `${name}=hex(${type.toString(16)}):`, bytesOfValue(value));
}

function wrapped(head: string, bytes: Buffer): string {
  const lines = [];
  let line = head;
  for (const [i, byte] of bytes.entries()) {
    line += byte.toString(16).padStart(2, '0');
    if (i === bytes.length - 1) break;
    line += ',';
    if (line.length >= FULL_COLUMN) {
      lines.push(`${line}\\`);
      line = '  ';
    }
  }
  return [...lines, line].join('\r\n');
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
