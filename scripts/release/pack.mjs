import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Packed
 * @property {readonly string[]} files what goes to the registry, sorted
 * @property {number} bytes the tarball's size
 * @property {number} unpackedBytes
 * @property {Uint8Array} tarball
 */

/**
 * Packs a package as npm would for the registry.
 *
 * @param {string} folder the package's, built
 * @param {string} to an existing folder for the tarball
 * @returns {Packed}
 * @throws {Error} when npm cannot pack it
 */
export function pack(folder, to) {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', to],
    {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error(`npm pack in ${folder} ended with ${status}:\n${stderr}`);
  // An array, or since npm 12 an object by the packages' names.
  const [packed] = Object.values(JSON.parse(stdout));
  return {
    files: packed.files.map(({ path }) => path).sort(),
    bytes: packed.size,
    unpackedBytes: packed.unpackedSize,
    tarball: readFileSync(join(to, packed.filename)),
  };
}
