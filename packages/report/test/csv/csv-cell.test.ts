import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell } from '../../src/csv/csv-cell.ts';
import { inertText } from '../../src/inert-text.ts';

test.each<[given: string | number | null | undefined, want: string]>([
  ['plain', 'plain'],
  ['a "quoted", text', '"a ""quoted"", text"'],
  [' blank at the ends ', '" blank at the ends "'],
  ['a\r\nb', 'a\\x0d\\x0ab'],
  [28, '28'],
  [null, ''],
  [undefined, ''],
  ['', ''],
])('%j is %j', (given, want) => {
  expect(csvCell(given)).toBe(want);
});

test.each<[given: string, want: string]>([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "' =1"],
  ['\r=1', '\\x0d=1'],
  ['＝1＋1', "'＝1＋1"],
  ['a;=1+1', "a;'=1+1"],
  ['a;"=1+1', '"a;\'""=1+1"'],
  ['a\n=1', 'a\\x0a=1'],
])('the formula in %j is none in %j', (given, want) => {
  expect(csvCell(given)).toBe(want);
});

test('what is no formula is left as it is', () => {
  for (const text of ['250-STARTTLS', 'a=b', '8:36:08 AM', 'x; y', '1 - 2']) expect(csvCell(text)).toBe(text);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '"', "'", ',', ';', ' ', '\t', '\r', '\n', 'a'),
    maxLength: 12,
  }),
);

test('a reader of CSV gets the text back, but for what is made harmless', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (texts) => {
      // An empty line is no row to the reader, so there is a cell in front.
      const [row] = parse(`${['x', ...texts.map(csvCell)].join(',')}\r\n`) as string[][];
      const unguarded = (text: string): string => text.replaceAll("'", '');
      expect(row?.slice(1).map(unguarded)).toEqual(texts.map(inertText).map(unguarded));
    }),
  );
});

test.each([',', ';', '\t'])('no cell is a formula to a spreadsheet that splits rows at %j', (separator) => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
      const line = ['x', ...texts.map(csvCell)].join(',');
      expect(line).not.toMatch(/[\r\n]/);
      const options = { delimiter: separator, relax_quotes: true, relax_column_count: true };
      const cells = separator === ',' ? (parse(line, options) as string[][]).flat() : line.split(separator);
      for (const cell of cells) expect(cell).not.toMatch(/^["\s]*[=+\-@\t\r＝＋－＠]/);
    }),
  );
});
