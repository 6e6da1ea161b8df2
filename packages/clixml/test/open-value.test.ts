import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ClixmlValue, parseClixml, prop } from '../src/index.ts';

const [all] = parseClixml(readFileSync(new URL('fixtures/primitives.xml', import.meta.url))) as [ClixmlValue];

// As the engine was given them.
test.each<[string, ClixmlValue]>([
  ['S', { type: 'S', value: 'text' }],
  ['S_empty', { type: 'S', value: '' }],
  ['S_blank', { type: 'S', value: '  ' }],
  ['C', { type: 'C', value: 'A' }],
  ['C_nul', { type: 'C', value: '\0' }],
  ['C_surrogate', { type: 'C', value: '\ud83d' }],
  ['B_true', { type: 'B', value: true }],
  ['B_false', { type: 'B', value: false }],
  ['DT_utc', { type: 'DT', value: '2024-01-02T03:04:05.1234567Z' }],
  ['DT_unspecified', { type: 'DT', value: '2024-01-02T03:04:05.1234567' }],
  ['DT_local', { type: 'DT', value: '2024-01-02T03:04:05.1234567+00:00' }],
  ['DT_max', { type: 'DT', value: '9999-12-31T23:59:59.9999999' }],
  ['TS', { type: 'TS', value: 'P1DT2H3M4.567S' }],
  ['TS_min', { type: 'TS', value: '-P10675199DT2H48M5.4775808S' }],
  ['By', { type: 'By', value: 255 }],
  ['SB', { type: 'SB', value: -128 }],
  ['U16', { type: 'U16', value: 65535 }],
  ['I16', { type: 'I16', value: -32768 }],
  ['U32', { type: 'U32', value: 4294967295 }],
  ['I32', { type: 'I32', value: -2147483648 }],
  ['U64', { type: 'U64', value: 18446744073709551615n }],
  ['I64', { type: 'I64', value: -9223372036854775808n }],
  ['Sg', { type: 'Sg', value: Math.fround(0.1) }],
  ['Sg_nan', { type: 'Sg', value: Number.NaN }],
  ['Db', { type: 'Db', value: 0.1 }],
  ['Db_max', { type: 'Db', value: Number.MAX_VALUE }],
  ['Db_min', { type: 'Db', value: Number.MIN_VALUE }],
  ['Db_nan', { type: 'Db', value: Number.NaN }],
  ['Db_inf', { type: 'Db', value: Number.POSITIVE_INFINITY }],
  ['Db_neginf', { type: 'Db', value: Number.NEGATIVE_INFINITY }],
  ['Db_negzero', { type: 'Db', value: -0 }],
  ['D', { type: 'D', value: '1.10' }],
  ['D_max', { type: 'D', value: '79228162514264337593543950335' }],
  ['D_tiny', { type: 'D', value: '0.0000000000000000000000000001' }],
  ['BA', { type: 'BA', value: new Uint8Array([0, 1, 2, 253, 254, 255]) }],
  ['BA_empty', { type: 'BA', value: new Uint8Array() }],
  ['G', { type: 'G', value: 'a0950d44-7a4b-4ad7-83da-e9a66d8f8e62' }],
  ['URI', { type: 'URI', value: 'https://example.com/a?b=1&c=ü' }],
  ['URI_relative', { type: 'URI', value: 'a/b' }],
  ['Version', { type: 'Version', value: '15.2.1118.40' }],
  ['XD', { type: 'XD', value: '<a b="1"><!--c--><c>x &amp; y</c></a>' }],
  ['SBK', { type: 'SBK', value: 'Get-Date | % { $_ }\n' }],
  ['SS', { type: 'SS', value: '730065006300720065007400' }],
  ['Nil', { type: 'Nil' }],
])('%s of the engine is exact', (name, value) => {
  expect(prop(all, name)).toStrictEqual(value);
});

test('strings of the engine are exact', () => {
  const [root] = parseClixml(readFileSync(new URL('fixtures/strings.xml', import.meta.url))) as [ClixmlValue];
  const strings = [
    'a\r\n\tb',
    '<&>"\'',
    '_x000D_',
    '_X',
    '_',
    '__x',
    '\0\x1f\x7f\x85\x9f',
    '😀',
    '\ud800 lone',
    'lone \udc00',
    '\u2028é\xa0\ufeff',
    ' lead and trail ',
  ];
  expect(strings.map((_, index) => prop(root, index))).toEqual(strings.map((value) => ({ type: 'S', value })));
});

test('text is one, whatever comments and CDATA it is made of', () => {
  expect(parseClixml('<Objs><S>a<!-- c -->b<![CDATA[<x>]]>&amp;</S></Objs>')).toEqual([{ type: 'S', value: 'ab<x>&' }]);
});
