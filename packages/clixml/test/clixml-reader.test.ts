import { expect, test } from 'vitest';
import { type ClixmlLimits, ClixmlReader, type ClixmlReadOptions } from '../src/clixml-reader.ts';
import type { ClixmlValue } from '../src/index.ts';

/** What comes of a document: values, and then maybe the reason of an error. */
function outcome(xml: string, options: ClixmlReadOptions = {}): (ClixmlValue | string)[] {
  const seen: (ClixmlValue | string)[] = [];
  const reader = new ClixmlReader(options);
  try {
    for (const value of reader.read(xml)) seen.push(value);
    for (const value of reader.end()) seen.push(value);
  } catch (error) {
    seen.push((error as { reason: string }).reason);
  }
  return seen;
}

const text = (value: string): ClixmlValue => ({ type: 'S', value });
const nested = (levels: number, leaf = ''): string =>
  `<Objs>${'<Obj><LST>'.repeat(levels)}${leaf}${'</LST></Obj>'.repeat(levels)}</Objs>`;

test('root values, with the streams they were written to', () => {
  expect(outcome('<Objs Version="1.1.0.1"><S S="Error">a</S><Nil S="output"/><S>b</S></Objs>')).toStrictEqual([
    { type: 'S', value: 'a', stream: 'Error' },
    { type: 'Nil', stream: 'output' },
    text('b'),
  ]);
});

test('an object that comes again on its stream is the same, on another a copy', () => {
  const [first, same, other] = outcome(
    '<Objs><Obj S="a" RefId="0"/><Ref S="a" RefId="0"/><Ref S="b" RefId="0"/></Objs>',
  );
  expect(same).toBe(first);
  expect(other).toStrictEqual({ type: 'Obj', stream: 'b' });
  expect(first).toStrictEqual({ type: 'Obj', stream: 'a' });
});

test('a value without a root element, as in a message of remoting', () => {
  expect(outcome('<S>a</S>')).toStrictEqual([text('a')]);
  expect(outcome('<Obj RefId="0"><MS><Ref N="x" RefId="0"/></MS></Obj>')).toHaveLength(1);
});

test.each([
  ['2.0', 'version'],
  ['0.9', 'version'],
  ['', 'version'],
  ['one', 'version'],
  ['1', 'version'],
])('version %j is refused', (version, reason) => {
  expect(outcome(`<Objs Version="${version}"/>`)).toEqual([reason]);
});

test.each(['1.0', '1.1', '1.1.0.1', '01.01'])('version %j is read', (version) => {
  expect(outcome(`<Objs Version="${version}"/>`)).toEqual([]);
});

test('what is after the last root value counts too', () => {
  expect(outcome('<Objs><S>a</S></Objs>x')).toEqual([text('a'), 'malformed']);
  expect(outcome('<Objs><S>a</S>x</Objs>')).toEqual([text('a'), 'unexpected-text']);
  expect(outcome('<Objs><S>a</S>')).toEqual([text('a'), 'truncated']);
  expect(outcome('<Objs><S>a</S><S>b')).toEqual([text('a'), 'truncated']);
  expect(outcome('<Objs><S>a</S><Foo/></Objs>')).toEqual([text('a'), 'unexpected-element']);
});

test('values are as deep as PowerShell reads them', () => {
  expect(outcome(nested(49))).toHaveLength(1);
  expect(outcome(nested(50))).toEqual(['too-deep']);
  expect(outcome(nested(48, '<S/>'))).toHaveLength(1);
  expect(outcome(nested(49, '<S/>'))).toEqual(['too-deep']);
});

test.each([
  ['objects that wrap objects', '<Obj>', '</Obj>'],
  ['sets of members', '<MS N="a">', '</MS>'],
  ['unknown elements', '<Foo>', '</Foo>'],
])('%s cannot be deep either', (_, open, close) => {
  const inside =
    open === '<Obj>' ? ['', ''] : open.startsWith('<MS') ? ['<Obj><MS>', '</MS></Obj>'] : ['<Obj>', '</Obj>'];
  const xml = `<Objs Version="1.2">${inside[0]}${open.repeat(60)}${close.repeat(60)}${inside[1]}</Objs>`;
  expect(outcome(xml)).toEqual(['too-deep']);
});

