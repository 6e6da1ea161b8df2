// Runs commands by turns, so that a machine that is busy for a while is busy for all of them.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const reporter = new URL('programs/report-peak.mjs', import.meta.url).href;

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {readonly string[]} command
 * @property {Record<string, string>} [env] what it finds in its environment besides ours
 *
 * @typedef {object} Figures
 * @property {number} seconds the median wall time
 * @property {number} spread half of what lies between the quartiles, in seconds
 * @property {number | null} peak the most memory that it took, in bytes, where it was started by `measured`: the median of that
 * @property {string} output of its last run
 */

/**
 * Runs each contender so many times, by turns, after one turn that warms up.
 *
 * @param {readonly Contender[]} contenders
 * @param {number} turns none: the turn that warms up is all there is
 * @returns {Promise<Record<string, Figures>>} by name
 * @throws {Error} where one fails
 */
export async function compare(contenders, turns) {
  const runs = Object.fromEntries(contenders.map(({ name }) => [name, []]));
  for (let turn = turns === 0 ? 0 : -1; turn < Math.max(turns, 1); turn += 1) {
    for (const contender of contenders) {
      const run = await runOnce(contender);
      if (turn >= 0) runs[contender.name].push(run);
    }
  }
  return Object.fromEntries(Object.entries(runs).map(([name, own]) => [name, figures(own)]));
}

/** One contender's, alone. */
export async function timed(command, turns) {
  return (await compare([{ name: 'it', command }], turns)).it;
}

function figures(runs) {
  const quartile = (figure, share) =>
    runs.map((run) => run[figure]).sort((a, b) => a - b)[Math.floor((runs.length - 1) * share)];
  return {
    seconds: quartile('seconds', 0.5),
    spread: (quartile('seconds', 0.75) - quartile('seconds', 0.25)) / 2,
    peak: quartile('peak', 0.5),
    output: runs.at(-1).output,
  };
}

/** Its output goes to a pipe: grep stops at its first hit where nobody reads. */
async function runOnce({ command: [file, ...args], env }) {
  const folder = await mkdtemp(join(tmpdir(), 'mailtls-bench-'));
  const peakFile = join(folder, 'peak');
  try {
    const begun = performance.now();
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...env, MAILTLS_BENCH_PEAK: peakFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
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

/** A command of Node that also says how much memory it took at most. What is as short as a start is measured without. */
export function measured(node, ...args) {
  return [node, `--import=${reporter}`, ...args];
}
