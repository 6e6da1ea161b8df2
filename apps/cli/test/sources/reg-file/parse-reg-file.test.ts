import { readFileSync } from 'node:fs';
import { dword, effectiveState, machineFacts, RegistrySnapshot, type RegistryValue } from '@mailtls/core';
import { describe, expect, it } from 'vitest';
import { parseRegFile } from '../../../src/sources/reg-file/parse-reg-file.ts';
import type { SourceError } from '../../../src/sources/source-error.ts';
import type { SourceReading } from '../../../src/sources/source-reading.ts';
import { saying } from '../../../src/wording/saying.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

const KEY = '[HKEY_LOCAL_MACHINE\\A]';

function parse(...lines: readonly string[]): SourceReading {
  return parseRegFile(Buffer.from(['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n')), 'a.reg');
}

/** The values of the first key. */
const valuesOf = ({ document }: SourceReading): unknown => document.keys[0]?.values;

describe('an export', () => {
  it('of Server 2008 R2 without TLS 1.2 keys says that TLS 1.2 is off, by the default of Windows', () => {
    const { document, problems } = parseRegFile(fixture('2008r2-exchange2010.reg'), 'a.reg');
    expect(problems).toEqual([]);
    const snapshot = new RegistrySnapshot(document);
    const facts = machineFacts(snapshot);
    expect(facts).toEqual({
      name: 'EX01',
      windows: { name: 'Windows Server 2008 R2 Standard', build: '6.1.7601', release: '2008R2' },
      exchange: { name: 'Exchange Server 2010 SP3', build: '14.3.123.4' },
      restart: 'unknown',
    });
    expect(effectiveState(snapshot, '2008R2', 'TLS 1.2', 'client')).toMatchObject({
      effective: 'disabled-by-default',
      basis: 'os-default',
    });
    expect(document.covers).toHaveLength(4);
    expect(snapshot.key('HKLM\\SOFTWARE\\Microsoft\\.NETFramework')).toBe('unknown');
  });

  it('of Server 2012 R2 shows the server half, and the client half as absent', () => {
    const snapshot = new RegistrySnapshot(parseRegFile(fixture('2012r2-schannel.reg'), 'a.reg').document);
    const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2';
    expect(snapshot.value(`${key}\\Server`, 'Enabled')).toEqual({ state: 'present', value: dword(-1) });
    expect(snapshot.value(`${key}\\Client`, 'Enabled')).toEqual({ state: 'absent', key: 'absent' });
    expect(snapshot.key(key.replace('\\Protocols\\TLS 1.2', '\\Ciphers\\RC4 128/128'))).toBe('present');
  });

  it('of the form REGEDIT4 is ANSI, within its bytes too', () => {
    const reading = parseRegFile(fixture('dotnet-regedit4.reg'), 'a.reg');
    expect(valuesOf(reading)).toEqual({
      SystemDefaultTlsVersions: dword(1),
      SchUseStrongCrypto: dword(1),
      InstallRoot: { kind: 'ExpandString', data: '%windir%' },
      Folders: { kind: 'MultiString', data: ['é', 'b'] },
      Größe: { kind: 'String', data: 'café' },
    });
    expect(reading.problems).toEqual([{ path: 'a.reg', line: null, count: 1, what: saying('text.code-page') }]);
  });

  it('is the same in UTF-16, UTF-8 with and without a mark, with CRLF and LF', () => {
    const text = `Windows Registry Editor Version 5.00\n\n${KEY}\n"ț"="x"\n"h"=hex:01,\\\n  02\n`;
    const document = parseRegFile(Buffer.from(text), 'a.reg').document;
    expect(valuesOf({ path: '', problems: [], document })).toEqual({
      ț: { kind: 'String', data: 'x' },
      h: { kind: 'Binary', data: '0102' },
    });
    const crlf = text.replaceAll('\n', '\r\n');
    for (const bytes of [`\ufeff${text}`, crlf].map((one) => Buffer.from(one))) {
      expect(parseRegFile(bytes, 'a.reg').document).toEqual(document);
    }
    expect(parseRegFile(Buffer.from(`\ufeff${crlf}`, 'utf16le'), 'a.reg').document).toEqual(document);
  });

  it('may be several, one after the other in one file', () => {
    const one = '\ufeffWindows Registry Editor Version 5.00\r\n\r\n[HKLM\\A]\r\n"x"=hex(2):61,00,00,00\r\n\r\n';
    const other = '\ufeffREGEDIT4\r\n\r\n[HKLM\\B]\r\n"x"=hex(2):61,00\r\n\r\n';
    const { document, problems } = parseRegFile(Buffer.from(one + other, 'utf16le'), 'a.reg');
    expect(problems).toEqual([]);
    const x = { kind: 'ExpandString', data: 'a' };
    expect(document.keys.map(({ path, values }) => [path, values])).toEqual([
      ['HKLM\\A', { x }],
      ['HKLM\\B', { x }],
    ]);
  });

  it('is refused when its first line is another', () => {
    for (const text of ['', 'Windows Registry Editor Version 6.00\r\n', 'REGEDIT\r\n', 'MZ\0\0', `${KEY}\r\n`]) {
      expect(() => parseRegFile(Buffer.from(text), 'a.reg')).toThrow(
        expect.objectContaining({ name: 'SourceError', reason: 'not-recognised' }) as SourceError,
      );
    }
  });
});

