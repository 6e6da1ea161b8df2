// What `npm install mailtls` brings, beside comparable command lines.
import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../measure.mjs';
import { cache, install, installPeer, npm } from '../peers.mjs';
import { bytesText, table } from '../report.mjs';

const PEERS = ['@changesets/cli', 'publint', 'markdownlint-cli2'];

export async function run() {
  const folder = join(cache, 'installed', 'mailtls');
  install(folder, packOurs());
  const ours = measure(folder);
  const peers = PEERS.map((name) => [name, measure(installPeer(name))]);
  const median = (key) => peers.map(([, one]) => one[key]).sort((a, b) => a - b)[Math.floor(peers.length / 2)];
  const against = `the median of ${PEERS.join(', ')}`;
  return {
    title: 'Installation',
    sections: [
      '`npm pack` of our packages, and `npm install` of those, each installation in a folder of its own:',
      table(
        ['package', 'size', 'packages'],
        [['**mailtls**', ours], ...peers].map(([name, { bytes, packages }]) => [name, bytesText(bytes), packages]),
      ),
    ],
    goals: [
      { what: 'install size', against, value: ours.bytes / median('bytes'), unit: '×', limits: [1] },
      { what: 'installed packages', against, value: ours.packages / median('packages'), unit: '×', limits: [1] },
    ],
  };
}

/** Our packages as they are published, for npm to install. */
function packOurs() {
  const target = join(cache, 'packed');
  mkdirSync(target, { recursive: true });
  const wanted = new Map();
  const add = (path) => {
    const { name, dependencies = {} } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    if (wanted.has(name)) return;
    wanted.set(name, path);
    for (const dependency of Object.keys(dependencies)) {
      if (dependency.startsWith('@mailtls/')) add(join('packages', dependency.slice('@mailtls/'.length)));
    }
  };
  add('apps/cli');
  return [...wanted.values()].map((path) => {
    const said = JSON.parse(
      npm(join(root, path), ['pack', '--json', '--ignore-scripts', '--pack-destination', target]),
    );
    // A list of packages, or since npm 12 an object of them.
    return join(target, Object.values(said)[0].filename);
  });
}

/** Bytes of all files, and packages, below a folder's node_modules. */
function measure(folder) {
  const modules = join(folder, 'node_modules');
  const files = readdirSync(modules, { recursive: true }).filter((path) => lstatSync(join(modules, path)).isFile());
  const manifests = files.filter((path) =>
    /^(?:.*[\\/]node_modules[\\/])?(?:@[^\\/]+[\\/])?[^\\/]+[\\/]package\.json$/.test(path),
  );
  return {
    bytes: files.reduce((sum, path) => sum + lstatSync(join(modules, path)).size, 0),
    packages: manifests.length,
  };
}
