// Plots as SVG, beside RESULTS.md: cost against size, both on logarithmic axes, on which what is linear has a slope of one.
import { mkdirSync, writeFileSync } from 'node:fs';

const folder = new URL('plots/', import.meta.url);
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [560, 320, 70, 20, 40, 50];
const COLOUR = '#0969da';
const TICK_UNITS = [
  [1e9, ' G'],
  [1e6, ' M'],
  [1e3, ' k'],
  [1, ''],
  [1e-3, ' m'],
];

/**
 * @typedef {object} Series
 * @property {string} label what grows
 * @property {readonly (readonly [x: number, y: number])[]} points
 *
 * Writes a plot and returns the Markdown that shows it, and says by which power cost grows.
 *
 * @param {string} name its file's, without `.svg`
 * @param {string} title
 * @param {Series} series
 */
export function growthPlot(name, title, series) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.svg`, folder), plotSvg(title, series));
  const power = growthPower(series.points).toFixed(2);
  return `![${title}](plots/${name}.svg)\n\nBy ${series.label}: seconds grow with the power ${power}, from the middle of the range on.`;
}

export function plotSvg(title, { label, points }) {
  const x = scale(
    points.map(([value]) => value),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = scale(
    points.map(([, value]) => value),
    HEIGHT - BOTTOM,
    TOP,
  );
  const text = (left, top, content, anchor = 'middle', extra = '') =>
    `<text x="${left}" y="${top}" text-anchor="${anchor}"${extra}>${content}</text>`;
  const [middle, down] = [(LEFT + WIDTH - RIGHT) / 2, (TOP + HEIGHT - BOTTOM) / 2];
  const places = points.map(([a, b]) => [x.at(a).toFixed(1), y.at(b).toFixed(1)]);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${title}" font-family="sans-serif" font-size="12" fill="#1f2328">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    text(WIDTH / 2, 22, title, 'middle', ' font-size="14"'),
    ...x.ticks.map(([at, tick]) => grid(at, TOP, at, HEIGHT - BOTTOM) + text(at, HEIGHT - BOTTOM + 16, tick)),
    ...y.ticks.map(([at, tick]) => grid(LEFT, at, WIDTH - RIGHT, at) + text(LEFT - 6, at + 4, tick, 'end')),
    text(middle, HEIGHT - 12, label),
    text(16, down, 'seconds', 'middle', ` transform="rotate(-90 16 ${down})"`),
    `<polyline fill="none" stroke="${COLOUR}" stroke-width="2" points="${places.map((place) => place.join()).join(' ')}"/>`,
    ...places.map(([left, top]) => `<circle cx="${left}" cy="${top}" r="3.5" fill="${COLOUR}"/>`),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

/** The exponent by which cost grows, over the upper half of the points, where a start's cost no longer hides it. */
export function growthPower(points) {
  const upper = points.slice(Math.floor(points.length / 2)).map((point) => point.map(Math.log));
  const [meanX, meanY] = [0, 1].map((index) => upper.reduce((sum, point) => sum + point[index], 0) / upper.length);
  const over = upper.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / upper.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

function grid(x1, y1, x2, y2) {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#d1d9e0"/>`;
}

/** A logarithmic scale over whole decades. */
function scale(values, from, to) {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  const at = (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => {
    const value = 10 ** (low + index);
    const [size, unit] = TICK_UNITS.find(([least]) => value >= least) ?? TICK_UNITS.at(-1);
    return [at(value).toFixed(1), `${Number((value / size).toPrecision(3))}${unit}`];
  });
  return { at, ticks };
}
