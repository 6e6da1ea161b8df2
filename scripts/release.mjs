// `npm run release`: gives the packages that changesets name their next versions, builds and checks everything, and publishes. Where
// it was cut off after its commit, the same command goes on. What it needs and does stands in docs/releasing.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedPackages } from './published-packages.mjs';
import { pendingBumps } from './release/bumps.mjs';
import { recordRelease } from './release/released-state.mjs';
import { sbom } from './release/sbom.mjs';
import { build, npm, root } from './set-up.mjs';

/** Whether a supported pipeline runs this: npm then takes its identity for a login, and signs where a package was built. */
const hasPipelineIdentity = Boolean(process.env.ACTIONS_ID_TOKEN_REQUEST_URL || process.env.SIGSTORE_ID_TOKEN);

try {
  refuseWhatCannotWork();
  const released = await nextVersions();
  step('npm could not publish everything; run the command again to go on', ['exec', '--', 'changeset', 'publish'], {
    ...(hasPipelineIdentity ? { NPM_CONFIG_PROVENANCE: 'true' } : {}),
  });
  writeSboms();
  console.log(`Released: ${released.join(', ') || 'what was left over'}.`);
  console.log('Push the commit and its tags: git push --follow-tags. The bills of materials are in .release.');
} catch (error) {
  process.stderr.write(`mailtls: ${error.message}\n`);
  process.exitCode = 1;
}

function refuseWhatCannotWork() {
  if (git('status', '--porcelain') !== '') refuse('there are changes that are not committed');
  if (hasPipelineIdentity) {
    const without = publishedPackages(root).filter(({ manifest }) => manifest.repository === undefined);
    if (without.length > 0) {
      refuse(
        `npm signs only packages that name their repository, and these do not: ${without.map(({ name }) => name).join(', ')}`,
      );
    }
    return;
  }
  const { status, stdout } = spawnSync('npm', ['whoami'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) refuse('npm has no login for its registry: npm login, or an access token in the settings of npm');
  console.log(`Publishing as ${stdout.trim()}.`);
}

/** @returns {Promise<readonly string[]>} the packages that have new versions, which are committed */
async function nextVersions() {
  if ((await pendingBumps(root)).size === 0) return [];
  const before = new Map(publishedPackages(root).map(({ name, version }) => [name, version]));
  const back = 'Nothing was published. To take the new versions back: git restore . && git clean -fd';
  step(`the changesets could not be used. ${back}`, ['exec', '--', 'changeset', 'version']);
  step(`the lock file could not follow. ${back}`, [
    'install',
    '--package-lock-only',
    '--ignore-scripts',
    '--loglevel=error',
  ]);
  build();
  step(`the reports could not be made. ${back}`, ['run', '--silent', 'api']);
  const core = await import('@mailtls/core');
  const moved = publishedPackages(root).filter(({ name, version }) => before.get(name) !== version);
  for (const each of moved) recordRelease(root, each, core);
  step(`the check failed. ${back}`, ['test']);
  const released = moved.map(({ name, version }) => `${name} ${version}`);
  git('add', '--all');
  git('commit', '--quiet', '--message', `Release ${released.join(', ')}`);
  return released;
}

function writeSboms() {
  const folder = join(root, '.release');
  mkdirSync(folder, { recursive: true });
  for (const each of publishedPackages(root)) {
    const file = `${each.name.replace('@', '').replace('/', '-')}-${each.version}.cdx.json`;
    writeFileSync(join(folder, file), `${JSON.stringify(sbom(root, each), null, 2)}\n`);
  }
}

function step(failure, args, env) {
  if (npm(args, env) !== 0) throw new Error(failure);
}

function git(...args) {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** @returns {never} */
function refuse(why) {
  throw new Error(`nothing was released: ${why}`);
}
