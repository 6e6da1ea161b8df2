import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBuilds, parseBuild } from '../src/build-number.ts';

const build = fc.array(fc.nat({ max: 0xffffffff }), { minLength: 2, maxLength: 4 }).map((parts) => parts.join('.'));

describe('parseBuild', () => {
  it.each([
    ['6.3.9600', [6, 3, 9600]],
    ['10.0.17763.5122', [10, 0, 17763, 5122]],
    ['15.01.2507.006', [15, 1, 2507, 6]],
    ['4294967295.4294967295', [0xffffffff, 0xffffffff]],
  ])('reads %s', (text, parts) => {
    expect(parseBuild(text)).toEqual(parts);
  });

  it.each([
    '',
    '10',
    '1.2.3.4.5',
    '6.3.',
    '.6.3',
    '6..3',
    '6.-3',
    ' 6.3',
    '6.3\n',
    '6.x',
    'Version 15.1',
    '٦.٣',
    '1e3.2',
  ])('refuses %j', (text) => {
    expect(() => parseBuild(text)).toThrowError(expect.objectContaining({ name: 'CoreError', reason: 'bad-build' }));
  });
});

describe('compareBuilds', () => {
  it('orders by number, not by letter', () => {
    const builds = ['15.1.1415.2', '15.0.1497.2', '6.1.7601', '10.0.9', '15.1.1415.10', '15.1.225', '6.1.7600.1'];
    expect(builds.toSorted(compareBuilds)).toEqual([
      '6.1.7600.1',
      '6.1.7601',
      '10.0.9',
      '15.0.1497.2',
      '15.1.225',
      '15.1.1415.2',
      '15.1.1415.10',
    ]);
  });

  it('takes a missing part as 0', () => {
    expect(compareBuilds('15.2', '15.2.0.0')).toBe(0);
    expect(compareBuilds('10.0.20348', '10.0.20348.1')).toBeLessThan(0);
  });

  it('is an order', () => {
    fc.assert(
      fc.property(build, build, build, (a, b, c) => {
        expect(Math.sign(compareBuilds(a, b))).toBe(-Math.sign(compareBuilds(b, a)) + 0);
        expect(compareBuilds(a, a)).toBe(0);
        if (compareBuilds(a, b) <= 0 && compareBuilds(b, c) <= 0) expect(compareBuilds(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
