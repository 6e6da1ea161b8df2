import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} PublishedPackage
 * @property {string} name
 * @property {string} folder its path in the repository
 * @property {string} version
 * @property {Record<string, any>} manifest its package.json
 * @property {readonly string[]} entries the names in `dist` of what can be imported, such as `index`
 */

/**
 * The workspaces that go to the registry, in the order of their folders.
 *
 * @param {string} root the repository
 * @returns {readonly PublishedPackage[]}
 */
export function publishedPackages(root) {
  const folders = globSync('{packages,apps}/*/package.json', { cwd: root }).map((path) =>
    path.replaceAll('\\', '/').replace(/\/package\.json$/, ''),
  );
  return folders
    .sort()
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest }) => ({
      name: manifest.name,
      folder,
      version: manifest.version,
      manifest,
      entries: Object.values(manifest.exports).flatMap(
        ({ types = '' }) => /^\.\/dist\/(.+)\.d\.ts$/.exec(types)?.[1] ?? [],
      ),
    }));
}
