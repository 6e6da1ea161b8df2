// Figures and tables as RESULTS.md has them.

/** A Markdown table. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A run's median wall time. */
export function secondsText({ seconds, spread = 0 }) {
  const [unit, factor, digits] = seconds < 1 ? ['ms', 1000, seconds < 0.1 ? 1 : 0] : ['s', 1, 2];
  return `${(seconds * factor).toFixed(digits)} ${unit}${spread > 0 ? ` ± ${(spread * factor).toFixed(digits)}` : ''}`;
}

/** How many times as long as another run a run takes. */
export function times(run, other) {
  return `${ratio(run, other).toFixed(2)} ×`;
}

export function ratio(run, other) {
  return run.seconds / other.seconds;
}

export function bytesText(bytes) {
  for (const [unit, factor] of [
    ['GB', 1e9],
    ['MB', 1e6],
    ['kB', 1e3],
  ]) {
    if (bytes >= factor) return `${(bytes / factor).toFixed(bytes >= 100 * factor ? 0 : 1)} ${unit}`;
  }
  return `${bytes} B`;
}

export function countText(count) {
  return count.toLocaleString('en');
}

/**
 * @typedef {object} Goal
 * @property {string} what
 * @property {string} against what its figure is measured by
 * @property {number} value
 * @property {string} unit
 * @property {readonly number[]} limits the goal, and one that the work goes on to; none: the figure is only stated
 * @property {boolean} [isFloor] whether the value is to be at least that
 */

/**
 * A goal's row: what, against, figure, goal, met or missed.
 *
 * @param {Goal} goal
 */
export function goalRow({ what, against, value, unit, limits, isFloor = false }) {
  const isMet = (limit) => (isFloor ? value >= limit : value <= limit);
  const goal = limits.map((limit) => `${isFloor ? '≥' : '≤'} ${limit} ${unit}`).join(', then ') || 'stated';
  const met = limits.filter(isMet).length;
  const verdict =
    limits.length === 0
      ? '–'
      : met === 0
        ? '**missed**'
        : met === limits.length
          ? 'met'
          : 'the first met, the second missed';
  return [what, against, `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`, goal, verdict];
}