describe('a value', () => {
  it.each<[string, RegistryValue | null]>([
    ['""', { kind: 'String', data: '' }],
    ['"C:\\\\x \\"y\\""', { kind: 'String', data: 'C:\\x "y"' }],
    ['"two\r\nlines"', { kind: 'String', data: 'two\r\nlines' }],
    ['"[not a key]\r\n[HKEY_LOCAL_MACHINE]"', { kind: 'String', data: '[not a key]\r\n[HKEY_LOCAL_MACHINE]' }],
    ['"as Wine\\r\\nwrites"', { kind: 'String', data: 'as Wine\r\nwrites' }],
    ['"x" ; why', { kind: 'String', data: 'x' }],
    ['dword:FFFFFFFF', dword(-1)],
    ['dword:1 ; why', dword(1)],
    ['dword: 00000001', dword(1)],
    ['hex(4):01,00,00,00', dword(1)],
    ['hex:', { kind: 'Binary', data: '' }],
    ['hex: 0A , b ,\t0c', { kind: 'Binary', data: '0a0b0c' }],
    ['hex:\\\r\n  01,\\\r\n  02', { kind: 'Binary', data: '0102' }],
    ['hex(3):01', { kind: 'Binary', data: '01' }],
    ['hex(0):', { kind: 'Unknown', type: 0, data: '' }],
    ['hex(1):61,00,00,00', { kind: 'String', data: 'a' }],
    ['hex(2):25,00,00,00', { kind: 'ExpandString', data: '%' }],
    ['hex(5):00,00,00,01', { kind: 'Unknown', type: 5, data: '00000001' }],
    ['hex(7):61,00,00,00,62,00,00,00,00,00', { kind: 'MultiString', data: ['a', 'b'] }],
    ['hex(a):01', { kind: 'Unknown', type: 10, data: '01' }],
    ['hex(b):ff,ff,ff,ff,ff,ff,ff,ff', { kind: 'QWord', data: '18446744073709551615' }],
    ['hex(ffff0012):01', { kind: 'Unknown', type: 0xffff0012, data: '01' }],
    ['-', null],
    ['- ; why', null],
  ])('is read from %s', (text, value) => {
    const reading = parse(KEY, `"v"=${text}`, '"next"=dword:00000002');
    expect(reading.problems).toEqual([]);
    expect(valuesOf(reading)).toEqual({ v: value, next: dword(2) });
  });

  it.each([
    ['@', ''],
    ['"@"', '@'],
    ['""', ''],
    ['"a=b"', 'a=b'],
    ['"a\\"]\\\\"', 'a"]\\'],
    ['"[x]"', '[x]'],
    ['"; x"', '; x'],
    ['"two\r\nlines"', 'two\r\nlines'],
    ['  "x"\t', 'x'],
  ])('has the name of %s', (text, name) => {
    const reading = parse(KEY, `${text}=dword:00000001`);
    expect(reading.problems).toEqual([]);
    expect(valuesOf(reading)).toEqual({ [name]: dword(1) });
  });

  it('counts as it stands last, whatever the case of its name and however often its key is listed', () => {
    const reading = parse(
      KEY,
      '"a"=dword:1',
      '"b"=dword:1',
      '[HKEY_LOCAL_MACHINE\\B]',
      '[hklm\\a]',
      '"A"=dword:2',
      '"b"=-',
    );
    expect(valuesOf(reading)).toEqual({ A: dword(2), b: null });
    expect(reading.document.keys).toHaveLength(2);
  });
});

describe('a key', () => {
  it.each([
    ['[HKEY_LOCAL_MACHINE\\a]b]', 'HKLM\\a]b'],
    ['[HKEY_LOCAL_MACHINE\\a] ; why', 'HKLM\\a'],
    ['  [HKEY_LOCAL_MACHINE\\a\\]', 'HKLM\\a'],
    ['[HKEY_LOCAL_MACHINE]', 'HKLM'],
    ['[HKEY_LOCAL_MACHINE\\-a ]', 'HKLM\\-a '],
    ['[HKEY_USERS\\.DEFAULT]', 'HKU\\.DEFAULT'],
  ])('is read from %s', (line, path) => {
    const { document, problems } = parse(line, '"x"=dword:1');
    expect(problems).toEqual([]);
    expect(document.keys).toEqual([{ path, state: 'present', values: { x: dword(1) } }]);
    expect(document.covers).toEqual([path]);
  });

  it('that is deleted is absent, with what the file said of it before', () => {
    const { document, problems } = parse(KEY, '"x"=dword:1', '[HKLM\\A\\B]', '', '[-HKEY_LOCAL_MACHINE\\a]');
    expect(problems).toEqual([]);
    expect(document.keys).toEqual([{ path: 'HKLM\\A', state: 'absent', values: {} }]);
    expect(new RegistrySnapshot(document).value('HKLM\\A\\B', 'x')).toEqual({ state: 'absent', key: 'absent' });
  });

  it('that is listed after its deletion holds only what follows', () => {
    const { document } = parse('[-HKEY_LOCAL_MACHINE\\A]', KEY, '"x"=dword:1');
    expect(document.keys).toEqual([{ path: 'HKLM\\A', state: 'present', values: { x: dword(1) } }]);
  });
});
