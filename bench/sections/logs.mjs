// Protocol logs: the scanning pass alone, and all of `mailtls diagnose`, against searchers that only count lines.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorsOf, signatures } from '@mailtls/core';
import { rolldown } from 'rolldown';
import { diagnose, logFolder, repeated, USUAL_FAILING } from '../log-folders.mjs';
import { compare, measured, root, timed } from '../measure.mjs';
import { cache, ripgrep, selectString } from '../peers.mjs';
import { bytesText, countText, ratio, secondsText, table, times } from '../report.mjs';
import { growth } from './growth.mjs';

const MEGABYTE = 1e6;

/** @param {{ node: string, full: boolean, size: number }} options `size` in bytes */
export async function run({ node, full, size }) {
  const rg = ripgrep();
  const anchors = anchorsOf(signatures);
  const all = anchorFile('anchors.txt', anchors);
  const eight = anchorFile('anchors-8.txt', anchors.slice(0, 8));
  const search = (patterns, paths) => [rg, '-c', '-F', '-f', patterns, ...paths];
  const turns = full ? 9 : 5;

  const clean = await logFolder({ bytes: size, files: 16, failing: 0, seed: 1 });
  const pass = await compare(
    [
      { name: 'rg', command: search(all, clean.paths) },
      { name: 'rg, eight', command: search(eight, clean.paths) },
      { name: 'scan', command: measured(node, await scanPass(), ...clean.paths) },
    ],
    turns,
  );
  const searchers = [`ripgrep \`-c\`, the catalogue's ${anchors.length} anchors`, 'ripgrep `-c`, eight of them'];
  const head = ['program', 'wall', 'of rg, same anchors', 'of rg, eight anchors'];
  const row = (name, own, rgRun, rgEight) => [name, secondsText(own), times(own, rgRun), times(own, rgEight)];
  const rows = (names, runs, rgRun, rgEight) =>
    table(
      head,
      names.map((name, index) => row(name, runs[index], rgRun, rgEight)),
    );

  const busy = await logFolder({ bytes: size, files: 16, failing: USUAL_FAILING, seed: 2 });
  const single = await logFolder({ bytes: size, files: 1, failing: USUAL_FAILING, seed: 3 });
  const whole = await compare(
    [
      { name: 'rg', command: search(all, busy.paths) },
      { name: 'rg, eight', command: search(eight, busy.paths) },
      { name: 'diagnose', command: diagnose(node, busy.folder) },
      { name: 'bare', command: measured(node, '-e', '0') },
    ],
    turns,
  );
  const one = await compare(
    [
      { name: 'rg', command: search(all, single.paths) },
      { name: 'rg, eight', command: search(eight, single.paths) },
      { name: 'diagnose', command: diagnose(node, ...single.paths) },
    ],
    turns,
  );
  const slow = await slowOnes({ node, full, all, busy });
  const found = JSON.parse(whole.diagnose.output);
  const accounted = found.peers.reduce((sum, { sessions }) => sum + sessions, 0);
  const memory = await peaks({ node, full, busy });

  return {
    title: 'Protocol logs',
    sections: [
      `### The scanning pass alone: ${bytesText(clean.bytes)} in 16 files without a hit`,
      'It reads the files, cuts their lines and fields and looks for the anchors, as `diagnose` does; sessions are left out.',
      rows(
        [...searchers, '**the scanning pass**'],
        [pass.rg, pass['rg, eight'], pass.scan],
        pass.rg,
        pass['rg, eight'],
      ),
      `### \`mailtls diagnose\`: ${bytesText(busy.bytes)} in 16 files, ${countText(busy.lines)} lines, ${countText(busy.sessions)} sessions`,
      rows(
        [...searchers, '**`mailtls diagnose`**', ...slow.map(({ name }) => name)],
        [whole.rg, whole['rg, eight'], whole.diagnose, ...slow.map((each) => each.figures)],
        whole.rg,
        whole['rg, eight'],
      ),
      `It found ${countText(found.matches.length)} errors, and accounted for ${countText(accounted)} sessions with ${countText(found.peers.length)} other ends.`,
      `### The same in one file of ${bytesText(single.bytes)}`,
      rows(
        [...searchers, '**`mailtls diagnose`**'],
        [one.rg, one['rg, eight'], one.diagnose],
        one.rg,
        one['rg, eight'],
      ),
      '### Peak memory',
      table(
        ['logs', 'peak', `over a bare Node (${bytesText(whole.bare.peak)})`],
        memory.map(([bytes, peak]) => [bytesText(bytes), bytesText(peak), bytesText(peak - whole.bare.peak)]),
      ),
      '### Growth',
      ...(await growth({ node, full, size })),
    ],
    goals: goals({ pass, whole, one, slow, memory }),
  };
}

