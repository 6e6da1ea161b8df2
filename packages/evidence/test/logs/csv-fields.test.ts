import { parse } from 'csv-parse/sync';
import { array, assert, constantFrom, integer, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { fieldText, splitFields } from '../../src/logs/csv-fields.ts';

function fieldsOf(line: string, wanted: number): { readonly fields: readonly string[]; readonly rest: string } {
  // Between other lines, as in a block.
  const before = Buffer.from('"a,b\n');
  const bytes = Buffer.concat([before, Buffer.from(line), Buffer.from('\n",c')]);
  const end = before.length + Buffer.byteLength(line);
  const bounds = new Int32Array(2 * wanted + 2);
  const count = splitFields(bytes, before.length, end, wanted, bounds);
  const at = (index: number): [number, number] => [bounds[index] ?? -1, bounds[index + 1] ?? -1];
  return {
    fields: Array.from({ length: count }, (_, index) => fieldText(bytes, ...at(2 * index))),
    rest: bytes.toString('utf8', ...at(2 * count)),
  };
}

const field = string({ unit: constantFrom('a', '"', ',', ' ', 'é', '🚀'), maxLength: 8 });
const written = (value: string): string => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

test('fields come out as they went in, and as a CSV library reads them', () => {
  assert(
    property(array(field, { minLength: 1, maxLength: 9 }), integer({ min: 1, max: 12 }), (values, wanted) => {
      const line = values.map(written).join(',');
      const { fields, rest } = fieldsOf(line, wanted);
      expect(fields).toEqual(values.slice(0, wanted));
      expect(rest).toBe(values.slice(wanted).map(written).join(','));
      if (line !== '') expect((parse(line) as string[][])[0]?.slice(0, wanted)).toEqual(fields);
    }),
  );
});

test('a time at the beginning is a field like any other', () => {
  expect(fieldsOf('2023-01-11T16:00:00.000Z,a,b', 3).fields).toEqual(['2023-01-11T16:00:00.000Z', 'a', 'b']);
  expect(fieldsOf('2023-01-11T16:00:00.000Z', 3).fields).toEqual(['2023-01-11T16:00:00.000Z']);
  expect(fieldsOf('2023-01-11T16:00:00.000Z,', 3).fields).toEqual(['2023-01-11T16:00:00.000Z', '']);
});

test('what is only like a time at the beginning is searched for its commas', () => {
  expect(fieldsOf('2023-01-11T16:00:00,123Z,a', 3).fields).toEqual(['2023-01-11T16:00:00', '123Z', 'a']);
});

test('an open quote reaches to the end of the line and no further', () => {
  expect(fieldsOf('a,"b,c', 5).fields).toEqual(['a', 'b,c']);
  expect(fieldsOf('"', 5).fields).toEqual(['']);
});

test('a quote within a field that does not begin with one is a character', () => {
  expect(fieldsOf('a"b,c', 5).fields).toEqual(['a"b', 'c']);
});

test('what is no UTF-8 becomes U+FFFD', () => {
  expect(fieldText(Buffer.from([0x61, 0x92, 0x62]), 0, 3)).toBe('a\uFFFDb');
});
