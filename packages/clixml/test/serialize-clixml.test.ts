import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ClixmlObject,
  type ClixmlProgress,
  type ClixmlValue,
  parseClixml,
  serializeClixml,
} from '../src/index.ts';
import { anyRoots } from './any-value.ts';

const fixtures = new URL('fixtures/', import.meta.url);
const ofTheEngine = readdirSync(fixtures).filter(
  (name) => name.endsWith('.xml') && !['utf32.xml', 'queues.xml', 'tls-settings.xml'].includes(name),
);

const decode = (bytes: Uint8Array): string => {
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes).trimEnd();
};

test.each(ofTheEngine)('writes what it read of %s byte for byte as PowerShell did', (name) => {
  const bytes = readFileSync(new URL(name, fixtures));
  expect(serializeClixml(parseClixml(bytes))).toBe(decode(bytes));
});

test.each(['queues.xml', 'tls-settings.xml'])('writes what it read of %s but for line ends', (name) => {
  const bytes = readFileSync(new URL(name, fixtures));
  expect(serializeClixml(parseClixml(bytes))).toBe(decode(bytes).replaceAll('\r\n', '\n'));
});

test('whatever it writes, it reads as the same values, each object once', () => {
  fc.assert(
    fc.property(anyRoots, (roots) => {
      const text = serializeClixml(roots);
      const again = parseClixml(text);
      assert.deepEqual(again, roots);
      expect(serializeClixml(again)).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('writes equal type names once, and refers to them', () => {
  const text = serializeClixml([
    { type: 'Obj', typeNames: ['A', 'B'] },
    { type: 'Obj', typeNames: ['A', 'B'] },
    { type: 'Obj', typeNames: ['AB'] },
  ]);
  expect(text.match(/<TN(?:Ref)? RefId="\d"/g)).toEqual(['<TN RefId="0"', '<TNRef RefId="0"', '<TN RefId="1"']);
});

const refuse = (value: unknown): unknown => {
  try {
    return serializeClixml([value as ClixmlValue]);
  } catch (error) {
    return (error as { reason: unknown }).reason;
  }
};

const wrap = (base: unknown): unknown => ({ type: 'Obj', base });

test.each<[string, unknown]>([
  ['an Int32 out of range', { type: 'I32', value: 2 ** 31 }],
  ['an Int32 with a fraction', { type: 'I32', value: 0.5 }],
  ['an Int32 of -0', { type: 'I32', value: -0 }],
  ['a number for an Int64', { type: 'I64', value: 1 }],
  ['a UInt64 below zero', { type: 'U64', value: -1n }],
  ['a Single that is not one', { type: 'Sg', value: 0.1 }],
  ['two characters for a Char', { type: 'C', value: 'ab' }],
  ['a day that is not', { type: 'DT', value: '2023-02-29T00:00:00' }],
  ['markup for a DateTime', { type: 'DT', value: '<DT/>' }],
  ['a Guid in capitals', { type: 'G', value: 'A0950D44-7A4B-4AD7-83DA-E9A66D8F8E62' }],
  ['text for bytes', { type: 'BA', value: 'AAAA' }],
  ['no value', { type: 'S' }],
  ['a type there is not', { type: 'constructor', value: 'x' }],
  ['a base that is $null', wrap({ type: 'Nil' })],
  ['a key that is $null', wrap({ type: 'DCT', entries: [[{ type: 'Nil' }, { type: 'Nil' }]] })],
  ['a property without a name', { type: 'Obj', extended: new Map([['', { type: 'Nil' }]]) }],
  ['a stream that XML cannot name', { type: 'Nil', stream: '\0' }],
  ['a progress record without fields', { type: 'PR' }],
])('refuses %s', (_, value) => {
  expect(refuse(value)).toBe('invalid-value');
});

test('refuses one object as two keys, and a progress record that is its own parent', () => {
  const key: ClixmlValue = { type: 'Obj' };
  const none: ClixmlValue = { type: 'Nil' };
  expect(
    refuse(
      wrap({
        type: 'DCT',
        entries: [
          [key, none],
          [key, none],
        ],
      }),
    ),
  ).toBe('invalid-value');

  const [record] = parseClixml(
    '<PR><AV>a</AV><AI>1</AI><Nil/><PI>-1</PI><PC>-1</PC><T>Completed</T><SR>-1</SR><SD>b</SD></PR>',
  ) as [ClixmlProgress];
  expect(serializeClixml([record])).toContain('<AI>1</AI>');
  expect(refuse({ ...record, parentActivityId: 1 })).toBe('invalid-value');
  expect(refuse({ ...record, activity: '' })).toBe('invalid-value');
  expect(refuse({ ...record, percentComplete: '5' })).toBe('invalid-value');
});

test('refuses an object that is wrapped in one place and is in another', () => {
  const inner: ClixmlObject = { type: 'Obj' };
  expect(() => serializeClixml([inner, { type: 'Obj', base: inner }])).toThrow(/wraps an object/);
  const self: ClixmlObject = { type: 'Obj' };
  self.base = self;
  expect(refuse(self)).toBe('invalid-value');
});

test('refuses values deeper than PowerShell reads, unless told otherwise', () => {
  const nested = (levels: number): ClixmlValue =>
    levels === 1 ? { type: 'Nil' } : { type: 'Obj', base: { type: 'LST', items: [nested(levels - 1)] } };
  expect(serializeClixml([nested(49)])).toContain('<Nil />');
  expect(refuse(nested(50))).toBe('too-deep');
  expect(serializeClixml([nested(60)], { maxDepth: 60 })).toContain('<Nil />');

  const set = (levels: number): ClixmlObject['extended'] =>
    new Map([['m', levels === 0 ? { type: 'Nil' } : { type: 'MS', members: set(levels - 1) ?? new Map() }]]);
  expect(refuse({ type: 'Obj', extended: set(60) })).toBe('too-deep');
});
