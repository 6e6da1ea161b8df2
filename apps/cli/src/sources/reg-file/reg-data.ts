import type { RegistryValue, RegistryValueKind } from '@mailtls/core';
import { decodeAnsi } from '../decode-text.ts';

/** The types of registry values by their numbers in `winnt.h`. */
export const typeOfKind: Readonly<Record<RegistryValueKind, number>> = {
  String: 1,
  ExpandString: 2,
  Binary: 3,
  DWord: 4,
  MultiString: 7,
  QWord: 11,
};

/**
 * The value that bytes of a type make. Bytes that cannot be of their type, such as a DWord of three, stay bytes: Windows
 * stores them too.
 *
 * @param ansi whether text is in an ANSI code page, as in a REGEDIT4 file, and not in UTF-16.
 */
export function valueOfBytes(type: number, bytes: Buffer, ansi: boolean): RegistryValue {
  const isText = ansi || bytes.length % 2 === 0;
  const text = (): string => (ansi ? decodeAnsi(bytes) : bytes.toString('utf16le'));
  if (type === typeOfKind.String && isText) return { kind: 'String', data: withoutTerminator(text()) };
  if (type === typeOfKind.ExpandString && isText) return { kind: 'ExpandString', data: withoutTerminator(text()) };
  if (type === typeOfKind.MultiString && isText) return { kind: 'MultiString', data: splitMultiString(text()) };
  if (type === typeOfKind.DWord && bytes.length === 4) return { kind: 'DWord', data: bytes.readUInt32LE() };
  if (type === typeOfKind.QWord && bytes.length === 8) return { kind: 'QWord', data: `${bytes.readBigUInt64LE()}` };
  if (type === typeOfKind.Binary) return { kind: 'Binary', data: bytes.toString('hex') };
  return { kind: 'Unknown', type, data: bytes.toString('hex') };
}

/** The bytes that Windows stores for a value, text being UTF-16LE with its terminators. */
export function bytesOfValue(value: RegistryValue): Buffer {
  switch (value.kind) {
    case 'String':
    case 'ExpandString':
      return Buffer.from(`${value.data}\0`, 'utf16le');
    case 'MultiString':
      return Buffer.from(`${value.data.map((item) => `${item}\0`).join('')}\0`, 'utf16le');
    case 'DWord': {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(value.data);
      return bytes;
    }
    case 'QWord': {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt(value.data));
      return bytes;
    }
    default:
      return Buffer.from(value.data, 'hex');
  }
}

function withoutTerminator(text: string): string {
  return text.endsWith('\0') ? text.slice(0, -1) : text;
}

/** Splits as .NET's `RegistryKey.GetValue` does: each string ends with a NUL and the list with one more, which may be missing. */
function splitMultiString(text: string): readonly string[] {
  const items = withoutTerminator(text).split('\0');
  if (items.at(-1) === '') items.pop();
  return items;
}
