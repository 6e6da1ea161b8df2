// A registry export of 5 MB, and rules applied to many machines.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, root, timed } from '../measure.mjs';
import { cache } from '../peers.mjs';
import { growthPlot } from '../plot.mjs';
import { randomNumbers } from '../protocol-log.mjs';
import { bytesText, countText, ratio, secondsText, table, times } from '../report.mjs';

const CLI = join(root, 'apps/cli/bin/mailtls.js');
/** The least that a reader of the format does. */
const SPLIT = `process.stdout.write(String(require('node:fs').readFileSync(process.argv[1], 'utf16le').split(/\\r?\\n/).length))`;

export async function run({ node, full }) {
  const sizes = [0.05, 0.15, 0.5, 1.5, 5].map((megabytes) => megabytes * 1e6);
  const paths = sizes.map((bytes) => writeExport(bytes));
  const check = (path) => [node, CLI, 'check', '--from', path, '--fail-on', 'never'];
  const path = paths.at(-1);
  const runs = await compare(
    [
      { name: 'split', command: [node, '-e', SPLIT, path] },
      { name: 'check', command: check(path) },
    ],
    full ? 15 : 7,
  );
  const grown = [];
  for (const [index, bytes] of sizes.entries()) {
    grown.push([bytes, (await timed(check(paths[index]), full ? 7 : 3)).seconds]);
  }
  const machines = JSON.parse(execFileSync(node, [join(root, 'bench/programs/evaluate.mjs')], { encoding: 'utf8' }));
  return {
    title: 'Registry',
    sections: [
      `### \`check --from\`: an export of ${bytesText(sizes.at(-1))}`,
      table(
        ['program', 'wall', 'of reading and splitting'],
        [
          ['Node reads the file and splits its lines', secondsText(runs.split), times(runs.split, runs.split)],
          ['**`mailtls check --from`**', secondsText(runs.check), times(runs.check, runs.split)],
        ],
      ),
      growthPlot('registry-bytes', 'check --from an export', { label: 'bytes', points: grown }),
      '### The whole catalogue, evaluated',
      table(
        ['machines', 'time', 'a machine'],
        machines.map(([count, seconds]) => [
          countText(count),
          secondsText({ seconds }),
          `${((seconds / count) * 1e6).toFixed(0)} µs`,
        ]),
      ),
      growthPlot('evaluate', 'Evaluation of the whole catalogue', { label: 'machines', points: machines }),
    ],
    goals: [
      {
        what: '`mailtls check --from` an export of 5 MB',
        against: 'the same Node reading and splitting it',
        value: ratio(runs.check, runs.split),
        unit: '×',
        limits: [2],
      },
      {
        what: 'the whole catalogue, 10,000 machines',
        against: '–',
        value: machines.at(-1)[1],
        unit: 's',
        limits: [],
      },
    ],
  };
}

/** An export as regedit makes it, mostly of keys that nobody asks for. */
function writeExport(bytes) {
  const random = randomNumbers(11);
  const number = (most) => Math.floor(random() * most);
  const control = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet';
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    `[${control}\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]`,
    '"Enabled"=dword:00000001',
    '"DisabledByDefault"=dword:00000000',
    '',
  ];
  let length = 0;
  for (let key = 0; length * 2 < bytes; key += 1) {
    const begun = lines.length;
    const path = [`Service${key}`, 'Parameters', 'Interfaces', `{${number(2 ** 32).toString(16)}}`];
    // Each key on the way is listed, as regedit does.
    for (let level = 1; level < path.length; level += 1) {
      lines.push(`[${control}\\Services\\${path.slice(0, level).join('\\')}]`, '');
    }
    lines.push(`[${control}\\Services\\${path.join('\\')}]`);
    for (let value = number(8); value >= 0; value -= 1) {
      lines.push(
        `"Value ${value}"=dword:${number(2 ** 32)
          .toString(16)
          .padStart(8, '0')}`,
        `"Name ${value}"="C:\\\\Windows\\\\System32\\\\driver${number(1000)}.sys"`,
      );
    }
    const data = Array.from({ length: 24 + number(60) }, () => number(256).toString(16).padStart(2, '0'));
    lines.push(`"Binary"=hex:${data.slice(0, 20).join()},\\`, `  ${data.slice(20).join()}`, '');
    for (const line of lines.slice(begun)) length += line.length + 2;
  }
  const path = join(cache, `registry-${bytes}.reg`);
  writeFileSync(path, `\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le');
  return path;
}
