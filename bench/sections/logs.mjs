import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorsOf, signatures } from '@mailtls/core';
import { logFolder, repeated } from '../log-folders.mjs';
import { compare, measured, root } from '../measure.mjs';
import { cache, ripgrep, selectString } from '../peers.mjs';
import { linesPlot } from '../plot.mjs';
import { bytesText, secondsText, table, times } from '../report.mjs';

const CLI = join(root, 'apps/cli/bin/mailtls.js');
const MEGABYTE = 1e6;
/** Of the sessions in the generated logs. */
const FAILING = 0.0002;

const diagnose = (node, ...paths) =>
  measured(node, CLI, 'diagnose', ...paths, '--format', 'json', '--quiet', '--fail-on', 'never');

/** @param {{ node: string, full: boolean, size: number }} options `size` in bytes */
export async function logs({ node, full, size }) {
  const rg = ripgrep();
  const all = anchorFile('anchors.txt', anchorsOf(signatures));
  const eight = anchorFile('anchors-8.txt', anchorsOf(signatures).slice(0, 8));
  const clean = await logFolder({ bytes: size, files: 16, failing: 0, seed: 1 });
  const busy = await logFolder({ bytes: size, files: 16, failing: FAILING, seed: 2 });
  const single = await logFolder({ bytes: size, files: 1, failing: FAILING, seed: 3 });
  const turns = full ? 7 : 3;
  const sections = [];
  const scan = (paths) => measured(node, join(root, 'packages/evidence/bench/scan-pass.ts'), ...paths);
  const search = (anchors, ...paths) => [rg, '-c', '-F', '-f', anchors, ...paths];

  const pass = await compare(
    [
      { name: 'rg', command: search(all, clean.folder) },
      { name: 'rg, eight', command: search(eight, clean.folder) },
      { name: 'scan', command: scan(clean.paths) },
    ],
    turns,
  );
  sections.push(
    `### The scanning pass alone: ${bytesText(clean.bytes)} in 16 files without a hit`,
    table(
      ['program', 'wall', 'of rg, same anchors', 'of rg, eight literals'],
      [
        [`ripgrep \`-c\`, the catalogue's ${anchorsOf(signatures).length} anchors`, pass.rg],
        ['ripgrep `-c`, eight of them', pass['rg, eight']],
        ['the scanning pass: lines, fields, anchors', pass.scan],
      ].map(([name, run]) => [name, secondsText(run), times(run, pass.rg), times(run, pass['rg, eight'])]),
    ),
  );

  const greps = existsSync('/usr/bin/grep') || existsSync('/bin/grep');
  const whole = await compare(
    [
      { name: 'rg', command: search(all, busy.folder) },
      { name: 'rg, eight', command: search(eight, busy.folder) },
      { name: 'diagnose', command: diagnose(node, busy.folder) },
      { name: 'bare', command: measured(node, '-e', '0') },
      { name: 'rg one', command: search(all, ...single.paths) },
      { name: 'rg one, eight', command: search(eight, ...single.paths) },
      { name: 'diagnose one', command: diagnose(node, ...single.paths) },
    ],
    turns,
  );
  const slow = greps
    ? await compare([{ name: 'grep', command: ['grep', '-cF', '-f', all, ...busy.paths] }], full ? 3 : 0)
    : {};
  const small = await logFolder({ bytes: (full ? 200 : 40) * MEGABYTE, files: 1, failing: FAILING, seed: 4 });
  const records = await compare(
    [{ name: 'csv-parse', command: measured(node, join(root, 'bench/sections/csv-parse.mjs'), ...small.paths) }],
    full ? 3 : 0,
  );
  const program = await selectString();
  const strings =
    program === null
      ? {}
      : await compare([{ name: 'Select-String', command: [program, all, ...small.paths] }], full ? 3 : 0);
  const scaled = (run, bytes) => run && { ...run, seconds: (run.seconds / bytes) * busy.bytes, spread: 0 };
  const parsed = scaled(records['csv-parse'], small.bytes);
  const selected = scaled(strings['Select-String'], small.bytes);
  const rows = [
    ["ripgrep `-c`, the catalogue's anchors", whole.rg],
    ['ripgrep `-c`, eight of them', whole['rg, eight']],
    ['**`mailtls diagnose`**', whole.diagnose],
    ["GNU `grep -cF`, the catalogue's anchors", slow.grep],
    [`csv-parse, every record (${bytesText(small.bytes)}, scaled)`, parsed],
    [`Select-String's loop, compiled (${bytesText(small.bytes)}, scaled)`, selected],
  ].filter(([, run]) => run);
  const found = JSON.parse(whole.diagnose.output);
  sections.push(
    `### \`mailtls diagnose\`: ${bytesText(busy.bytes)} in 16 files, ${busy.lines.toLocaleString('en')} lines, ${busy.sessions.toLocaleString('en')} sessions`,
    table(
      ['program', 'wall', 'of rg, same anchors', 'of rg, eight literals', "of mailtls'"],
      rows.map(([name, run]) => [
        name,
        secondsText(run),
        times(run, whole.rg),
        times(run, whole['rg, eight']),
        times(run, whole.diagnose),
      ]),
    ),
    `It found ${found.matches.length} errors and tells of ${found.peers.length} other ends which TLS versions they negotiated, each of the ${busy.sessions.toLocaleString('en')} sessions accounted for.`,
    `### The same in one file of ${bytesText(single.bytes)}`,
    table(
      ['program', 'wall', 'of rg, same anchors', 'of rg, eight literals'],
      [
        ["ripgrep `-c`, the catalogue's anchors", whole['rg one']],
        ['ripgrep `-c`, eight of them', whole['rg one, eight']],
        ['**`mailtls diagnose`**', whole['diagnose one']],
      ].map(([name, run]) => [name, secondsText(run), times(run, whole['rg one']), times(run, whole['rg one, eight'])]),
    ),
  );

  const bare = whole.bare.peak;
  const memory = [];
  for (const share of full ? [0.25, 1, 4] : [0.25, 1]) {
    const folder =
      share === 1
        ? busy
        : share < 1
          ? { folder: null, paths: busy.paths.slice(0, 16 * share) }
          : { folder: repeated(busy, share), paths: [] };
    const paths = folder.folder === null ? folder.paths : [folder.folder];
    const { peak } = (await compare([{ name: 'peak', command: diagnose(node, ...paths) }], full ? 3 : 0)).peak;
    memory.push([bytesText(busy.bytes * share), bytesText(peak), `+ ${bytesText(peak - bare)}`]);
  }
  sections.push('### Peak memory', table(['logs', 'peak', `over a bare Node (${bytesText(bare)})`], memory));

  sections.push('### Linear', ...(await growth({ node, full, size })));
  return { title: 'Protocol logs', sections, goals: goals({ pass, whole, memory, bare, selected }) };
}

