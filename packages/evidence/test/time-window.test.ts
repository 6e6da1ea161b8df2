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

test('where what has no readable time lies is not known', () => {
  const window = new TimeWindow('2023-01-11', '2023-01-12');
  expect(window.holds(null)).toBeNull();
  expect(window.holds('yesterday')).toBeNull();
  expect(window.holdsLine(Buffer.from('no time at all, but a line'), 0)).toBeNull();
  expect(new TimeWindow().holds(null)).toBe(true);
});

test('a time without its zone lies within or outside only where it does in every zone and order', () => {
  const window = new TimeWindow('2023-01-11', '2023-03-01');
  expect(window.holds('3/09/2016 8:05:56 PM')).toBe(false);
  expect(window.holds('1/31/2023 8:05:56 PM')).toBe(true);
  expect(window.holds('2/1/2023 8:05:56 PM')).toBeNull();
  expect(window.holds('1/11/2023 8:05:56 AM')).toBeNull();
  expect(window.holdsLine(Buffer.from('2023-01-31 16:00:00,a'), 0)).toBe(true);
  expect(window.holdsLine(Buffer.from('2022-01-31T16:00:00Z,a'), 0)).toBe(false);
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
