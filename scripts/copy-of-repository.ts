import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** A copy of the repository, with its dependencies and the test bed, which goes with it. */
export interface Copy extends AsyncDisposable {
  readonly folder: string;
  /** Runs npm there. Resolves with its exit code and all that it wrote. */
  npm(...args: readonly string[]): Promise<{ readonly code: number; readonly text: string }>;
}

/** @param extraEnv for what is run there */
export async function copyOfRepository(extraEnv: NodeJS.ProcessEnv): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'repository-'));
  const sources = filesOf('--cached', '--others', '--exclude-standard');
  const built = filesOf('--cached', '*/package.json').map((path) => join(dirname(path), 'dist'));
  for (const path of [...sources, ...built]) {
    await cp(join(root, path), join(folder, path), { recursive: true }).catch(ignoreMissing);
  }
  // Tools ask git what there is.
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
  ])
    execFileSync('git', args, { cwd: folder });
  for (const path of ['.', '*', 'apps/*', 'packages/*']) copyModules(path, folder);
  await linkTestbed(folder).catch(ignoreMissing);
  return {
    folder,
    npm: (...args) =>
      new Promise((resolve) => {
        // What npm, vitest and our own tests say of this run is not for those that are started here.
        const env = Object.fromEntries(
          Object.entries(process.env).filter(([name]) => !/^(?:npm_|VITEST|MAILTLS_)/i.test(name)),
        );
        const options = {
          cwd: folder,
          env: { ...env, TURBO_TELEMETRY_DISABLED: '1', ...extraEnv },
          maxBuffer: 2 ** 26,
        };
        execFile('npm', args, options, (error, stdout, stderr) => {
          resolve({ code: error === null ? 0 : Number(error.code), text: `${stdout}${stderr}` });
        });
      }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What git lists. */
function filesOf(...args: readonly string[]): readonly string[] {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  const listed = execFileSync('git', ['ls-files', '-z', ...args], options).split('\0');
  return [...new Set(listed.filter((path) => path !== ''))];
}

/** By hard links where both are on one disk: npm puts new files in the place of old ones, and changes none. */
function copyModules(path: string, folder: string): void {
  const copy = `for modules in ${path}/node_modules; do
    if [ -d "$modules" ]; then cp -al "$modules" "$0/$modules" 2>/dev/null || cp -a "$modules" "$0/$(dirname "$modules")"; fi
  done`;
  execFileSync('sh', ['-c', copy, folder], { cwd: root });
}

/** The parts are shared; which of them there are, a set-up in the copy notes down in a file of its own. */
async function linkTestbed(folder: string): Promise<void> {
  const cache = join(root, 'testbed/.cache');
  const parts = await readdir(cache);
  await mkdir(join(folder, 'testbed/.cache'));
  for (const part of parts) {
    const own = join(folder, 'testbed/.cache', part);
    if (part === 'testbed.json') await cp(join(cache, part), own);
    else if (part !== 'prefixes') await symlink(join(cache, part), own);
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