/** Cost against size, over two decades. */
async function growth({ node, full, size }) {
  const turns = full ? 3 : 1;
  const steps = [0.01, 0.03, 0.1, 0.3, 1];
  const series = async (shapes, label) => {
    const points = [];
    for (const [x, shape] of shapes) {
      const made = await logFolder(shape);
      const run = (await compare([{ name: 'run', command: diagnose(node, made.folder) }], turns)).run;
      points.push([x(made), run.seconds]);
    }
    return { label, points };
  };
  const bytes = await series(
    steps.map((step) => [(made) => made.bytes, { bytes: size * step, files: 1, failing: FAILING, seed: 5 }]),
    'bytes in one file',
  );
  const files = await series(
    [1, 3, 10, 30, 100].map((count) => [
      () => count,
      { bytes: count * 2 * MEGABYTE, files: count, failing: FAILING, seed: 6 },
    ]),
    'files of 2 MB',
  );
  const failing = await series(
    [0.01, 0.03, 0.1, 0.3, 1].map((share) => [
      (made) => made.sessions * share,
      { bytes: 20 * MEGABYTE, files: 1, failing: share, seed: 7 },
    ]),
    'failing sessions in 20 MB',
  );
  return [
    linesPlot('logs-bytes', 'Diagnosis of one log', 'bytes', 'seconds', [bytes]),
    linesPlot('logs-files', 'Diagnosis of logs of 2 MB', 'files', 'seconds', [files]),
    linesPlot('logs-failing', 'Diagnosis of 20 MB with failing sessions', 'failing sessions', 'seconds', [failing]),
  ];
}

function goals({ pass, whole, memory, bare, selected }) {
  const ratio = (one, other) => one.seconds / other.seconds;
  return [
    ['scanning pass, against `rg -c` with the same anchors', '≤ 2.0 ×, then 1.5 ×', ratio(pass.scan, pass.rg), 2, 1.5],
    ['… with eight literals', '–', ratio(pass.scan, pass['rg, eight']), 2, 1.5],
    ['`diagnose`, 16 files, against the same', '≤ 6 ×, then 4 ×', ratio(whole.diagnose, whole.rg), 6, 4],
    ['… with eight literals', '–', ratio(whole.diagnose, whole['rg, eight']), 6, 4],
    ['`diagnose`, one file', '≤ 6 ×, then 4 ×', ratio(whole['diagnose one'], whole['rg one']), 6, 4],
    ['… with eight literals', '–', ratio(whole['diagnose one'], whole['rg one, eight']), 6, 4],
    ...(selected ? [["Select-String's loop, against `diagnose`", '≥ 50 ×', ratio(selected, whole.diagnose), -50]] : []),
  ].concat([
    [
      'peak memory over a bare Node',
      '≤ 120 MB',
      (Math.max(whole.diagnose.peak, whole['diagnose one'].peak) - bare) / MEGABYTE,
      120,
    ],
  ]);
}

function anchorFile(name, anchors) {
  const path = join(cache, name);
  writeFileSync(path, `${anchors.join('\n')}\n`);
  return path;
}
