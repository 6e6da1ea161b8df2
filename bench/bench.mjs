// `npm run bench`: what mailtls costs, side by side with what would be used instead, in one run; it writes RESULTS.md and plots.
//
//     npm run bench [-- --full] [--size GIGABYTES] [--only logs,start-up,…]
//
// Everything runs on the Node that runs this. On the first run, what it is measured against is installed and data is made, both
// into bench/.cache. With --only, nothing is written but standard output.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';
import { cache } from './peers.mjs';
import { bytesText, goalRow, table } from './report.mjs';

/** In the order of RESULTS.md. What takes minutes is part of a full run alone. */
const SECTIONS = ['logs', 'start-up', 'registry', 'bridge', 'install-size', 'tests'];
const ONLY_FULL = new Set(['tests']);

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, size: { type: 'string' }, only: { type: 'string' } },
});
const { full, only } = values;
const size = Number(values.size ?? (full ? 4 : 1)) * 1e9;
if (!(size > 0)) throw new Error(`--size ${values.size} is no number of gigabytes`);
const names = only?.split(',') ?? SECTIONS.filter((name) => full || !ONLY_FULL.has(name));
const stranger = names.find((name) => !SECTIONS.includes(name));
if (stranger !== undefined) throw new Error(`--only ${stranger}: the sections are ${SECTIONS.join(', ')}`);

mkdirSync(cache, { recursive: true });
const options = { node: process.execPath, full, size };

const begun = performance.now();
const [loadBefore] = loadavg();
const parts = [];
for (const name of names) {
  process.stderr.write(`bench: ${name}\n`);
  try {
    const { run } = await import(`./sections/${name}.mjs`);
    parts.push(await run(options));
  } catch (error) {
    // One that fails, because a peer cannot be had or is too slow, takes nothing from the others.
    process.stderr.write(`bench: ${name}: ${error.stack}\n`);
    process.exitCode = 1;
    parts.push({ title: name, sections: [`Not measured: ${error.message}`], goals: [] });
  }
}
const minutes = ((performance.now() - begun) / 60_000).toFixed(1);

const results = `# Results

Made by \`npm run bench${full ? ' -- --full' : ''}\` in ${minutes} minutes. The contenders of a table ran by turns, caches warm; figures are medians, ± half
the distance of the quartiles. How they come about, and what was tried, is in [docs/performance.md](../docs/performance.md).

${table(
  ['machine', ''],
  [
    ['processor', `${cpus()[0]?.model.trim()}, ${availableParallelism()} usable`],
    ['load at its beginning and end', `${loadBefore.toFixed(1)}, ${loadavg()[0].toFixed(1)}`],
    ['memory', bytesText(totalmem())],
    ['system', `${type()} ${release()}`],
    ['Node', process.version],
  ],
)}

## Goals

${table(
  ['what', 'against', 'figure', 'goal', ''],
  parts.flatMap(({ goals }) => goals.map(goalRow)),
)}

${parts.map(({ title, sections }) => `## ${title}\n\n${sections.join('\n\n')}`).join('\n\n')}
`;
if (only === undefined) writeFileSync(new URL('RESULTS.md', import.meta.url), results);
process.stdout.write(results);
