import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorTimeline, spanLabel } from '../../src/html/error-timeline.ts';
import { match } from '../sample-result.ts';

const at = (time: string | null): typeof match => ({ ...match, time });

test('matches are counted in spans, by error, the most frequent first', () => {
  const rare = { ...at('2021-03-02T10:59:00.000Z'), signature: 'must-issue-starttls-first' as const };
  const { step, starts, signatures, untimed } = errorTimeline([
    rare,
    at('2021-03-02T08:14:07.751Z'),
    at('2021-03-02T10:20:30+02:00'),
    at('3/2/2021 8:36:08 AM'),
    at(null),
  ]);
  expect(step).toBe(5 * 60_000);
  expect(starts.map((start) => spanLabel(start, step)).filter((_, i) => i % 33 === 0)).toEqual([
    '03-02 08:10',
    '03-02 10:55',
  ]);
  expect(signatures.map(({ signature, counts }) => [signature, counts.filter((count) => count > 0)])).toEqual([
    [match.signature, [1, 1]],
    [rare.signature, [1]],
  ]);
  expect(untimed).toBe(2);
});

test('without a time that can be compared there are no spans', () => {
  expect(errorTimeline([at(null), at('yesterday')])).toEqual({ step: 0, starts: [], signatures: [], untimed: 2 });
  expect(errorTimeline([])).toMatchObject({ starts: [], untimed: 0 });
});

test('a span of a day or more is told by its day', () => {
  expect(spanLabel(Date.UTC(2021, 2, 2), 7 * 86_400_000)).toBe('2021-03-02');
});

test('whatever the times, spans are few, follow each other, and hold every match', () => {
  const time = fc.date({ min: new Date('0001-01-01T00:00Z'), max: new Date('9999-12-31T23:59Z'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 30 }), (times) => {
      const { starts, step, signatures } = errorTimeline(times.map((one) => at(one.toISOString())));
      expect(starts.length).toBeLessThanOrEqual(60);
      expect(starts.every((start, i) => i === 0 || start - (starts[i - 1] ?? 0) === step)).toBe(true);
      expect(signatures[0]?.counts.reduce((sum, count) => sum + count)).toBe(times.length);
      expect(signatures[0]?.counts).toHaveLength(starts.length);
    }),
  );
});
