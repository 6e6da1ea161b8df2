import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bumps, pendingBumps } from './bumps.mjs';
import { catalogueSnapshot } from './catalogue-snapshot.mjs';
import { compareReports } from './compare-reports.mjs';

/** @typedef {import('../published-packages.mjs').PublishedPackage} PublishedPackage */

/** The catalogue as core released it last. */
const CATALOGUE = 'packages/core/api/released/catalogue.json';

/**
 * The public surfaces that have changed since their last release by more than the waiting changesets say. Before its first
 * release a package may change as it likes.
 *
 * @param {string} root the repository
 * @param {readonly PublishedPackage[]} packages
 * @returns {Promise<readonly string[]>}
 */
export async function undeclaredChanges(root, packages) {
  const pending = await pendingBumps(root);
  return packages.flatMap(({ name, folder }) => {
    const declared = pending.get(name) ?? 'none';
    return globSync('api/released/*.api.md', { cwd: join(root, folder) }).flatMap((released) => {
      const report = join(folder, released.replace('released', '.'));
      const current = existsSync(join(root, report)) ? readFileSync(join(root, report), 'utf8') : '';
      const { bump, changes } = compareReports(readFileSync(join(root, folder, released), 'utf8'), current);
      if (bumps.indexOf(bump) <= bumps.indexOf(declared)) return [];
      return [
        `${report} asks for a ${bump} changeset of ${name}, and there is ${declared}:`,
        ...changes.map((line) => `  ${line}`),
      ];
    });
  });
}

/**
 * The catalogue as it was released last, or null before its first release.
 *
 * @param {string} root the repository
 * @returns {import('./catalogue-snapshot.mjs').CatalogueSnapshot | null}
 */
export function releasedCatalogue(root) {
  const path = join(root, CATALOGUE);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/**
 * Notes down what a package promises with the version that it is about to be released as: what comes later is compared with it.
 *
 * @param {string} root the repository
 * @param {PublishedPackage} released
 * @param {typeof import('@mailtls/core')} core as it was built there
 */
export function recordRelease(root, { name, folder }, core) {
  const api = join(root, folder, 'api');
  const earlier = releasedCatalogue(root);
  rmSync(join(api, 'released'), { recursive: true, force: true });
  for (const report of globSync('*.api.md', { cwd: api })) cpSync(join(api, report), join(api, 'released', report));
  if (name !== '@mailtls/core') return;
  writeFileSync(join(root, CATALOGUE), `${JSON.stringify(catalogueSnapshot(core, earlier), null, 2)}\n`);
}
