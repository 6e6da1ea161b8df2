import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentsOf } from '../src/written-time.ts';

const spans = (time: string): readonly string[] =>
  momentsOf(time).map(({ from, to }) => `${new Date(from).toISOString()} ${new Date(to).toISOString()}`);

test.each([
  '2018-08-20T12:00:39Z',
  '2018-08-20T12:00:39.000Z',
  '2018-08-20T14:00:39.0000000+02:00',
  '2018-08-20T14:00:39+0200',
])('%s is a moment', (time) => {
  expect(spans(time)).toEqual(['2018-08-20T12:00:39.000Z 2018-08-20T12:00:39.000Z']);
});

test.each([
  ['as Americans write it', '8/20/2018 12:00:39 AM'],
  ['as the English do', '20/08/2018 00:00:39'],
  ['as Germans and Romanians do', '20.08.2018 00:00:39'],
  ['as the Dutch do', '20-8-2018 00:00:39'],
  ['as the Chinese do', '2018/8/20 0:00:39'],
  ['as Swedes do', '2018-08-20 00:00:39'],
  ['as .NET does without an offset', '2018-08-20T00:00:39.0000000'],
  ['with a narrow blank', '8/20/2018, 12:00:39\u202fAM'],
  ['with dots in AM', '20/08/2018 12:00:39 a. m.'],
])('%s, a day and month that cannot be exchanged are one span, as wide as the zones: %s', (_, time) => {
  expect(spans(time)).toEqual(['2018-08-19T10:00:39.000Z 2018-08-20T12:00:39.999Z']);
});

test('a day and month that may be exchanged are two', () => {
  expect(spans('3/09/2016 8:05:56 PM')).toEqual([
    '2016-09-03T06:05:56.000Z 2016-09-04T08:05:56.999Z',
    '2016-03-09T06:05:56.000Z 2016-03-10T08:05:56.999Z',
  ]);
  expect(spans('03.09.2016 20:05')).toEqual(['2016-09-03T06:05:00.000Z 2016-09-04T08:05:59.999Z']);
});

test('a time of day that cannot be read leaves the day', () => {
  expect(spans('2018/8/20 下午 12:00')).toEqual(['2018-08-19T10:00:00.000Z 2018-08-21T12:00:00.000Z']);
});

test.each(['', 'yesterday', '30/2/2018 1:00', '13/14/2018', '20/08/2561 00:00:39', '421 4.4.2', '1.2.3.4', '12:00:39'])(
  '"%s" is none',
  (time) => {
    expect(momentsOf(time)).toEqual([]);
  },
);

test('whatever clock wrote a moment, the moment is among those that are read', () => {
  const moment = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2150, 0) }).map((ms) => ms - (ms % 1000));
  const hours = fc.integer({ min: -12, max: 14 });
  const write = fc.constantFrom<(local: Date) => string>(
    (local) =>
      `${local.getUTCMonth() + 1}/${local.getUTCDate()}/${local.getUTCFullYear()} ${local.toISOString().slice(11, 19)}`,
    (local) =>
      `${local.getUTCDate()}/${local.getUTCMonth() + 1}/${local.getUTCFullYear()} ${local.toISOString().slice(11, 16)}`,
    (local) => `${local.getUTCDate()}.${local.getUTCMonth() + 1}.${local.getUTCFullYear()}`,
    (local) => local.toISOString().slice(0, 19).replace('T', ' '),
  );
  fc.assert(
    fc.property(moment, hours, write, (time, offset, written) => {
      const local = new Date(time + offset * 3_600_000);
      expect(momentsOf(written(local)).some(({ from, to }) => from <= time && time <= to)).toBe(true);
    }),
  );
});
