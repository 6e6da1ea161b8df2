import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ClixmlObject, parseClixml } from '../src/index.ts';

const reason = (xml: string): unknown => {
  try {
    return parseClixml(`<Objs><Obj>${xml}</Obj></Objs>`);
  } catch (error) {
    return (error as { reason: unknown }).reason;
  }
};

test('lists of all kinds, in the order of the file', () => {
  const [root] = parseClixml(readFileSync(new URL('fixtures/containers.xml', import.meta.url)));
  const { items } = (root as ClixmlObject).base as { items: ClixmlObject[] };
  expect(items.map((item) => item.base?.type)).toEqual(['LST', 'LST', 'LST', 'QUE', 'STK', 'IE', 'DCT', 'DCT', 'LST']);
  expect(items[3]?.base).toMatchObject({ items: [{ value: 'first' }, { value: 'second' }] });
  expect(items[4]?.base).toMatchObject({ items: [{ value: 'top' }, { value: 'bottom' }] });
});

test('a dictionary has keys of any type, and all its entries', () => {
  const entry = (key: string, value: string): string => `<En>${key}${value}</En>`;
  const xml = [
    entry('<S N="Key">a</S>', '<Nil N="Value"/>'),
    entry('<S N="key">A</S>', '<I32 N="VALUE">1</I32>'),
    entry('<Obj N="Key"><MS/></Obj>', '<S N="Value">x</S>'),
  ].join('');
  const [object] = parseClixml(`<Objs><Obj><DCT>${xml}</DCT></Obj></Objs>`);
  expect((object as ClixmlObject).base).toStrictEqual({
    type: 'DCT',
    entries: [
      [{ type: 'S', value: 'a' }, { type: 'Nil' }],
      [
        { type: 'S', value: 'A' },
        { type: 'I32', value: 1 },
      ],
      [
        { type: 'Obj', extended: new Map() },
        { type: 'S', value: 'x' },
      ],
    ],
  });
});

test.each([
  ['text in a list', '<LST>x</LST>', 'unexpected-text'],
  ['what is no value in a list', '<LST><LST/></LST>', 'unexpected-element'],
  ['what is no entry', '<DCT><S N="Key">a</S></DCT>', 'unexpected-element'],
  ['three values in an entry', '<DCT><En><S N="Key"/><S N="Value"/><S N="Value"/></En></DCT>', 'unexpected-element'],
  ['a value before its key', '<DCT><En><S N="Value"/><S N="Key"/></En></DCT>', 'missing-attribute'],
  ['a key without a value', '<DCT><En><S N="Key"/></En></DCT>', 'missing-attribute'],
  ['an empty entry', '<DCT><En/></DCT>', 'missing-attribute'],
  ['a key without its name', '<DCT><En><S/><S N="Value"/></En></DCT>', 'missing-attribute'],
  ['a key that is $null', '<DCT><En><Nil N="Key"/><S N="Value"/></En></DCT>', 'invalid-value'],
])('refuses %s', (_, xml, expected) => {
  expect(reason(xml)).toBe(expected);
});

test('a list that nobody wraps is no value', () => {
  expect(() => parseClixml('<Objs><LST/></Objs>')).toThrow(/<LST> is not a value/);
});
