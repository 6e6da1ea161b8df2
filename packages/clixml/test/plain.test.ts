import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClixmlValue, fromPlain, type PlainInput, parseClixml, serializeClixml, toPlain } from '../src/index.ts';
import { anyText } from './any-value.ts';

const fixture = (name: string): ClixmlValue =>
  parseClixml(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))[0] as ClixmlValue;

test('an exported object is an object of its properties', () => {
  expect(toPlain(fixture('tls-settings.xml'))).toStrictEqual({
    ServerName: 'Exch1 – München',
    Registry: {
      TLS: {
        '1.0': { TLSVersion: '1.0', ServerEnabled: true, ServerEnabledValue: null },
        '1.2': { TLSVersion: '1.2', ServerEnabled: false, ServerEnabledValue: null },
      },
    },
    SecurityProtocol: 'Tls',
  });
});

test('lists are arrays, dictionaries objects or Maps', () => {
  expect(toPlain(fixture('containers.xml'))).toStrictEqual([
    [1, 'a', null],
    [],
    [1, 2],
    ['first', 'second'],
    ['top', 'bottom'],
    ['only'],
    new Map<unknown, unknown>([
      ['name', 'x'],
      [2, 'two'],
      [3n, [1]],
      ['a0950d44-7a4b-4ad7-83da-e9a66d8f8e62', null],
      [true, { k: 1 }],
    ]),
    {},
    [[['deep']]],
  ]);
});

test('enums are their names, also when they were deserialized before', () => {
  expect(toPlain(fixture('enum.xml'))).toStrictEqual(['Friday', 'Red', 'SecurityError']);
  expect(toPlain(fixture('again.xml'))).toMatchObject([
    { Host: 'mail.example.com', Port: 444 },
    'Friday',
    expect.any(Map),
  ]);
});

test('what a primitive has around it is left out', () => {
  expect(toPlain(fixture('wrapped.xml'))).toStrictEqual(['text with notes', 5, { Name: 'x' }, {}]);
  expect(toPlain({ type: 'Obj', base: { type: 'Obj', base: { type: 'I32', value: 5 } } })).toBe(5);
});

test('an object without properties is what PowerShell shows it as', () => {
  expect(toPlain({ type: 'Obj', typeNames: ['A'], toStringValue: 'shown' })).toBe('shown');
  expect(toPlain({ type: 'Obj', toStringValue: 'shown', adapted: new Map() })).toStrictEqual({});
});

test('added properties come before those of the type', () => {
  const members = (value: string): Map<string, ClixmlValue> => new Map([['a', { type: 'S', value }]]);
  expect(toPlain({ type: 'Obj', adapted: members('adapted'), extended: members('extended') })).toStrictEqual({
    a: 'extended',
  });
});

test('a progress record is its fields', () => {
  const [progress] = parseClixml(readFileSync(new URL('fixtures/stderr.txt', import.meta.url)));
  expect(progress && toPlain(progress)).toMatchObject({ SourceId: 1n, Record: { percentComplete: -1 } });
});

test('an object in itself is one object', () => {
  const plain = toPlain(fixture('cycle.xml')) as { Self: unknown; Items: unknown[] };
  expect(plain.Self).toBe(plain);
  expect(plain.Items[0]).toBe(plain);
});

test('a graph that would be 2^40 values as a tree stays a graph', () => {
  let object: ClixmlValue = { type: 'Obj' };
  for (let level = 0; level < 40; level++) {
    object = { type: 'Obj', base: { type: 'LST', items: [object, object] } };
  }
  const plain = toPlain(object) as unknown[];
  expect(plain[0]).toBe(plain[1]);
});

test('no name reaches a prototype', () => {
  const entries: [ClixmlValue, ClixmlValue][] = [
    [
      { type: 'S', value: '__proto__' },
      { type: 'S', value: 'x' },
    ],
  ];
  const plain = toPlain({ type: 'Obj', base: { type: 'DCT', entries } }) as object;
  expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
  expect(Object.entries(plain)).toEqual([['__proto__', 'x']]);
});

test('JavaScript values get the types that PowerShell gives them', () => {
  const date = new Date('2024-01-02T03:04:05.678Z');
  const text = serializeClixml([
    fromPlain({ a: 'x', b: true, c: 1, d: 2 ** 31, e: 0.5, f: -0, g: 5n, h: null, i: date, j: new Uint8Array([1]) }),
    fromPlain(['x']),
    fromPlain(new Map<PlainInput, PlainInput>([[1, 'x']])),
  ]);
  for (const line of [
    '<T>System.Management.Automation.PSCustomObject</T>',
    '<S N="a">x</S>',
    '<B N="b">true</B>',
    '<I32 N="c">1</I32>',
    '<Db N="d">2147483648</Db>',
    '<Db N="e">0.5</Db>',
    '<Db N="f">-0</Db>',
    '<I64 N="g">5</I64>',
    '<Nil N="h" />',
    '<DT N="i">2024-01-02T03:04:05.678Z</DT>',
    '<BA N="j">AQ==</BA>',
    '<T>System.Object[]</T>',
    '<T>System.Collections.Hashtable</T>',
    '<I32 N="Key">1</I32>',
  ]) {
    expect(text).toContain(line);
  }
});

test('what is made of plain values is read back as the same', () => {
  const { plain } = fc.letrec<{ plain: PlainInput }>((tie) => ({
    plain: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constant(null),
      anyText,
      fc.boolean(),
      fc.double(),
      fc.integer(),
      fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
      fc.uint8Array(),
      fc.array(tie('plain')),
      fc.dictionary(
        anyText.filter((name) => name !== ''),
        tie('plain'),
        { noNullPrototype: true },
      ),
      fc.uniqueArray(fc.integer(), { minLength: 1 }).map((keys) => new Map(keys.map((key) => [key, 'x']))),
    ),
  }));
  fc.assert(
    fc.property(plain, (value) => {
      const [again] = parseClixml(serializeClixml([fromPlain(value)]));
      expect(again && toPlain(again)).toStrictEqual(value);
    }),
    { numRuns: 300 },
  );
});

test('an object that is in several places, or in itself, is written once', () => {
  const shared = { a: 1 };
  const all: { list: unknown[] } = { list: [shared, shared] };
  all.list.push(all);
  expect(serializeClixml([fromPlain(all as unknown as PlainInput)]).match(/<Ref /g)).toHaveLength(2);
});

test.each([[undefined], [() => 1], [Symbol('x')], [new Date(Number.NaN)], [{ a: undefined }]])(
  'there is no CLIXML for %s',
  (value) => {
    expect(() => fromPlain(value as unknown as PlainInput)).toThrow(
      expect.objectContaining({ reason: 'invalid-value' }),
    );
  },
);
