import { array, assert, constantFrom, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from '../src/excerpt.ts';

test('a short line is given whole, without its neighbours', () => {
  expect(excerpt('before\n an error here \nafter', 10, 5)).toBe('an error here');
});

test('of a long line, 500 characters around the match are given', () => {
  const text = `${'a'.repeat(2000)}ERROR${'b'.repeat(2000)}`;
  const part = excerpt(text, 2000, 5);
  expect(part).toHaveLength(500);
  expect(part.indexOf('ERROR')).toBe(247);
});

test('at a line’s end, what is missing after the match is made up for before it', () => {
  const part = excerpt(`${'a'.repeat(2000)}ERROR`, 2000, 5);
  expect(part).toHaveLength(500);
  expect(part.endsWith('aERROR')).toBe(true);
});

test('a match that is longer than the text may be is cut', () => {
  expect(excerpt(`x${'E'.repeat(900)}`, 1, 900)).toBe('E'.repeat(500));
});

test('what is near decides, whatever is far away', () => {
  const piece = constantFrom('a', 'b'.repeat(90), 'c'.repeat(700), '\n', ' ');
  assert(
    property(array(piece), nat(30), array(piece), (before, length, after) => {
      const match = 'E'.repeat(length + 1);
      const text = `${before.join('')}${match}${after.join('')}`;
      const part = excerpt(text, before.join('').length, match.length);
      const line = `${before.join('').split('\n').at(-1)}${match}${after.join('').split('\n')[0]}`;
      expect(line).toContain(part);
      expect(part).toContain(match);
      expect(part.length).toBeLessThanOrEqual(500);
      if (line.length <= 500) expect(part).toBe(line.trim());
      const far = 'x'.repeat(5000);
      if (before.includes('\n') && after.includes('\n')) {
        expect(excerpt(`${far}${text}${far}`, far.length + before.join('').length, match.length)).toBe(part);
      }
    }),
  );
});
