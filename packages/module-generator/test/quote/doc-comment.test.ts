import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { type DocPart, docComment } from '../../src/quote/doc-comment.ts';

test.each<[string, DocPart[], string]>([
  ['nothing for nothing', [{ text: ' \n ' }], ''],
  ['one line for little', [{ text: 'Gets it.' }], '/** Gets it. */\n'],
  [
    'paragraphs, then tags',
    [{ text: 'Gets it.' }, { text: 'Slowly.' }, { tag: 'throws', text: '{Error} mostly' }],
    '/**\n * Gets it.\n *\n * Slowly.\n * @throws {Error} mostly\n */\n',
  ],
  ['text that looks like more', [{ text: 'a*/b @c <d> `e' }], '/** a*\\/b \\@c \\<d> &#96;e */\n'],
  [
    'code in a fence that it does not have',
    [{ tag: 'example', code: "\n@{ a = '```' }\r\n*/\n\n", language: 'powershell' }],
    "/**\n * @example\n * ````powershell\n * \\@{ a = '```' }\n * *\\/\n * ````\n */\n",
  ],
])('%s', (_, parts, comment) => {
  expect(docComment(parts)).toBe(comment);
});

test('long lines are broken between words, and stay within the width', () => {
  const comment = docComment([{ text: 'word '.repeat(60) }], '  ');
  expect(comment.split('\n').every((line) => line.length <= 120)).toBe(true);
  expect(comment.match(/word/g)).toHaveLength(60);
});

test('is one comment and nothing else, without a tag that is not ours', () => {
  const evil = fc.constantFrom('*/', '@deprecated', '\n', '\n@x', '`', '```', '{@link y}', '\u2028', '\r', '/*', '\\');
  const text = fc.array(fc.oneof(evil, fc.string({ unit: 'binary', maxLength: 5 }))).map((parts) => parts.join(''));
  const part = fc.oneof(
    fc.record({ text }),
    fc.record({ code: text, language: fc.constant('powershell') }),
    fc.record({ tag: fc.constant('see'), text }),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const { program, comments, errors } = parseSync('x.ts', `${docComment(parts)}let x;`);
      expect(errors).toEqual([]);
      expect(program.body.map(({ type }) => type)).toEqual(['VariableDeclaration']);
      expect(comments.length).toBeLessThanOrEqual(1);
      const tags = comments.flatMap(({ value }) => value.match(/(?<=^[\s*]*)@\w*|(?<=\{)@\w*/gm) ?? []);
      expect(tags).toEqual(parts.flatMap((each) => ('tag' in each ? ['@see'] : [])));
    }),
  );
});
