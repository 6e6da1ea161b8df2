import { stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, hashOfFiles } from './cache.mjs';
import { run, say } from './command.mjs';

const wine = '/usr/lib/wine/wine64';
const sources = fileURLToPath(new URL('../../testbed/wine/', import.meta.url));
const names = ['template.reg'];

/**
 * Makes the Wine prefix that every test server is a copy of, unless this Wine made it before.
 * @returns {Promise<string>} its folder, with nothing running in it
 * @throws {Error} when Wine is missing or fails
 */
export async function makeWineTemplate() {
  // Wine brings a prefix up to date when this file is newer: a copy of an older template would do so at every start.
  const inf = await stat('/usr/share/wine/wine.inf');
  const key = `${await hashOfFiles(sources, names)}-${Math.floor(inf.mtimeMs / 1000)}`;
  return cached('wine-template', key, async (prefix) => {
    say('making the Wine prefix');
    const env = { WINEPREFIX: prefix, WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mshtml=;winemenubuilder.exe=' };
    const inPrefix = (file, args) => run(file, args, { env, detached: true });
    try {
      await inPrefix(wine, ['wineboot', '-i']);
      await inPrefix(wine, ['regedit', '/S', `Z:${sources.replaceAll('/', '\\')}template.reg`]);
    } finally {
      // Ends what wineboot started; the registry is written on the way out.
      await inPrefix('wineserver', ['-k']).catch(() => {});
      await inPrefix('wineserver', ['-w']);
    }
    // Wine reads the label of a drive's volume from its device, and complains on every program's stderr where it
    // may not. This device it may read, and it has no label.
    await symlink('/dev/null', join(prefix, 'dosdevices', 'z::'));
  });
}
