// What mailtls is measured against, installed on the first run into bench/.cache.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dotnet } from '@mailtls/scripts/testbed/dotnet.mjs';
import { root } from './measure.mjs';

export const cache = join(root, 'bench', '.cache');

/** The exact versions that are compared with. */
const versions = {
  '@vscode/ripgrep': '1.18.0',
  '@changesets/cli': '3.0.3',
  publint: '0.3.25',
  'markdownlint-cli2': '0.24.1',
};

/** Installs a package as its users do, alone in a folder, and returns the folder. */
export function installPeer(name) {
  const folder = join(cache, 'installed', name.replaceAll('/', '+'));
  const stamp = join(folder, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === versions[name]) return folder;
  install(folder, [`${name}@${versions[name]}`]);
  writeFileSync(stamp, versions[name]);
  return folder;
}

/** Installs packages of the registry, or archives of packages, into a folder that is emptied before. */
export function install(folder, packages) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  npm(folder, ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...packages]);
}

/** Runs npm in a folder, and returns what it printed. */
export function npm(folder, args) {
  // What npm told its script that runs this is not for the npm that this runs.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(registry|cache|userconfig)$)/i.test(name)),
  );
  return execFileSync('npm', args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** ripgrep's executable. */
export function ripgrep() {
  const folder = join(installPeer('@vscode/ripgrep'), 'node_modules', '@vscode');
  const platform = `ripgrep-${process.platform}-${process.arch}`;
  return join(folder, platform, 'bin', process.platform === 'win32' ? 'rg.exe' : 'rg');
}

/** What Select-String does with each line, compiled; `null` without a .NET SDK. */
export async function selectString() {
  const source = join(root, 'bench', 'programs', 'select-string');
  const hash = createHash('sha256')
    .update(readFileSync(join(source, 'SelectString.cs')))
    .digest('hex')
    .slice(0, 12);
  const folder = join(cache, `select-string-${hash}`);
  const program = join(folder, 'publish', 'select-string', 'release', 'select-string');
  try {
    if (!existsSync(program)) await dotnet(source, folder, 'publish', '-c', 'Release');
  } catch (error) {
    process.stderr.write(`bench: no Select-String: ${error.message}\n`);
    return null;
  }
  return program;
}
