import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, hashOfFiles } from './cache.mjs';
import { say } from './command.mjs';
import { dotnet } from './dotnet.mjs';

const sources = fileURLToPath(new URL('../../testbed/host/', import.meta.url));

/**
 * Builds the PowerShell hosts of testbed/host, unless these very sources were built before.
 * @returns {Promise<{ linux: string, windows: string }>} the executables
 * @throws {Error} when there is no .NET SDK, or the build fails
 */
export async function buildHost() {
  const names = (await readdir(sources, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(sources.length))
    .filter((name) => !/^(bin|obj)\//.test(name));
  const folder = await cached('host', await hashOfFiles(sources, names), async (target) => {
    const scratch = join(target, 'build');
    say('building the PowerShell hosts');
    await dotnet(sources, scratch, 'restore', '--locked-mode');
    for (const runtime of ['linux-x64', 'win-x64']) {
      await dotnet(
        sources,
        scratch,
        'publish',
        '--no-restore',
        '-c',
        'Release',
        '-r',
        runtime,
        '-o',
        join(target, runtime),
      );
    }
    await rm(scratch, { recursive: true });
  });
  return { linux: join(folder, 'linux-x64', 'pwsh'), windows: join(folder, 'win-x64', 'pwsh.exe') };
}
