import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requirePart } from './parts.ts';
import { type Prefix, wine } from './prefix.ts';
import type { Ended, RunOptions } from './run.ts';

/**
 * Runs Node for Windows in a prefix to its end: there `process.platform` is `win32`, and the processes that it spawns
 * are Windows', with working pipes. Its own streams are files, since it cannot use a pipe of Linux.
 * @param args as Windows knows them: see `windowsPath`
 * @throws {TestbedError} `missing` when Node for Windows is not set up
 */
export async function runWindowsNode(
  prefix: Prefix,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const { input = '', env, cwd, timeout = 60_000 } = options;
  const node = requirePart('windowsNode');
  const folder = await mkdtemp(join(prefix.folder, 'node-'));
  const file = (name: string): string => join(folder, name);
  await writeFile(file('stdin'), input);
  const streams = [openSync(file('stdin'), 'r'), openSync(file('stdout'), 'w'), openSync(file('stderr'), 'w')];
  try {
    const how = await new Promise<Pick<Ended, 'exitCode' | 'signal'>>((resolve, reject) => {
      const child = spawn(wine, [node, ...args], {
        cwd,
        // What the test runner's own Node was told is not for this one.
        env: { ...process.env, NODE_OPTIONS: undefined, NODE_V8_COVERAGE: undefined, ...prefix.env, ...env },
        stdio: streams,
        timeout,
        killSignal: 'SIGKILL',
      });
      child.on('error', reject);
      child.on('exit', (exitCode, signal) => resolve({ exitCode, signal }));
    });
    return { stdout: readFileSync(file('stdout'), 'utf8'), stderr: readFileSync(file('stderr'), 'utf8'), ...how };
  } finally {
    for (const stream of streams) closeSync(stream);
    await rm(folder, { recursive: true });
  }
}
