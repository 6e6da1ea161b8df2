// What `npm install mailtls` brings, beside comparable command lines.
import { execFileSync } from 'node:child_process';
import { globSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../measure.mjs';
import { cache, installPackage } from '../peers.mjs';
import { bytesText, table } from '../report.mjs';

const PEERS = ['@changesets/cli', 'publint', 'markdownlint-cli2'];

export async function installSize() {
  const ours = measure(installPackage('mailtls', packOurs()));
  const peers = PEERS.map((name) => [name, measure(installPackage(name))]);
  const median = (key) => peers.map(([, one]) => one[key]).sort((a, b) => a - b)[Math.floor(peers.length / 2)];
  return {
    title: 'Installation',
    sections: [
      table(
        ['package', 'size', 'packages'],
        [['**mailtls**', ours], ...peers].map(([name, { bytes, packages }]) => [name, bytesText(bytes), packages]),
      ),
    ],
    goals: [
      ['install size, against the median', 'smaller', ours.bytes / median('bytes'), 1],
      ['packages, against the median', 'fewer', ours.packages / median('packages'), 1],
    ],
  };
}

/** Our packages as they are published, for npm to install. */
function packOurs() {
  const folder = join(cache, 'packed');
  mkdirSync(folder, { recursive: true });
  const wanted = new Map();
  const add = (path) => {
    const { name, version, dependencies = {} } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    if (wanted.has(name)) return;
    wanted.set(name, { path, version });
    for (const dependency of Object.keys(dependencies)) {
      if (dependency.startsWith('@mailtls/')) add(join('packages', dependency.slice('@mailtls/'.length)));
    }
  };
  add('apps/cli');
  return [...wanted.values()].map(({ path }) => {
    const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: join(root, path),
      encoding: 'utf8',
    });
    const said = JSON.parse(packed);
    return join(folder, (Array.isArray(said) ? said[0] : Object.values(said)[0]).filename);
  });
}

/** Bytes of all files, and packages, below a folder's node_modules. */
function measure(folder) {
  const modules = join(folder, 'node_modules');
  const bytes = readdirSync(modules, { recursive: true })
    .map((path) => lstatSync(join(modules, path)))
    .filter((entry) => entry.isFile())
    .reduce((sum, { size }) => sum + size, 0);
  const manifests = globSync(['node_modules/**/package.json'], { cwd: folder }).filter((path) =>
    /node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+[\\/]package\.json$/.test(path),
  );
  return { bytes, packages: manifests.length };
}
