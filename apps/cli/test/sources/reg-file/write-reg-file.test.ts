import { dword, type RegistryValue, type SnapshotDocument, type SnapshotKey } from '@mailtls/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRegFile } from '../../../src/sources/reg-file/parse-reg-file.ts';
import { writeRegFile } from '../../../src/sources/reg-file/write-reg-file.ts';
import { SourceError } from '../../../src/sources/source-error.ts';
import { anyRegDocument } from './any-document.ts';

function documentOf(...keys: readonly SnapshotKey[]): SnapshotDocument {
  const covers = keys.filter(({ state }) => state === 'present').map(({ path }) => path);
  return { format: 'mailtls-snapshot', version: 1, name: null, covers, keys, facts: {} };
}

const written = (document: SnapshotDocument): string => Buffer.from(writeRegFile(document)).toString('utf16le');

const lineOf = (name: string, value: RegistryValue): string =>
  written(documentOf({ path: 'HKLM\\A', state: 'present', values: { [name]: value } }))
    .split('[HKEY_LOCAL_MACHINE\\A]\r\n')[1]
    ?.trimEnd() ?? '';

it('is read back as the same document, whatever is in it', () => {
  fc.assert(
    fc.property(anyRegDocument, (document) => {
      const reading = parseRegFile(writeRegFile(document), 'a.reg');
      expect(reading.problems).toEqual([]);
      // As text, which tells an own `__proto__` from the prototype.
      expect(JSON.stringify(reading.document)).toBe(JSON.stringify(document));
    }),
    { numRuns: 300 },
  );
});

it('is read back with values of 64 KB', () => {
  const bytes = Buffer.from(Array.from({ length: 65_536 }, (_, i) => i % 251));
  const document = documentOf({
    path: 'HKLM\\A',
    state: 'present',
    values: {
      bytes: { kind: 'Binary', data: bytes.toString('hex') },
      text: { kind: 'String', data: '\\"'.repeat(16_384) },
      lines: { kind: 'ExpandString', data: '%x%\n'.repeat(8192) },
    },
  });
  expect(parseRegFile(writeRegFile(document), 'a.reg').document).toEqual(document);
});

describe('the form of regedit', () => {
  it('has its header, a blank line after each key, and deletions', () => {
    const document = documentOf(
      { path: 'HKLM\\A', state: 'present', values: { '': { kind: 'String', data: 'C:\\x' }, 'a"b': null } },
      { path: 'HKCU\\B', state: 'absent', values: {} },
    );
    expect(written(document)).toBe(
      '\ufeffWindows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\A]\r\n@="C:\\\\x"\r\n"a\\"b"=-\r\n\r\n' +
        '[-HKEY_CURRENT_USER\\B]\r\n\r\n',
    );
  });

  it('writes each kind as regedit does', () => {
    expect(lineOf('d', dword(-1))).toBe('"d"=dword:ffffffff');
    expect(lineOf('q', { kind: 'QWord', data: '1' })).toBe('"q"=hex(b):01,00,00,00,00,00,00,00');
    expect(lineOf('e', { kind: 'ExpandString', data: '%' })).toBe('"e"=hex(2):25,00,00,00');
    expect(lineOf('m', { kind: 'MultiString', data: ['a'] })).toBe('"m"=hex(7):61,00,00,00,00,00');
    expect(lineOf('b', { kind: 'Binary', data: '' })).toBe('"b"=hex:');
    expect(lineOf('n', { kind: 'Unknown', type: 0, data: '01' })).toBe('"n"=hex(0):01');
  });

  // Lines as Wine's regedit 8.0 writes them.
  it('ends lines of bytes where regedit does', () => {
    const hex = (size: number): RegistryValue => ({
      kind: 'Binary',
      data: Buffer.from(Array.from({ length: size }, (_, i) => i)).toString('hex'),
    });
    expect(lineOf('b23', hex(23))).toBe(
      '"b23"=hex:00,01,02,03,04,05,06,07,08,09,0a,0b,0c,0d,0e,0f,10,11,12,13,14,15,16',
    );
    expect(lineOf('b24', hex(24))).toBe(
      '"b24"=hex:00,01,02,03,04,05,06,07,08,09,0a,0b,0c,0d,0e,0f,10,11,12,13,14,15,16,\\\r\n  17',
    );
    expect(lineOf('b49', hex(49))).toBe(
      '"b49"=hex:00,01,02,03,04,05,06,07,08,09,0a,0b,0c,0d,0e,0f,10,11,12,13,14,15,16,\\\r\n' +
        '  17,18,19,1a,1b,1c,1d,1e,1f,20,21,22,23,24,25,26,27,28,29,2a,2b,2c,2d,2e,2f,\\\r\n  30',
    );
    expect(lineOf('n'.repeat(100), hex(2))).toBe(`"${'n'.repeat(100)}"=hex:00,\\\r\n  01`);
  });

  it('leaves out what is unknown', () => {
    const values = { a: 'unknown', b: dword(1) } as const;
    expect(written(documentOf({ path: 'HKLM\\A', state: 'unknown', values }))).toContain(
      '[HKEY_LOCAL_MACHINE\\A]\r\n"b"=dword:00000001\r\n',
    );
  });
});

it('refuses a key whose name a .reg file cannot hold', () => {
  const document = documentOf({ path: 'HKLM\\a\nb', state: 'present', values: {} });
  expect(() => writeRegFile(document)).toThrow(SourceError);
});
