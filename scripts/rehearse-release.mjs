// `npm run release:rehearse`: two releases of a copy of the repository to a registry on the loopback, and each package installed
// alone and used by its README on each Node. Writes what happened to docs/release-rehearsal.md, and leaves nothing else behind.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyOfRepository } from './copy-of-repository.ts';
import { openLocalRegistry } from './release/local-registry.mjs';
import { ReleaseRehearsal } from './release/release-rehearsal.mjs';
import { root } from './set-up.mjs';
import { setUpTestbed } from './setup-testbed.mjs';
import { fetchNode } from './testbed/fetch-node.mjs';

/** The oldest that the packages say they run on, by line, and the newest of the lines that are supported. */
const NODES = ['20.19.0', '22.12.0', '24.21.0', '26.10.0'];

const { engine } = await setUpTestbed();
const nodes = new Map();
for (const version of NODES) nodes.set(version, await fetchNode('linux-x64', version));

const temporary = mkdtempSync(join(tmpdir(), 'rehearsal-'));
const upstream = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
const registry = await openLocalRegistry(temporary, upstream);
try {
  await using copy = await copyOfRepository({
    NPM_CONFIG_USERCONFIG: registry.npmrc,
    NO_COLOR: '1',
    GIT_AUTHOR_NAME: 'rehearsal',
    GIT_AUTHOR_EMAIL: 'rehearsal@example.com',
    GIT_COMMITTER_NAME: 'rehearsal',
    GIT_COMMITTER_EMAIL: 'rehearsal@example.com',
  });
  const rehearsal = new ReleaseRehearsal({ copy, registry, temporary, nodes, powerShell: engine.linux });
  await rehearsal.refusals();
  await rehearsal.firstRelease();
  await rehearsal.eachAlone();
  await rehearsal.plantedChange();
  await rehearsal.secondRelease();
  writeFileSync(join(root, 'docs', 'release-rehearsal.md'), rehearsal.page);
  console.log('wrote docs/release-rehearsal.md');
} finally {
  await registry.close();
  rmSync(temporary, { recursive: true, force: true });
}
