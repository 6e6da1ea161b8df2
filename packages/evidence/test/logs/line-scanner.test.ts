import { readFile } from 'node:fs/promises';
import { array, assert, boolean, constantFrom, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import type { Anchor } from '../../src/logs/anchor-scanner.ts';
import { CONNECTOR_AT, record as field, LineScanner, scannerTables } from '../../src/logs/line-scanner.ts';

test('the binary code is what the text makes', async () => {
  const script = new URL('../../scripts/line-scanner-code.mjs', import.meta.url).href;
  const { lineScannerModule } = (await import(script)) as { lineScannerModule(): Promise<string> };
  const checkedIn = await readFile(new URL('../../src/logs/line-scanner-code.ts', import.meta.url), 'utf8');
  expect(checkedIn).toBe(await lineScannerModule());
});

interface ScannedLine {
  readonly text: string;
  readonly connector: string;
  readonly id: string;
  readonly remote: string;
  readonly event: string;
  readonly data: string;
  readonly tags: number;
}

/** What a scanner makes of lines. Of one that is not plain, only its text. */
function scan(anchors: readonly Anchor[], text: string): readonly (ScannedLine | string)[] {
  const scanner = new LineScanner(scannerTables(anchors), 1 << 16);
  // What was there before makes no difference.
  scanner.memory.fill('x,y"\n', scanner.start - 64, scanner.start + 4096);
  const length = scanner.memory.write(text, scanner.start);
  const lines: (ScannedLine | string)[] = [];
  for (let at = scanner.start; at < scanner.start + length; at = scanner.next) {
    const count = scanner.scan(at, scanner.start + length);
    for (let index = 0; index < count; index += 1) {
      const value = (name: number): number => scanner.records[index * field.length + name] ?? 0;
      const slice = (from: number, to: number): string => scanner.memory.toString('utf8', from, to);
      const whole = slice(value(field.start), value(field.end));
      if (value(field.data) === 0) {
        lines.push(whole);
        continue;
      }
      lines.push({
        text: whole,
        connector: slice(value(field.start) + CONNECTOR_AT, value(field.id) - 1),
        id: slice(value(field.id), value(field.id) + 16),
        remote: slice(value(field.remote), value(field.remoteEnd)),
        event: String.fromCharCode(value(field.tagsAndEvent) & 0xff),
        data: slice(value(field.data), value(field.end)),
        tags: value(field.tagsAndEvent) >>> 8,
      });
    }
  }
  return lines;
}

const head = '2023-01-11T16:00:00.000Z,Internet,08D9F50000000001,0,10.0.0.5:1,192.0.2.1:25,>,';

test('a plain line is cut into its fields, wherever its end lies', () => {
  for (let length = 0; length < 70; length += 1) {
    const data = 'd'.repeat(length);
    for (const end of ['\n', '\r\n']) {
      const line = {
        text: head + data,
        connector: 'Internet',
        id: '08D9F50000000001',
        remote: '192.0.2.1:25',
        event: '>',
        data,
        tags: 0,
      };
      expect(scan([{ text: 'abc', tag: 1 }], `${head}${data}${end}`.repeat(3))).toEqual([line, line, line]);
    }
  }
});

test.for([
  ['', 'an empty one'],
  ['#Software: Microsoft Exchange Server', 'a header'],
  [head.slice(0, -2), 'one that ends in its event'],
  [head.replace('08D9F50000000001', '08D9F500000001'), 'a short id'],
  [head.replace('000Z', '00Z'), 'a short time'],
  [head.replace('T16', ',16'), 'a comma in the time'],
  [head.replace('T16', '"16'), 'a quote in the time'],
  [head.replace('Internet', '"a, b"'), 'a connector in quotes'],
  [head.replace('10.0.0.5', '"10.0.0.5'), 'a quote before the data'],
] as const)('what is not plain is left: %j, %s', ([line]) => {
  expect(scan([{ text: 'abc', tag: 1 }], `${line}\r\n${head}\n${line}\n`)).toEqual([
    line,
    expect.objectContaining({ data: '' }),
    line,
  ]);
});

test('an anchor is found in the data wherever a plain search finds it, and nowhere else', () => {
  // Few letters, so that anchors overlap and nearly match.
  const letters = string({ unit: constantFrom('a', 'b', 'A', 'ab', 'é', '.'), minLength: 3, maxLength: 20 });
  const anchor = record({ text: letters, ignoreCase: boolean() });
  const fold = (text: string, ignoreCase: boolean): string =>
    ignoreCase ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : text;
  assert(
    property(
      array(anchor, { minLength: 1, maxLength: 20 }),
      array(string({ unit: constantFrom('a', 'b', 'A', 'ab', 'é', '.'), maxLength: 60 }), {
        minLength: 1,
        maxLength: 6,
      }),
      (anchors, texts) => {
        const tagged = anchors.map((each, index) => ({ ...each, tag: 2 ** index }));
        const lines = scan(tagged, texts.map((text) => `${head.replace('Internet', 'aabab')}${text}\n`).join(''));
        expect(lines.map((line) => typeof line === 'object' && line.tags)).toEqual(
          texts.map((text) =>
            tagged.reduce(
              (tags, { text: wanted, ignoreCase, tag }) =>
                tags | (fold(text, ignoreCase).includes(fold(wanted, ignoreCase)) ? tag : 0),
              0,
            ),
          ),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test('more lines than fit into the records are scanned in several turns', () => {
  const lines = scan([{ text: 'abc', tag: 1 }], '\n'.repeat(10_000));
  expect(lines).toEqual(Array(10_000).fill(''));
});
