import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClixmlError, type ClixmlObject, parseClixml, prop, serializeClixml } from '../src/index.ts';
import { anyRoots } from './any-value.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

test('reads a file of Windows PowerShell 5.1: UTF-16LE, CRLF', () => {
  const queues = parseClixml(fixture('queues.xml'));
  expect(queues).toHaveLength(2);
  const [first, second] = queues as [ClixmlObject, ClixmlObject];
  expect(prop(first, 'lasterror')).toMatchObject({ value: expect.stringMatching(/could not be found\r\n\}/) });
  expect(prop(second, 'LastError')).toStrictEqual({ type: 'Nil' });
  expect(second.typeNames).toBe(first.typeNames);
});

test.each(['roots-utf16le.xml', 'roots-utf16be.xml', 'roots-utf8bom.xml'])('reads %s', (name) => {
  const [text, object] = parseClixml(fixture(name)) as [unknown, ClixmlObject];
  expect(text).toEqual({ type: 'S', value: 'ünïcode' });
  expect(prop(object, 'Name')).toEqual({ type: 'S', value: '😀' });
});

test('reads what PowerShell writes to a stream that is not its own', () => {
  const values = parseClixml(fixture('stderr.txt'));
  expect(values.map(({ stream }) => stream)).toEqual(['progress', 'Error', 'Error']);
  expect(values[1]).toMatchObject({ value: expect.stringMatching(/^Get-Item : .*\r\n$/) });
});

test('reads an export of nothing', () => {
  expect(parseClixml(fixture('empty.xml'))).toEqual([]);
});

test('refuses UTF-32, which Export-Clixml can write too', () => {
  expect(() => parseClixml(fixture('utf32.xml'))).toThrow(/UTF-32LE/);
});

test('bytes and text are the same', () => {
  const bytes = fixture('containers.xml');
  expect(parseClixml(bytes.toString())).toEqual(parseClixml(bytes));
});

test('keeps all that may be referred to', () => {
  const filler = `<Obj><S>${'x'.repeat(1000)}</S></Obj>`;
  const values = parseClixml(`<Objs><Obj RefId="0"/>${filler.repeat(20_000)}<Ref RefId="0"/></Objs>`);
  expect(values.at(-1)).toBe(values[0]);
});

test('a graph that would be 2^40 values as a tree is forty objects', () => {
  const levels = Array.from(
    { length: 40 },
    (_, level) => `<Obj RefId="${level + 1}"><LST><Ref RefId="${level}"/><Ref RefId="${level}"/></LST></Obj>`,
  );
  expect(parseClixml(`<Objs><Obj RefId="0"/>${levels.join('')}</Objs>`)).toHaveLength(41);
});

test('reads or refuses whatever it is given, and throws nothing else', () => {
  const damaged = fc
    .tuple(anyRoots, fc.nat(), fc.nat(), fc.string({ maxLength: 5 }))
    .map(([roots, at, length, replacement]) => {
      const text = serializeClixml(roots);
      const start = at % text.length;
      return text.slice(0, start) + replacement + text.slice(start + (length % 20));
    });
  fc.assert(
    fc.property(damaged, (text) => {
      try {
        parseClixml(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ClixmlError);
      }
    }),
    { numRuns: 500 },
  );
});

test('refuses a file that is cut off anywhere', () => {
  const text = fixture('wrapped.xml').toString().trimEnd();
  for (let length = 0; length < text.length; length++) {
    expect(() => parseClixml(text.slice(0, length))).toThrow(expect.objectContaining({ reason: 'truncated' }));
  }
});
