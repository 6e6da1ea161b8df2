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
