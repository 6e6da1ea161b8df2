import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { run } from './command.mjs';

/**
 * Fetches a Node from npm's package of it, unless it is here: npm checks it against the registry's integrity.
 *
 * @param {'linux-x64' | 'win-x64'} platform
 * @param {string} version such as `24.21.0`
 * @returns {Promise<string>} the executable
 * @throws {Error} when npm cannot fetch it
 */
export async function fetchNode(platform, version) {
  const file = platform === 'win-x64' ? 'node.exe' : 'node';
  const folder = await cached(`node-${platform}-${version}`, 'npm', async (target) => {
    const name = `node-${platform}`;
    await run('npm', ['pack', `${name}@${version}`, '--pack-destination', target, '--loglevel=error'], { cwd: target });
    const tarball = join(target, `${name}-${version}.tgz`);
    await run('tar', ['-xzf', tarball, '-C', target, `package/bin/${file}`]);
    await rename(join(target, 'package', 'bin', file), join(target, file));
    await rm(tarball);
    await rm(join(target, 'package'), { recursive: true });
  });
  return join(folder, file);
}
