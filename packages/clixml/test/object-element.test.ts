import { expect, test } from 'vitest';
import { type ClixmlObject, parseClixml } from '../src/index.ts';

const one = (xml: string): ClixmlObject => {
  const [value] = parseClixml(`<Objs>${xml}</Objs>`);
  expect(value?.type).toBe('Obj');
  return value as ClixmlObject;
};

const reason = (xml: string, version = '1.1.0.1'): unknown => {
  try {
    return parseClixml(`<Objs Version="${version}">${xml}</Objs>`);
  } catch (error) {
    return (error as { reason: unknown }).reason;
  }
};

test('what is absent is absent, and what is empty is empty', () => {
  expect(one('<Obj/>')).toStrictEqual({ type: 'Obj' });
  expect(one('<Obj><TN/><ToString/><LST/><Props/><MS/></Obj>')).toStrictEqual({
    type: 'Obj',
    typeNames: [],
    toStringValue: '',
    base: { type: 'LST', items: [] },
    adapted: new Map(),
    extended: new Map(),
  });
});

test('adapted and extended properties are told apart, in any order, and their names decoded', () => {
  const object = one('<Obj><MS><I32 N="a_x0020_b">1</I32></MS><Props><Nil N="c"/></Props></Obj>');
  expect(object.extended).toStrictEqual(new Map([['a b', { type: 'I32', value: 1 }]]));
  expect(object.adapted).toStrictEqual(new Map([['c', { type: 'Nil' }]]));
});

test('of two properties of one name the last counts, as for PowerShell', () => {
  expect(one('<Obj><MS><S N="a">1</S><S N="a">2</S></MS></Obj>').extended?.get('a')).toMatchObject({ value: '2' });
});

test('members may be sets of members', () => {
  const object = one('<Obj><MS><MS N="PSStandardMembers"><MS N="in"/><S N="x">y</S></MS></MS></Obj>');
  expect(object.extended?.get('PSStandardMembers')).toStrictEqual({
    type: 'MS',
    members: new Map<string, unknown>([
      ['in', { type: 'MS', members: new Map() }],
      ['x', { type: 'S', value: 'y' }],
    ]),
  });
});

test('type names are shared by reference', () => {
  const [a, b] = parseClixml(
    '<Objs><Obj><TN RefId="7"><T>A_x000A_</T><T>B</T></TN></Obj><Obj><TNRef RefId="7"/></Obj></Objs>',
  ) as ClixmlObject[];
  expect(a?.typeNames).toEqual(['A\n', 'B']);
  expect(b?.typeNames).toBe(a?.typeNames);
});

test('an object that is referred to is the same object, also in itself', () => {
  const [first, second, third] = parseClixml(
    '<Objs><Obj RefId="0"><MS><Ref N="self" RefId="0"/></MS></Obj><Ref RefId="0"/><Obj><LST><Ref RefId="0"/></LST></Obj></Objs>',
  ) as ClixmlObject[];
  expect(first?.extended?.get('self')).toBe(first);
  expect(second).toBe(first);
  expect(third?.base).toMatchObject({ items: [first] });
});

test('a RefId that comes again means the later object', () => {
  const values = parseClixml('<Objs><Obj RefId="0"/><Obj RefId="0"><I32>1</I32></Obj><Ref RefId="0"/></Objs>');
  expect(values[2]).toBe(values[1]);
});

test('an object may wrap an object', () => {
  expect(one('<Obj><Obj><I32>5</I32></Obj><MS/></Obj>')).toStrictEqual({
    type: 'Obj',
    base: { type: 'Obj', base: { type: 'I32', value: 5 } },
    extended: new Map(),
  });
});

test.each([
  ['an element there is not', '<Obj><Foo/></Obj>', 'unexpected-element'],
  ['one named like a method', '<Obj><constructor/></Obj>', 'unexpected-element'],
  ['$null as what is wrapped', '<Obj><Nil/></Obj>', 'unexpected-element'],
  ['a reference as what is wrapped', '<Obj RefId="0"><Ref RefId="0"/></Obj>', 'unexpected-element'],
  ['two wrapped values', '<Obj><I32>1</I32><I32>2</I32></Obj>', 'unexpected-element'],
  ['a wrapped value and a list', '<Obj><LST/><I32>2</I32></Obj>', 'unexpected-element'],
  ['type names twice', '<Obj><TN/><TN/></Obj>', 'unexpected-element'],
  ['ToString twice', '<Obj><ToString/><ToString/></Obj>', 'unexpected-element'],
  ['properties twice', '<Obj><Props/><Props/></Obj>', 'unexpected-element'],
  ['a set of members among properties of the type', '<Obj><Props><MS N="x"/></Props></Obj>', 'unexpected-element'],
  ['what is no type name', '<Obj><TN><S/></TN></Obj>', 'unexpected-element'],
  ['an element in a string', '<Obj><MS><S N="a">x<b/></S></MS></Obj>', 'unexpected-element'],
  ['an element in $null', '<Nil><S/></Nil>', 'unexpected-element'],
  ['an element in a reference', '<Obj RefId="0"/><Ref RefId="0"><S/></Ref>', 'unexpected-element'],
  ['text in an object', '<Obj>text</Obj>', 'unexpected-text'],
  ['text among type names', '<Obj><TN><T>a</T>x</TN></Obj>', 'unexpected-text'],
  ['text in $null', '<Nil>x</Nil>', 'unexpected-text'],
  ['a property without a name', '<Obj><MS><S>1</S></MS></Obj>', 'missing-attribute'],
  ['a property with an empty one', '<Obj><MS><S N="">1</S></MS></Obj>', 'missing-attribute'],
  ['a reference to nothing', '<Ref/>', 'missing-attribute'],
  ['a reference to what there is not', '<Ref RefId="9"/>', 'unknown-reference'],
  ['a reference to what comes later', '<Ref RefId="0"/><Obj RefId="0"/>', 'unknown-reference'],
  ['a reference to type names there are not', '<Obj RefId="0"><TNRef RefId="0"/></Obj>', 'unknown-reference'],
  ['a number out of range', '<I32>2147483648</I32>', 'invalid-value'],
])('refuses %s', (_, xml, expected) => {
  expect(reason(xml)).toBe(expected);
});

test('a later version may have elements that are not known, in objects', () => {
  const unknown = '<Obj><Foo><Bar>x</Bar></Foo><I32>5</I32><Foo/></Obj>';
  expect(reason(unknown, '1.2')).toStrictEqual([{ type: 'Obj', base: { type: 'I32', value: 5 } }]);
  expect(reason('<Foo/>', '1.2')).toBe('unexpected-element');
});
