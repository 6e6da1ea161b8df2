/**
 * How fast one thread reads protocol logs, beside what an admin would use: `node bench/scan-log.ts [MEGABYTES]`. Build first.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSource, readEvidence } from '../dist/index.js';
import { generateLog } from '../test/log-generator.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = Number(process.argv[2] ?? 300);
const folder = join(tmpdir(), 'mailtls-bench');
const path = join(folder, `SEND-${megabytes}.LOG`);
mkdirSync(folder, { recursive: true });
if (!existsSync(path)) {
  const file = openSync(path, 'w');
  let block: string[] = [];
  let written = 0;
  for (const line of generateLog({
    kind: 'send',
    seed: 7,
    sessions: megabytes * 400,
    interleaved: 40,
    failing: 0.001,
  })) {
    block.push(line);
    if (block.length < 10_000) continue;
    written += writeSync(file, `${block.join('\r\n')}\r\n`);
    block = [];
    if (written > megabytes * 1e6) break;
  }
  closeSync(file);
}
const size = statSync(path).size;

const median = async (run: () => unknown): Promise<number> => {
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const before = performance.now();
    await run();
    times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b)[2] ?? Number.NaN;
};
const show = (name: string, milliseconds: number): void =>
  print(
    `${name.padEnd(28)} ${milliseconds.toFixed(0).padStart(6)} ms ${(size / 1000 / milliseconds).toFixed(0).padStart(6)} MB/s`,
  );

const anchors = [
  'TLS negotiation failed with error SocketError',
  'Must issue a STARTTLS command first',
  '421 4.4.2 Connection dropped',
  'NoCredentials',
];
show('cat', await median(() => execFileSync('cat', [path], { stdio: 'ignore' })));
show(
  'grep -cF, four literals',
  await median(() => execFileSync('grep', ['-cF', ...anchors.flatMap((text) => ['-e', text]), path])),
);
let result: Awaited<ReturnType<typeof readEvidence>> | undefined;
show(
  'readEvidence',
  await median(async () => {
    result = await readEvidence([fileSource(path)]);
  }),
);
print(
  `${result?.matches.length} matches, ${result?.peers.length} peers, ${result?.peers.reduce((sum, { sessions }) => sum + sessions, 0)} sessions`,
);
print(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
