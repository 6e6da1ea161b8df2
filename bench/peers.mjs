// What mailtls is measured against, installed on the first run into bench/.cache.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dotnet } from '../scripts/testbed/dotnet.mjs';
import { root } from './measure.mjs';

export const cache = join(root, 'bench', '.cache');

/** The exact versions that are compared with. */
export const versions = {
  '@vscode/ripgrep': '1.18.0',
  '@changesets/cli': '3.0.3',
  publint: '0.3.25',
  'markdownlint-cli2': '0.24.1',
};

/** Installs a package as its users do, alone in a folder, and returns the folder. */
export function installPackage(name, from = `${name}@${versions[name]}`) {
  const folder = join(cache, 'installed', name.replaceAll('/', '+'));
  const stamp = join(folder, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === String(from)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  execFileSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...[from].flat()],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, npm_config_workspaces: '' } },
  );
  writeFileSync(stamp, String(from));
  return folder;
}

/** ripgrep's executable. */
export function ripgrep() {
  const folder = join(installPackage('@vscode/ripgrep'), 'node_modules', '@vscode');
  const platform = `ripgrep-${process.platform}-${process.arch}`;
  return join(folder, platform, 'bin', process.platform === 'win32' ? 'rg.exe' : 'rg');
}

/** What Select-String does with each line, compiled; `null` without a .NET SDK. */
export async function selectString() {
  const source = join(root, 'bench', 'peers', 'select-string');
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
