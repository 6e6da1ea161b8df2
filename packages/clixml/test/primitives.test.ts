import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRIMITIVES } from '../src/primitives.ts';
import { anyPrimitive } from './any-value.ts';

const read = (type: string, text: string): unknown => PRIMITIVES.get(type)?.read(text);

// What the engine reads, by PSSerializer.Deserialize.
test.each<[string, string, unknown]>([
  ['B', 'true', true],
  ['B', ' 0 ', false],
  ['I32', ' +5\r\n', 5],
  ['I32', '-0', 0],
  ['I32', '0000000000000000000000000000000000012', 12],
  ['By', '255', 255],
  ['U64', '18446744073709551615', 18446744073709551615n],
  ['I64', '-9223372036854775808', -9223372036854775808n],
  ['C', '65', 'A'],
  ['C', '55357', '\ud83d'],
  ['Db', '-0', -0],
  ['Db', 'NaN', Number.NaN],
  ['Db', '-INF', Number.NEGATIVE_INFINITY],
  ['Db', '1e400', Number.POSITIVE_INFINITY],
  ['Db', '.5', 0.5],
  ['Db', '5.', 5],
  ['Db', '1.7976931348623157E+308', Number.MAX_VALUE],
  ['Sg', '0.1', Math.fround(0.1)],
  ['Sg', '1e39', Number.POSITIVE_INFINITY],
  ['D', ' 1.10 ', '1.10'],
  ['D', '79228162514264337593543950335', '79228162514264337593543950335'],
  ['D', '.5', '.5'],
  ['D', '000000000000000000000000000000000000000001.5', '000000000000000000000000000000000000000001.5'],
  ['G', 'A0950D44-7a4b-4ad7-83da-e9a66d8f8e62', 'a0950d44-7a4b-4ad7-83da-e9a66d8f8e62'],
  ['Version', '15.2.1118.40', '15.2.1118.40'],
  ['Version', '1.2147483647', '1.2147483647'],
  ['BA', '', new Uint8Array()],
  ['BA', 'AA\n E=', new Uint8Array([0, 1])],
  ['BA', 'AAF=', new Uint8Array([0, 1])],
  ['S', '  ', '  '],
  ['XD', '<a>_x000A_</a>', '<a>\n</a>'],
  ['SS', '70000000e400', '70000000e400'],
])('%s reads %j', (type, text, value) => {
  expect(read(type, text)).toStrictEqual(value);
});

// What the engine refuses.
test.each([
  ['B', 'True'],
  ['B', 'constructor'],
  ['I32', ''],
  ['I32', '0x5'],
  ['I32', '5.0'],
  ['I32', '1,000'],
  ['I32', '1\u00a0'],
  ['I32', '2147483648'],
  ['I32', '9'.repeat(1_000_000)],
  ['By', '256'],
  ['By', '-0'],
  ['By', '٣'],
  ['U64', '-0'],
  ['C', 'A'],
  ['C', '65536'],
  ['Db', ''],
  ['Db', '-'],
  ['Db', 'inf'],
  ['Db', '1,000.5'],
  ['Db', '0x1p3'],
  ['Db', `${'1'.repeat(1_000_000)}x`],
  ['D', '.'],
  ['D', '1e5'],
  ['D', '79228162514264337593543950336'],
  ['D', '1'.repeat(1_000_000)],
  ['G', 'a0950d44'],
  ['Version', '1'],
  ['Version', '1.2.3.4.5'],
  ['Version', '1.-2'],
  ['Version', '1.2147483648'],
  ['BA', 'A'],
  ['BA', 'AAE'],
  ['BA', 'AA==AA=='],
  ['BA', 'AA-_'],
  ['BA', '===='],
  ['DT', '2024-02-30T00:00:00Z'],
  ['TS', 'PT'],
  ['SS', 'a b'],
])('%s refuses %j', (type, text) => {
  expect(read(type, text)).toBeUndefined();
});

test('what is written is read as the same value', () => {
  fc.assert(
    fc.property(anyPrimitive, ({ type, value }) => {
      const codec = PRIMITIVES.get(type);
      return isDeepStrictEqual(codec?.read(codec.write(value) ?? '?'), value);
    }),
    { numRuns: 1000 },
  );
});

// As the engine writes them.
test.each<[string, unknown, string]>([
  ['Sg', Math.fround(0.1), '0.1'],
  ['Sg', Math.fround(3.4028235e38), '3.4028235E+38'],
  ['Db', 5e-324, '5E-324'],
  ['Db', 1e-7, '1E-07'],
  ['Db', -0, '-0'],
  ['Db', Number.POSITIVE_INFINITY, 'INF'],
])('%s writes %d as %s', (type, value, text) => {
  expect(PRIMITIVES.get(type)?.write(value)).toBe(text);
});

test('bytes read share no memory with others', () => {
  const bytes = read('BA', 'AAE=') as Uint8Array;
  expect(bytes.buffer.byteLength).toBe(2);
});
