import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { propertyKey, quoteTypeScript } from '../../src/quote/quote-typescript.ts';

/** The value that a source gives its one variable. */
function literal(source: string): unknown {
  const { program, errors } = parseSync('x.ts', source);
  expect(errors).toEqual([]);
  expect(program.body).toHaveLength(1);
  const [statement] = program.body;
  const value = statement?.type === 'VariableDeclaration' ? statement.declarations[0]?.init : undefined;
  return value?.type === 'Literal' ? value.value : undefined;
}

test('a literal is the text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const quoted = quoteTypeScript(text);
      expect(literal(`let x = ${quoted};`)).toBe(text);
      expect(quoted).not.toMatch(/[\p{C}\u2028\u2029]/u);
    }),
  );
});

test.each([
  ["it's", `"it's"`],
  ['say "no"', `'say "no"'`],
  [`it's "no"`, `'it\\'s "no"'`],
  ['a\\b\n', "'a\\\\b\\n'"],
  ['\u202eevil\ud800', "'\\u202eevil\\ud800'"],
  ['\u{e0001}', "'\\u{e0001}'"],
])('%j is quoted as people would', (text, quoted) => {
  expect(quoteTypeScript(text)).toBe(quoted);
});

test.each([
  ['Path', 'Path'],
  ['class', 'class'],
  ['a b', "'a b'"],
  ['', "''"],
  ['é', "'é'"],
])('the property %j is %s', (name, key) => {
  expect(propertyKey(name)).toBe(key);
});
