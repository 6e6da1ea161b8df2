// `npm run bench`: what mailtls costs, side by side with what would be used instead, in one run; it writes RESULTS.md and plots.
//
//     npm run bench [-- --full] [-- --size GIGABYTES] [-- --only logs,start-up,…]
//
// What it is measured against is installed on the first run, and data is made, both into bench/.cache.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';
import { build, pinnedNode } from '../scripts/set-up.mjs';
import { cache } from './peers.mjs';
import { bytesText, table } from './report.mjs';
import { bridge } from './sections/bridge.mjs';
import { installSize } from './sections/install-size.mjs';
import { logs } from './sections/logs.mjs';
import { registry } from './sections/registry.mjs';
import { startUp } from './sections/start-up.mjs';
import { tests } from './sections/tests.mjs';

const SECTIONS = { 'start-up': startUp, logs, registry, bridge, 'install-size': installSize, tests };

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, size: { type: 'string' }, only: { type: 'string' } },
});
const { full } = values;
const size = Number(values.size ?? (full ? 4 : 1)) * 1e9;
const names = values.only?.split(',') ?? Object.keys(SECTIONS).filter((name) => full || name !== 'tests');
const node = pinnedNode();
mkdirSync(cache, { recursive: true });
build();

const begun = performance.now();
const parts = [];
for (const name of names) {
  process.stderr.write(`bench: ${name}\n`);
  parts.push(await SECTIONS[name]({ node, full, size }));
}
const minutes = (performance.now() - begun) / 60_000;

const results = `# Results

Made by \`npm run bench${full ? ' -- --full' : ''}\`, in ${minutes.toFixed(1)} minutes. Each table is one run: contenders by turns, medians, ± half the
distance of the quartiles; caches warm. How the figures come about is in [docs/performance.md](../docs/performance.md).

${table(
  ['machine', ''],
  [
    ['processor', `${cpus()[0]?.model.trim()}, ${availableParallelism()} usable`],
    ['memory', bytesText(totalmem())],
    ['system', `${type()} ${release()}`],
    ['Node', execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()],
  ],
)}

## Goals

${table(
  ['what', 'goal', 'here', ''],
  parts.flatMap(({ goals }) => goals.map(goalRow)),
)}

${parts.map(({ title, sections }) => `## ${title}\n\n${sections.join('\n\n')}`).join('\n\n')}
`;
const target = new URL('RESULTS.md', import.meta.url);
if (values.only === undefined) writeFileSync(target, results);
process.stdout.write(results);

/** A negative goal is one to be reached from below. A second one is where the work goes on to. */
function goalRow([what, goal, value, wanted, beyond]) {
  const isMet = (limit) => (limit < 0 ? value >= -limit : value <= limit);
  const off = wanted < 0 ? -wanted / value : value / wanted;
  const unit = / ×/.test(goal) ? ' ×' : / MB/.test(goal) ? ' MB' : / s$/.test(goal) ? ' s' : ' ×';
  const verdict = !isMet(wanted)
    ? `missed, ${off.toFixed(2)} × off`
    : beyond === undefined
      ? 'met'
      : isMet(beyond)
        ? 'both met'
        : 'the first met';
  return [what, goal, `${value.toFixed(2)}${unit}`, verdict];
}