test('a million levels are refused as fast as fifty', () => {
  expect(outcome(`<Objs>${'<Obj><LST>'.repeat(1_000_000)}`)).toEqual(['too-deep']);
});

test('maxDepth may be raised', () => {
  expect(outcome(nested(3000), { maxDepth: 3000 })).toHaveLength(1);
});

test.each<[string, string, ClixmlLimits]>([
  ['elements', `<Objs><Obj><LST>${'<I32>1</I32>'.repeat(100)}</LST></Obj></Objs>`, { maxNodes: 100 }],
  ['characters', `<Objs><S>${'x'.repeat(200_000)}</S></Objs>`, { maxLength: 100_000 }],
  ['characters of a tag', `<Objs><S S="${'x'.repeat(200_000)}`, { maxLength: 100_000 }],
  ['characters of a name', `<Objs><${'x'.repeat(200_000)}`, { maxLength: 100_000 }],
  ['characters of a comment', `<Objs><!--${'x'.repeat(200_000)}`, { maxLength: 100_000 }],
  ['characters of a DOCTYPE', `<!DOCTYPE a [${'x'.repeat(200_000)}`, { maxLength: 100_000 }],
])('a root value of too many %s is refused', (_, xml, limits) => {
  expect(outcome(xml, limits)).toEqual(['too-large']);
});

test('limits are for a root value, not for the file', () => {
  const xml = `<Objs>${'<Obj><LST><I32>1</I32></LST></Obj>'.repeat(5000)}</Objs>`;
  expect(outcome(xml, { maxNodes: 10, maxLength: 100 })).toHaveLength(5000);
});

const list =
  '<Objs><Obj RefId="0"><TN RefId="0"><T>A</T></TN><LST><S>a</S><Obj RefId="1"><LST><S>b</S></LST></Obj><Ref RefId="1"/></LST><MS/></Obj><S>c</S></Objs>';

test('with items, those of a list that is a root value come instead of it', () => {
  const inner = { type: 'Obj', base: { type: 'LST', items: [text('b')] } };
  expect(outcome(list, { items: true })).toStrictEqual([text('a'), inner, inner, text('c')]);
  expect(outcome(list)).toHaveLength(2);
});

test('with items, limits are for an item', () => {
  const xml = `<Objs><Obj><LST>${'<S>x</S>'.repeat(5000)}</LST></Obj></Objs>`;
  expect(outcome(xml, { items: true, maxNodes: 10, maxLength: 100 })).toHaveLength(5000);
});

test('with items, a dictionary is one value', () => {
  expect(outcome('<Objs><Obj><DCT/></Obj></Objs>', { items: true })).toHaveLength(1);
});

test('references reach back over maxRetained characters, and type names always', () => {
  const root = (id: number, inside: string): string => `<Obj RefId="${id}"><TNRef RefId="t"/>${inside}</Obj>`;
  const first = '<Obj RefId="0"><TN RefId="t"><T>A</T></TN></Obj>';
  const between = Array.from({ length: 100 }, (_, index) => root(index + 1, '')).join('');
  const xml = `<Objs>${first}${between}${root(200, '<LST><Ref RefId="0"/></LST>')}</Objs>`;
  expect(outcome(xml, { maxRetained: 10_000 })).toHaveLength(102);
  expect(outcome(xml, { maxRetained: 1000 }).slice(-1)).toEqual(['unknown-reference']);
});

test('a long message of the file is not repeated in full', () => {
  const reader = new ClixmlReader({});
  const read = (): unknown => [...reader.read(`<Objs><I32>${'9'.repeat(50_000)}</I32></Objs>`)];
  expect(read).toThrow(/^"9{40}…" is not a value of <I32> \(line 1, column 50017\)$/);
});
