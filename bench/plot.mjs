// Plots as SVG, beside RESULTS.md: cost against size, both on logarithmic axes, on which what is linear has a slope of one.
import { mkdirSync, writeFileSync } from 'node:fs';

const folder = new URL('plots/', import.meta.url);
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [560, 320, 70, 20, 40, 50];
const COLOURS = ['#0969da', '#bc4c00', '#1a7f37'];

/**
 * Writes a plot and returns the Markdown that shows it, with the slope of each line: the exponent by which cost grows.
 *
 * @param {readonly { label: string, points: readonly (readonly [x: number, y: number])[] }[]} series
 */
export function linesPlot(name, title, xLabel, yLabel, series) {
  const points = series.flatMap((one) => one.points);
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
  const slopes = series.map((one) => slope(one.points));
  const text = (at, content, anchor = 'middle', extra = '') =>
    `<text x="${at[0]}" y="${at[1]}" text-anchor="${anchor}"${extra}>${content}</text>`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${title}" font-family="sans-serif" font-size="12" fill="#1f2328">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    text([WIDTH / 2, 22], title, 'middle', ' font-size="14"'),
    ...x.ticks.map(
      ([value, label]) => grid(value, TOP, value, HEIGHT - BOTTOM) + text([value, HEIGHT - BOTTOM + 16], label),
    ),
    ...y.ticks.map(
      ([value, label]) => grid(LEFT, value, WIDTH - RIGHT, value) + text([LEFT - 6, value + 4], label, 'end'),
    ),
    text([(LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12], xLabel),
    text(
      [16, (TOP + HEIGHT - BOTTOM) / 2],
      yLabel,
      'middle',
      ` transform="rotate(-90 16 ${(TOP + HEIGHT - BOTTOM) / 2})"`,
    ),
    ...series.flatMap((one, index) => {
      const colour = COLOURS[index % COLOURS.length];
      const places = one.points.map(([a, b]) => [x.at(a).toFixed(1), y.at(b).toFixed(1)]);
      return [
        `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${places.map((place) => place.join()).join(' ')}"/>`,
        ...places.map(([a, b]) => `<circle cx="${a}" cy="${b}" r="3.5" fill="${colour}"/>`),
        text(
          [LEFT + 10, TOP + 16 + 16 * index],
          `${one.label}: slope ${slopes[index].toFixed(2)}`,
          'start',
          ` fill="${colour}"`,
        ),
      ];
    }),
    '</svg>',
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.svg`, folder), `${parts.join('\n')}\n`);
  const said = series.map((one, index) => `${one.label}: cost grows with the power ${slopes[index].toFixed(2)}`);
  return `![${title}](plots/${name}.svg)\n\n${said.join('; ')}, from the middle of the range on.`;
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
    return [
      at(value),
      value >= 1e9
        ? `${value / 1e9} G`
        : value >= 1e6
          ? `${value / 1e6} M`
          : value >= 1e3
            ? `${value / 1e3} k`
            : `${value}`,
    ];
  });
  return { at, ticks };
}

/** The slope on logarithmic axes over the upper half of the points, where a start's cost no longer hides it. */
function slope(points) {
  const upper = points.slice(Math.floor(points.length / 2)).map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (index) => upper.reduce((sum, point) => sum + point[index], 0) / upper.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const over = upper.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / upper.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
