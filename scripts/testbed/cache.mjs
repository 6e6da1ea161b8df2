import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the test bed's parts lie; gitignored, and may be deleted at any time. */
export const cacheFolder = fileURLToPath(new URL('../../testbed/.cache/', import.meta.url));

const aDay = 24 * 60 * 60 * 1000;

/**
 * The folder `<name>-<key>` of the cache, made by `build` unless it is there. It is built beside and renamed into place
 * when whole, so that neither an interrupted set-up nor a second one at the same time is ever seen half done.
 * Folders of the same name with another key go, except young ones, which another run may still be using.
 *
 * @param {string} name
 * @param {string} key
 * @param {(folder: string) => Promise<void>} build
 * @returns {Promise<string>} the folder
 */
export async function cached(name, key, build) {
  const folder = join(cacheFolder, `${name}-${key}`);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  const unfinished = await mkdtemp(join(cacheFolder, `unfinished-${name}-`));
  try {
    await build(unfinished);
    await rename(unfinished, folder).catch((error) => {
      // The other set-up was quicker: its folder is as good.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  for (const entry of await readdir(cacheFolder)) {
    const stale = entry.startsWith(`${name}-`) || entry.startsWith(`unfinished-${name}-`);
    const path = join(cacheFolder, entry);
    if (stale && path !== folder && Date.now() - (await stat(path)).mtimeMs > aDay) {
      await rm(path, { recursive: true, force: true });
    }
  }
  return folder;
}

/**
 * A short hash over the names and contents of files.
 * @param {string} root the folder that holds them
 * @param {string[]} names paths under it
 */
export async function hashOfFiles(root, names) {
  const hash = createHash('sha256');
  for (const name of [...names].sort())
    hash
      .update(`${name}\0`)
      .update(await readFile(join(root, name)))
      .update('\0');
  return hash.digest('hex').slice(0, 12);
}
