import { expect, test } from 'vitest';
import { readTime } from '../../src/documents/mail-time.ts';

test.each([
  ['Tue, 19 Jan 2021 10:15:09 +0200', '2021-01-19T08:15:09.000Z'],
  ['Tue, 19 Jan 2021 10:15:09 +0200 (EET)', '2021-01-19T08:15:09.000Z'],
  ['19 Jan 2021 10:15 -0530', '2021-01-19T15:45:00.000Z'],
  ['Tue, 19 Jan 2021 00:15:09 GMT', '2021-01-19T00:15:09.000Z'],
  ['Thu, 22 Feb 2011 23:34:45 -0000', '2011-02-22T23:34:45.000Z'],
  ['2021-01-19T08:15:09.4833862Z', '2021-01-19T08:15:09.483Z'],
  ['2021-01-19T10:15:09+02:00', '2021-01-19T08:15:09.000Z'],
])('%s reads one way', (written, iso) => {
  expect(readTime(written)).toBe(iso);
});

test.each([
  '3/09/2016 8:05:56 PM',
  '2021-01-19T10:15:09.483',
  'Tue, 19 Jan 2021 10:15:09 CST',
  'Tue, 19 Foo 2021 10:15:09 +0200',
  '2021-13-45T10:15:09Z',
])('%s stays as it was written', (written) => {
  expect(readTime(` ${written} `)).toBe(written);
});

test('nothing is no time', () => {
  expect(readTime('  ')).toBeNull();
});
