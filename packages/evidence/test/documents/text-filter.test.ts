import { createMatcher, signatures } from '@mailtls/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JoinedText, linesOf } from '../../src/documents/joined-text.ts';
import { createTextFilter } from '../../src/documents/text-filter.ts';
import { bytes } from './context.ts';

const mayHold = createTextFilter(signatures);
const matcher = createMatcher(signatures, { ignoreCase: true });

test('a text that has nothing of a signature can hold none', () => {
  expect(mayHold(bytes('a text of a ticket, like any other'))).toBe(false);
  expect(mayHold(bytes(''))).toBe(false);
});

test('whatever is found, wherever it is wrapped and however it is written, passes', () => {
  const words = signatures.flatMap(({ patterns }) => patterns.flatMap((pattern) => pattern.split(/[\s{}|*#]+/)));
  const text = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', '\n', '\r\n> ', '\u00a0')), { maxLength: 12 })
    .map((parts) => parts.flat().join(''));
  const whole = fc.constantFrom(...signatures.flatMap(({ patterns }) => patterns)).map((pattern) =>
    pattern
      .replace(/\{([^|}]*)[^}]*\}/g, '$1')
      .replaceAll('#', '5')
      .replaceAll('*', 'x'),
  );
  const wrapped = fc
    .tuple(whole, fc.constantFrom(' ', '\n', '\n> '), fc.boolean())
    .map(([said, gap, upper]) => (upper ? said.toUpperCase() : said.toLowerCase()).replaceAll(' ', gap));
  fc.assert(
    fc.property(fc.oneof(text, wrapped), (written) => {
      const found = matcher.match(new JoinedText(linesOf(written)).text);
      if (found.length > 0) expect(mayHold(bytes(written))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a signature of words that are too short to look for is always looked for', () => {
  const [first] = signatures;
  expect(createTextFilter(first ? [{ ...first, patterns: ['a b c'] }] : [])(bytes('x'))).toBe(true);
});
