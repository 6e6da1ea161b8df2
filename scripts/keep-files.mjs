import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes files that are generated, and says which changed.
 *
 * @param {string} root the folder that the paths are in
 * @param {ReadonlyMap<string, string>} files texts by their paths
 * @param {boolean} check only says what would change, and makes the process end with 1 then
 * @param {string} command what writes them
 */
export function keepFiles(root, files, check, command) {
  for (const path of staleFiles(root, files)) {
    if (check) {
      console.error(`${path}: is stale. Run: ${command}`);
      process.exitCode = 1;
      continue;
    }
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path) ?? '');
    console.log(`wrote ${path}`);
  }
}

/**
 * The paths of the files that are not as they should be.
 *
 * @param {string} root
 * @param {ReadonlyMap<string, string>} files
 */
export function staleFiles(root, files) {
  const isStale = (path, text) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text;
  return [...files].filter(([path, text]) => isStale(path, text)).map(([path]) => path);
}
