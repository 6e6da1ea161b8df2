import { dword, RegistrySnapshot } from '@mailtls/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRegFile } from '../../../src/sources/reg-file/parse-reg-file.ts';
import { regHeaders } from '../../../src/sources/reg-file/reg-headers.ts';
import { writeRegFile } from '../../../src/sources/reg-file/write-reg-file.ts';
import type { SourceReading } from '../../../src/sources/source-reading.ts';
import { saying } from '../../../src/wording/saying.ts';
import { anyRegDocument } from './any-document.ts';

const KEY = '[HKEY_LOCAL_MACHINE\\A]';

const parseText = (text: string): SourceReading =>
  parseRegFile(Buffer.from(`${regHeaders.unicode}\n\n${text}`), 'a.reg');

describe('a broken value', () => {
  it.each([
    ['hex:g', 'no-byte'],
    ['hex:0g', 'trailing-text'],
    ['hex:01,,02', 'no-byte'],
    ['hex:01,', 'no-byte'],
    ['hex:001', 'trailing-text'],
    ['hex:01,\\ 02', 'no-byte'],
    ['hex(x):01', 'unknown-kind'],
    ['hex(123456789):01', 'unknown-kind'],
    ['dword:', 'no-dword'],
    ['dword:123456789', 'no-dword'],
    ['dword:0x1', 'trailing-text'],
    ['DWORD:00000001', 'capital-kind'],
    ['dWord:1', 'capital-kind'],
    ['HEX:01', 'capital-kind'],
    ['Hex(b):01', 'capital-kind'],
    ['dword 1', 'unknown-kind'],
    ['qword:01', 'unknown-kind'],
    ['1', 'unknown-kind'],
    ['', 'unknown-kind'],
    ['"a" "b"', 'trailing-text'],
    ['"C:\\Temp"', 'single-backslash'],
    ['-1', 'trailing-text'],
  ] as const)('such as %s is unknown and its line is told', (text, fault) => {
    const { document, problems } = parseText(`${KEY}\n"v"=${text}\n"next"=dword:2\n`);
    const args = { what: saying('reg.value', { name: 'v' }), key: 'HKLM\\A', why: saying(`reg.${fault}`) };
    expect(problems).toEqual([{ path: 'a.reg', line: 4, count: 1, what: saying('reg.bad-line', args) }]);
    expect(document.keys[0]).toEqual({ path: 'HKLM\\A', state: 'present', values: { v: 'unknown', next: dword(2) } });
    const snapshot = new RegistrySnapshot(document);
    expect(snapshot.value('HKLM\\A', 'V')).toEqual({ state: 'unknown' });
    expect(snapshot.value('HKLM\\A', 'other')).toEqual({ state: 'absent', key: 'present' });
  });

  it('takes its further lines with it', () => {
    const { document, problems } = parseText(`${KEY}\n"v"=hex:01,xx,\\\n  02,\\\n  03\n"next"=dword:2\n`);
    expect(problems).toHaveLength(1);
    expect(document.keys[0]?.values).toEqual({ v: 'unknown', next: dword(2) });
  });

  it('that lacks its closing quote does not take the next one with it', () => {
    const { document, problems } = parseText(`${KEY}\n"v"="C:\\\\x\n"next"=dword:2\n"last"="y"\n`);
    expect(problems.map(({ line }) => line)).toEqual([4]);
    expect(document.keys[0]?.values).toEqual({ v: 'unknown', next: dword(2), last: { kind: 'String', data: 'y' } });
  });
});

describe('a line that does not tell which value it was', () => {
  it.each(['hello', '"v" dword:1', '"v', 'Enabled=dword:1', `"${'n'.repeat(16_384)}"=dword:1`])(
    '(%.20s) leaves the rest of its key unknown',
    (line) => {
      const { document, problems } = parseText(`${KEY}\n"a"=dword:1\n${line}\n"b"=dword:2\n\n[HKLM\\A\\B]\n`);
      expect(problems.map((problem) => problem.line)).toEqual([5]);
      const snapshot = new RegistrySnapshot(document);
      expect(snapshot.value('HKLM\\A', 'a')).toEqual({ state: 'present', value: dword(1) });
      expect(snapshot.value('HKLM\\A', 'b')).toEqual({ state: 'present', value: dword(2) });
      expect(snapshot.value('HKLM\\A', 'v')).toEqual({ state: 'unknown' });
      expect(snapshot.value('HKLM\\A\\B', 'v')).toEqual({ state: 'absent', key: 'present' });
    },
  );
});

describe('a key that cannot be read', () => {
  it.each([
    '[HKEY_LOCAL_MACHINE\\B',
    '[HKEY_LOCAL\\B]',
    '[]',
    '[\\]',
    '[HKLM\\A\\\\B]',
    '[HKLM\\B] x',
    `[HKLM\\${'k'.repeat(256)}]`,
    `[HKLM${'\\k'.repeat(513)}]`,
  ])('(%.30s) is passed over with its values, and nothing is covered', (line) => {
    const { document, problems } = parseText(
      `${KEY}\n"a"=dword:1\n\n${line}\n"b"=dword:2\n"c"=x\n\n[HKLM\\C]\n"d"=dword:3\n`,
    );
    expect(problems).toEqual([{ path: 'a.reg', line: 6, count: 1, what: saying('reg.bad-key') }]);
    expect(document.covers).toEqual([]);
    expect(document.keys.map(({ path, values }) => [path, values])).toEqual([
      ['HKLM\\A', { a: dword(1) }],
      ['HKLM\\C', { d: dword(3) }],
    ]);
  });
});

