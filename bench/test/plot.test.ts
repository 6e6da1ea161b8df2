import { expect, test } from 'vitest';
import { growthPower, plotSvg } from '../plot.mjs';

const points = (power: number, start = 0): [number, number][] =>
  [1e3, 1e4, 1e5, 1e6].map((x) => [x, start + (x / 1e6) ** power]);

test.each([1, 2, 0.5])('cost that grows with the power %d is found to', (power) => {
  expect(growthPower(points(power))).toBeCloseTo(power);
});

test('what a start costs does not hide how cost grows', () => {
  const square = [1e4, 1e5, 1e6, 1e7].map((x): [number, number] => [x, 0.1 + (x / 1e6) ** 2]);
  expect(growthPower(square)).toBeGreaterThan(1.9);
});

test('a plot shows each point, on axes of whole decades', () => {
  const svg = plotSvg('Cost', { label: 'bytes', points: points(1) });
  expect(svg.match(/<circle/g)).toHaveLength(4);
  expect(svg).toContain('points="70.0,270.0 226.7,193.3 383.3,116.7 540.0,40.0"');
  for (const label of ['1 k', '10 k', '100 k', '1 M', 'seconds', 'bytes', 'Cost']) expect(svg).toContain(`>${label}<`);
});
