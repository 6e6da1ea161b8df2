import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDateTime, isTimeSpan, toDate, toTicks } from '../src/time.ts';

test.each([
  '2024-01-02T03:04:05',
  '2024-01-02T03:04:05.1234567Z',
  '2024-02-29T23:59:59.9+14:00',
  '0001-01-01T00:00:00',
  '0004-02-29T00:00:00',
  '9999-12-31T23:59:59.9999999-00:30',
])('%s is a DateTime', (text) => {
  expect(isDateTime(text)).toBe(true);
});

test.each([
  '',
  '2024-01-02',
  '2024-01-02T24:00:00',
  '2024-02-30T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2024-04-31T00:00:00Z',
  '2024-13-01T00:00:00Z',
  '2024-00-01T00:00:00Z',
  '2024-01-00T00:00:00Z',
  '0000-01-02T03:04:05',
  '10000-01-02T03:04:05',
  '2024-01-02T03:04:60Z',
  '2024-01-02T03:04:05.Z',
  '2024-01-02T03:04Z',
  '2024-01-02T03:04:05+15:00',
  '2024-01-02T03:04:05Z\n',
])('%j is none', (text) => {
  expect(isDateTime(text)).toBe(false);
});

test('a Date is the moment, cut to milliseconds', () => {
  expect(toDate('2024-01-02T03:04:05.1239999Z').toISOString()).toBe('2024-01-02T03:04:05.123Z');
  expect(toDate('2024-01-02T03:04:05.5+02:00').toISOString()).toBe('2024-01-02T01:04:05.500Z');
  expect(toDate('0001-01-01T00:00:00Z').getUTCFullYear()).toBe(1);
});

test('a DateTime of unspecified kind is local time of this machine', () => {
  expect(toDate('2024-07-02T03:04:05.25')).toEqual(new Date(2024, 6, 2, 3, 4, 5, 250));
});

test('a Date that PowerShell is sent comes back', () => {
  const range = {
    noInvalidDate: true,
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
  };
  fc.assert(fc.property(fc.date(range), (date) => toDate(date.toISOString()).getTime() === date.getTime()));
});

// Each seen in the engine.
test.each([
  ['PT0S', 0n],
  ['-PT0S', 0n],
  ['P1DT2H3M4.567S', 937_845_670_000n],
  ['-P1DT2H3M4.5S', -937_845_000_000n],
  ['-PT0.0000001S', -1n],
  ['PT1.12345679S', 11_234_567n],
  ['PT100000H', 3_600_000_000_000_000n],
  ['P1Y2M', 367_200_000_000_000n],
  ['P10675199DT2H48M5.4775807S', 2n ** 63n - 1n],
  ['-P10675199DT2H48M5.4775808S', -(2n ** 63n)],
])('%s is %d ticks', (text, ticks) => {
  expect(toTicks(text)).toBe(ticks);
});

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  '+P1D',
  'P-1D',
  'P1W',
  'PT1.S',
  'P10675200D',
  'P10675199DT2H48M5.4775808S',
  'PT99999999999S',
])('%j is no TimeSpan', (text) => {
  expect(isTimeSpan(text)).toBe(false);
});

test('refuses what is neither', () => {
  expect(() => toDate('yesterday')).toThrow(expect.objectContaining({ reason: 'invalid-value' }));
  expect(() => toTicks('an hour')).toThrow(expect.objectContaining({ reason: 'invalid-value' }));
});
