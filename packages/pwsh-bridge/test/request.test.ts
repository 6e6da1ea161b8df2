import { parseClixml, toPlain } from '@mailtls/clixml';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeRequest, type Request } from '../src/request.ts';

const requestOf = (more: Partial<Request>): Request => ({
  text: 'Get-ItemProperty',
  isScript: false,
  args: {},
  depth: 1,
  select: undefined,
  ...more,
});

/** The fields as the loop takes them: depth, whether it is a script, the text, what is selected, then names and values. */
function fieldsOf(request: Request): unknown {
  const line = Buffer.from(encodeRequest(request), 'base64').toString();
  if (!line.startsWith('<')) return line.split('\0');
  const [clixml] = parseClixml(line);
  return clixml && toPlain(clixml);
}

test.each<[want: unknown, what: string, request: Partial<Request>]>([
  [
    ['1', '', 'Get-ItemProperty', 'Name', 'LiteralPath', 'C:\\'],
    'texts',
    { args: { LiteralPath: 'C:\\' }, select: ['Name'] },
  ],
  [
    ['3', 'script', '"$Text"', '', 'Text', ''],
    'an empty text',
    { text: '"$Text"', isScript: true, args: { Text: '' }, depth: 3 },
  ],
  [['1', 'script', '1', ''], 'nothing given', { text: '1', isScript: true }],
  [['1', '', 'Get-ItemProperty', '', 'b', '1'], 'what is left out', { args: { a: undefined, b: '1' } }],
  [[1, false, 'Get-ItemProperty', null, ['a', 1]], 'a number', { args: { a: 1 } }],
  [[1, false, 'Get-ItemProperty', null, [null, 'a']], 'places', { args: ['a'] }],
  [[1, false, 'Get-ItemProperty', ['a', 'b'], []], 'more than one name', { select: ['a', 'b'] }],
])('%j are the fields of %s', (want, _, request) => {
  expect(fieldsOf(requestOf(request))).toEqual(want);
});

test('any texts arrive as they are, whichever form they take', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('\0', '\ud800', '<', 'ș') }));
  fc.assert(
    fc.property(text, text, (script, value) => {
      const [, , gotScript, , ...rest] = fieldsOf(requestOf({ text: script, args: { Text: value } })) as unknown[];
      expect([gotScript, rest.flat()]).toEqual([script, ['Text', value]]);
    }),
  );
});
