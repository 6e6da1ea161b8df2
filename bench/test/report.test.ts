import { expect, test } from 'vitest';
import { bytesText, goalRow, secondsText, table } from '../report.mjs';

const goal = { what: 'a', against: 'b', unit: '×', limits: [6, 4] };

test.each([
  [{ ...goal, value: 7 }, '**missed**'],
  [{ ...goal, value: 6 }, 'the first met, the second missed'],
  [{ ...goal, value: 4 }, 'met'],
  [{ ...goal, value: 7, limits: [] }, '–'],
  [{ ...goal, value: 49, limits: [50], isFloor: true }, '**missed**'],
  [{ ...goal, value: 50, limits: [50], isFloor: true }, 'met'],
])('%o is %s', (one, verdict) => {
  expect(goalRow(one).at(-1)).toBe(verdict);
});

test('a row says what its goal is', () => {
  expect(goalRow({ ...goal, value: 12.34 })).toEqual(['a', 'b', '12.3 ×', '≤ 6 ×, then ≤ 4 ×', '**missed**']);
});

test('figures have the digits that they are worth', () => {
  expect(secondsText({ seconds: 0.01234, spread: 0.001 })).toBe('12.3 ms ± 1.0');
  expect(secondsText({ seconds: 0.1234 })).toBe('123 ms');
  expect(secondsText({ seconds: 12.345, spread: 0.12 })).toBe('12.35 s ± 0.12');
  expect([999, 5e6, 1.23e9, 123e6].map(bytesText)).toEqual(['999 B', '5.0 MB', '1.2 GB', '123 MB']);
});

test('a table is Markdown', () => {
  expect(table(['a', 'b'], [[1, 2]])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});
