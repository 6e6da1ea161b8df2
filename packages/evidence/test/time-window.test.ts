import { expect, test } from 'vitest';
import { TimeWindow } from '../src/time-window.ts';

test('both ends belong to the window', () => {
  const window = new TimeWindow('2023-01-11T10:00:00Z', '2023-01-11T12:00:00+01:00');
  expect(window.holds('2023-01-11T10:00:00.000Z')).toBe(true);
  expect(window.holds('2023-01-11T11:00:00.000Z')).toBe(true);
  expect(window.holds('2023-01-11T09:59:59.999Z')).toBe(false);
  expect(window.holds('2023-01-11T11:00:00.001Z')).toBe(false);
});

test('a time with an offset is compared as the moment that it is', () => {
  expect(new TimeWindow('2023-01-11T10:00:00Z').holds('2023-01-11T10:30:00+02:00')).toBe(false);
});

test('what has no readable time lies within', () => {
  const window = new TimeWindow('2023-01-11', '2023-01-12');
  expect(window.holds(null)).toBe(true);
  expect(window.holds('3/09/2016 8:05:56 PM')).toBe(true);
  expect(window.holdsLine(Buffer.from('no time at all, but a line'), 0)).toBe(true);
});

test('a line is judged by the time that it begins with', () => {
  const window = new TimeWindow('2023-01-11T16:00:00Z', undefined);
  expect(window.holdsLine(Buffer.from('xx2023-01-11T16:00:00.000Z,a'), 2)).toBe(true);
  expect(window.holdsLine(Buffer.from('xx2023-01-11T15:59:59.999Z,a'), 2)).toBe(false);
});

test('a window without ends is not bounded, and one without sense is refused', () => {
  expect(new TimeWindow().isBounded).toBe(false);
  expect(new TimeWindow('2023-01-11').isBounded).toBe(true);
  expect(new TimeWindow(undefined, '2023-01-11').isBounded).toBe(true);
  expect(() => new TimeWindow('yesterday')).toThrow(RangeError);
});
