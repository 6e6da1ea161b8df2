// Figures and tables as RESULTS.md has them.

/** A Markdown table. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A run's median wall time. */
export function secondsText({ seconds, spread }) {
  const [unit, factor] = seconds < 1 ? ['ms', 1000] : ['s', 1];
  const digits = seconds < 1 ? (seconds < 0.1 ? 1 : 0) : 2;
  return `${(seconds * factor).toFixed(digits)} ${unit}${spread > 0 ? ` ± ${(spread * factor).toFixed(digits)}` : ''}`;
}

/** How many times another run's a run takes. */
export function times(run, other) {
  return `${(run.seconds / other.seconds).toFixed(2)} ×`;
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
