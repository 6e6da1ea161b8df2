// Runs commands by turns, so that a machine that is busy for a while is busy for all of them.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const reporter = new URL('report-peak.mjs', import.meta.url).href;

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string[]} command
 * @property {string} [input] what it reads from standard input
 */

/**
 * Runs each contender so many times, by turns, after one turn that warms up.
 *
 * @param {readonly Contender[]} contenders
 * @param {number} turns
 * @returns {Promise<Record<string, { seconds: number, spread: number, peak: number | null, output: string }>>} by name: the
 * median wall time, half of what lies between its quartiles, and for Node's processes the highest memory in bytes.
 */
export async function compare(contenders, turns) {
  const runs = Object.fromEntries(contenders.map(({ name }) => [name, []]));
  for (let turn = -1; turn < turns; turn += 1) {
    for (const contender of contenders) {
      const run = await runOnce(contender);
      if (turn >= 0 || turns === 0) runs[contender.name].push(run);
    }
  }
  return Object.fromEntries(
    Object.entries(runs).map(([name, own]) => {
      const seconds = own.map((run) => run.seconds).sort((a, b) => a - b);
      const at = (share) => seconds[Math.min(seconds.length - 1, Math.floor(seconds.length * share))];
      const peaks = own.map(({ peak }) => peak).filter((peak) => peak !== null);
      return [
        name,
        {
          seconds: at(0.5),
          spread: (at(0.75) - at(0.25)) / 2,
          peak: peaks.length > 0 ? Math.max(...peaks) : null,
          output: own.at(-1).output,
        },
      ];
    }),
  );
}

/** @param {Contender} contender whose output goes to a pipe: grep stops at its first hit where nobody reads. */
async function runOnce({ command: [file, ...args] }) {
  const folder = await mkdtemp(join(tmpdir(), 'mailtls-bench-'));
  const peakFile = join(folder, 'peak');
  // A process that preloads is not measured for its time where it is as short as a start.
  const env = { ...process.env, MAILTLS_BENCH_PEAK: peakFile, NO_COLOR: '1' };
  try {
    const begun = performance.now();
    const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts = [];
    const errors = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr.on('data', (part) => errors.push(part));
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const seconds = (performance.now() - begun) / 1000;
    // 1 is what searchers end with that find nothing, and what mailtls ends with that finds something.
    if (code !== 0 && code !== 1) throw new Error(`${file} ended with ${code}: ${Buffer.concat(errors)}`);
    const peak = await readFile(peakFile, 'utf8').then(Number, () => null);
    return { seconds, peak, output: Buffer.concat(parts).toString() };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Node with what reports the highest memory that it took. */
export function measured(node, ...args) {
  return [node, `--import=${reporter}`, ...args];
}