it('tells of values that have no key once', () => {
  const { document, problems } = parseText(`"a"=dword:1\nhello\n"b"=dword:1\n[-HKLM\\A]\n"c"=dword:1\n"d"=dword:1\n`);
  expect(problems.map(({ line, what }) => [line, what.id])).toEqual([
    [3, 'reg.no-key'],
    [7, 'reg.deleted-key'],
  ]);
  expect(document.keys).toEqual([{ path: 'HKLM\\A', state: 'absent', values: {} }]);
});

describe('a file that ends too early', () => {
  it.each([
    '"b"=dword:0000000',
    '"b"=hex:01,0',
    '"b"=hex(b):01,00,00,00,00,00,00,0',
    '"b"="x',
    '"b"=dwo',
    '"b"=',
    '"b',
    '[HKEY_LOCAL_MACHINE\\A\\',
  ])('at %s covers nothing and says where', (end) => {
    const { document, problems } = parseText(`${KEY}\n"a"=dword:1\n${end}`);
    expect(problems.map(({ line }) => line)).toEqual([5]);
    expect(document.covers).toEqual([]);
    const snapshot = new RegistrySnapshot(document);
    expect(snapshot.value('HKLM\\A', 'a')).toEqual({ state: 'present', value: dword(1) });
    expect(snapshot.value('HKLM\\A', 'b')).toEqual({ state: 'unknown' });
    expect(snapshot.value('HKLM\\A\\B', 'x')).toEqual({ state: 'unknown' });
  });

  it.each(['"b"=dword:00000001', '"b"="x"', '"b"=-', '[HKLM\\B]', '; b'])(
    'may lack the end of its last line: %s',
    (end) => {
      expect(parseText(`${KEY}\n${end}`).problems).toEqual([]);
    },
  );

  it('in the middle of a character covers nothing', () => {
    const bytes = Buffer.from(`\ufeff${regHeaders.unicode}\r\n\r\n${KEY}\r\n"a"="x"\r\n`, 'utf16le');
    const { document, problems } = parseRegFile(bytes.subarray(0, -1), 'a.reg');
    expect(problems).toHaveLength(1);
    expect(document.covers).toEqual([]);
  });

  it('never says other of a value than the whole one, wherever it ends', () => {
    fc.assert(
      fc.property(anyRegDocument, fc.double({ min: 0, max: 1, noNaN: true }), (document, share) => {
        const bytes = writeRegFile(document);
        const head = 2 + 2 * (regHeaders.unicode.length + 4);
        const end = head + Math.floor(share * (bytes.length - head));
        const whole = new RegistrySnapshot(document);
        const { document: cut } = parseRegFile(bytes.subarray(0, end), 'a.reg');
        const snapshot = new RegistrySnapshot(cut);
        for (const { path, values } of cut.keys) {
          // A bracket in a key's name may be taken for its end.
          if (path.includes(']')) continue;
          for (const name of Object.keys(values)) {
            const found = snapshot.value(path, name);
            // Of a key that is shown in part it is not said that it is there, where one of its values is known to be absent.
            if (found.state === 'absent') expect(whole.value(path, name)).toMatchObject({ state: 'absent' });
            else if (found.state === 'present') expect(found).toEqual(whole.value(path, name));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('takes any bytes after the header without failing', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '[HKLM\\A]',
      '[-HKLM\\A]',
      '"a"=',
      '@=',
      'hex:',
      'hex(7):',
      'dword:',
      '01,',
      '\\',
      '"',
      '\r\n',
      '\n',
      ';',
      '-',
      ']',
    ),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const { document } = parseText(pieces.join(''));
      expect(() => new RegistrySnapshot(document)).not.toThrow();
    }),
    { numRuns: 150 },
  );
});

describe('a large hostile file', () => {
  // Each takes seconds to minutes when the time is quadratic in the size.
  it.each<[string, string]>([
    ['one line', 'x'.repeat(2_000_000)],
    ['one value', `${KEY}\n"a"=hex:${'00,'.repeat(400_000)}00\n`],
    ['one text', `${KEY}\n"a"="${'\\\\'.repeat(200_000)}"\n`],
    ['opened quotes', `${KEY}\n${'"\n'.repeat(400_000)}`],
    ['opened values', `${KEY}\n${'@="\n'.repeat(200_000)}`],
    ['escaped quotes', `${KEY}\n${'"\\"'.repeat(200_000)}`],
    ['opened brackets', '[\n'.repeat(400_000)],
    ['broken lines', `${KEY}\n${'"a"=\n'.repeat(200_000)}`],
    ['deep keys', `[HKLM${'\\a'.repeat(512)}]\n`.repeat(500)],
    ['keys deep in turn', `[HKLM\\a${'\\a'.repeat(511)}]\n[HKLM\\b${'\\a'.repeat(511)}]\n`.repeat(500)],
    ['backslashes', `[HKLM${'\\'.repeat(2_000_000)}]\n`],
    ['deletions', `[HKLM\\A\\B]\n[-HKLM\\A]\n`.repeat(50_000)],
    ['one key again and again', `${KEY}\n"a"=dword:1\n`.repeat(50_000)],
    ['names in other case', `${KEY}\n${Array.from({ length: 30_000 }, (_, i) => `"N${i}"=-\n"n${i}"=-\n`).join('')}`],
  ])('of %s is read', (_, text) => {
    expect(parseText(text).problems.length).toBeLessThan(60);
  });
});
