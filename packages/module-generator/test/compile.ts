import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bytesOf, type OutputFile } from '../src/output-file.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

/** Sources that were compiled, in a folder that goes with it. */
export interface Compiled extends AsyncDisposable {
  /** Has them in `src`, and what became of them in `dist`. */
  readonly folder: string;
  /** What the compiler says, `''` for nothing. */
  readonly problems: string;
}

/** Compiles sources by the rules of this repository, with its dependencies in reach. */
export async function compile(files: readonly OutputFile[]): Promise<Compiled> {
  const folder = await mkdtemp(join(tmpdir(), 'compiled-'));
  for (const file of files) {
    await mkdir(dirname(join(folder, file.path)), { recursive: true });
    await writeFile(join(folder, file.path), bytesOf(file));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const config = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: { rootDir: 'src', outDir: 'dist', types: [] },
    include: ['src'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const problems = await new Promise<string>((resolve) => {
    execFile(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { maxBuffer: 2 ** 26 }, (error, stdout) => {
      resolve(error === null ? '' : stdout || error.message);
    });
  });
  return { folder, problems, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
