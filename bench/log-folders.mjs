// Folders of generated protocol logs, made once for each shape and kept in bench/.cache.
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { measured, root } from './measure.mjs';
import { cache } from './peers.mjs';
import { writeProtocolLog } from './protocol-log.mjs';

const generator = createHash('sha256')
  .update(readFileSync(new URL('protocol-log.mjs', import.meta.url)))
  .digest('hex');

/** The share of sessions that fail, where it is not what is measured. */
export const USUAL_FAILING = 0.0002;

/** The command that diagnoses files or folders, and tells its memory. */
export function diagnose(node, ...paths) {
  const cli = join(root, 'apps/cli/bin/mailtls.js');
  return measured(node, cli, 'diagnose', ...paths, '--format', 'json', '--quiet', '--fail-on', 'never');
}

/**
 * A folder of Send logs, and every fourth one a Receive log.
 *
 * @param {{ bytes: number, files: number, failing: number, seed: number, peers?: number }} shape `bytes` of all files
 *   together, the share of sessions that are `failing`, and with how many other ends
 * @returns {Promise<{ folder: string, paths: string[], bytes: number, lines: number, sessions: number }>}
 */
export async function logFolder({ bytes, files, failing, seed, peers = 300 }) {
  const name = `logs-${generator.slice(0, 8)}-${bytes}-${files}-${failing}-${peers}-${seed}`;
  const folder = join(cache, name);
  const about = join(cache, `${name}.json`);
  if (!existsSync(about)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const logs = Array.from({ length: files }, (_, index) => {
      const kind = index % 4 === 3 ? 'receive' : 'send';
      const hour = String(index % 24).padStart(2, '0');
      const file = `${kind === 'send' ? 'SEND' : 'RECV'}20260202${hour}-${1 + Math.floor(index / 24)}.LOG`;
      return { path: join(folder, file), kind, seed: seed * 1000 + index, bytes: bytes / files, failing, peers };
    });
    const written = await writeLogs(logs);
    writeFileSync(`${about}.new`, JSON.stringify(written));
    renameSync(`${about}.new`, about);
  }
  const { lines, sessions } = JSON.parse(readFileSync(about, 'utf8'));
  const paths = readdirSync(folder)
    .sort()
    .map((file) => join(folder, file));
  return { folder, paths, bytes: paths.reduce((sum, path) => sum + statSync(path).size, 0), lines, sessions };
}

/** A folder that has another's files several times over, without taking their room. */
export function repeated({ folder, paths }, times) {
  const many = `${folder}-times-${times}`;
  mkdirSync(many, { recursive: true });
  for (const [index, path] of paths.entries()) {
    for (let time = 0; time < times; time += 1) {
      const link = join(many, `SEND20260${2 + time}02${String(index).padStart(2, '0')}-1.LOG`);
      if (!existsSync(link)) linkSync(path, link);
    }
  }
  return many;
}

/** Writes logs on as many threads as there are processors. */
async function writeLogs(logs) {
  const queue = [...logs];
  const sum = { lines: 0, sessions: 0 };
  const drain = async () => {
    for (let log = queue.shift(); log !== undefined; log = queue.shift()) {
      const worker = new Worker(new URL(import.meta.url), { workerData: log });
      const written = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
      sum.lines += written.lines;
      sum.sessions += written.sessions;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, drain));
  return sum;
}

if (!isMainThread) parentPort.postMessage(writeProtocolLog(workerData.path, workerData));