/** The scanning pass as it is published: bundled, so that no type is stripped while it is measured. */
async function scanPass() {
  const file = join(cache, 'scan-pass.mjs');
  const build = await rolldown({ input: join(root, 'packages/evidence/bench/scan-pass.ts'), platform: 'node' });
  await build.write({ file });
  return file;
}

/** What takes so much longer that it reads less of it or does so once; scaled by the byte. */
async function slowOnes({ node, full, all, busy }) {
  const small = await logFolder({ bytes: (full ? 200 : 40) * MEGABYTE, files: 1, failing: USUAL_FAILING, seed: 4 });
  const turns = full ? 3 : 0;
  const program = await selectString();
  const contenders = [
    {
      name: "GNU `grep -cF`, the catalogue's anchors",
      command: ['grep', '-cF', '-f', all, ...busy.paths],
      bytes: busy.bytes,
    },
    {
      name: 'csv-parse, every record',
      command: [node, join(root, 'bench/programs/csv-parse.mjs'), ...small.paths],
      bytes: small.bytes,
    },
    ...(program === null
      ? []
      : [{ name: "Select-String's loop, compiled", command: [program, all, ...small.paths], bytes: small.bytes }]),
  ];
  const rows = [];
  for (const { name, command, bytes } of contenders) {
    const { seconds } = await timed(command, turns).catch((error) => {
      // Not every system has a GNU grep.
      if (error.code !== 'ENOENT') throw error;
      return {};
    });
    if (seconds === undefined) continue;
    const scale = busy.bytes / bytes;
    rows.push({
      name: scale === 1 ? name : `${name} (${bytesText(bytes)}, scaled)`,
      figures: { seconds: seconds * scale },
    });
  }
  return rows;
}

/** The most memory by the size of what is read: [bytes, bytes of memory]. */
async function peaks({ node, full, busy }) {
  const rows = [];
  for (const share of full ? [0.25, 1, 4] : [0.25, 1]) {
    const paths = share < 1 ? busy.paths.slice(0, 16 * share) : [share === 1 ? busy.folder : repeated(busy, share)];
    const { peak } = await timed(diagnose(node, ...paths), full ? 3 : 0);
    rows.push([busy.bytes * share, peak]);
  }
  return rows;
}

function goals({ pass, whole, one, slow, memory }) {
  const against = (runs, name, what, limits) => [
    { what, against: '`rg -c`, same anchors', value: ratio(runs[name], runs.rg), unit: '×', limits },
    { what, against: '`rg -c`, eight anchors', value: ratio(runs[name], runs['rg, eight']), unit: '×', limits: [] },
  ];
  const bare = whole.bare.peak;
  return [
    ...against(pass, 'scan', 'the scanning pass', [2, 1.5]),
    ...against(whole, 'diagnose', '`mailtls diagnose`, 16 files', [6, 4]),
    ...against(one, 'diagnose', '`mailtls diagnose`, one file', [6, 4]),
    ...slow.map(({ name, figures }) => ({
      what: name,
      against: '`mailtls diagnose`',
      value: ratio(figures, whole.diagnose),
      unit: '×',
      limits: name.startsWith('Select-String') ? [50] : [],
      isFloor: true,
    })),
    {
      what: 'peak memory of `mailtls diagnose`',
      against: 'over a bare Node',
      value: (Math.max(...memory.map(([, peak]) => peak), one.diagnose.peak) - bare) / MEGABYTE,
      unit: 'MB',
      limits: [120],
    },
    {
      what: 'peak memory, most bytes',
      against: 'peak memory, fewest bytes',
      value: memory.at(-1)[1] / memory[0][1],
      unit: '×',
      limits: [],
    },
  ];
}

function anchorFile(name, anchors) {
  const path = join(cache, name);
  writeFileSync(path, `${anchors.join('\n')}\n`);
  return path;
}
