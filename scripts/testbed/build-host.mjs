import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, hashOfFiles } from './cache.mjs';
import { run, say } from './command.mjs';

const sources = fileURLToPath(new URL('../../testbed/host/', import.meta.url));
const sdkMajor = 10;

/** No build server may outlive the set-up and hold its pipes, and none of it reports anywhere. */
const quiet = {
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  DOTNET_NOLOGO: '1',
  DOTNET_CLI_USE_MSBUILD_SERVER: '0',
  MSBUILDDISABLENODEREUSE: '1',
};

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
    const dotnet = findDotnet();
    const build = (command, ...args) => {
      const scratch = ['--artifacts-path', join(target, 'build'), '-p:UseSharedCompilation=false', '-v:quiet'];
      return run(dotnet, [command, ...args, ...scratch], { cwd: sources, env: quiet });
    };
    say('building the PowerShell hosts');
    await build('restore', '--locked-mode');
    for (const runtime of ['linux-x64', 'win-x64']) {
      await build('publish', '--no-restore', '-c', 'Release', '-r', runtime, '-o', join(target, runtime));
    }
    await rm(join(target, 'build'), { recursive: true });
  });
  return { linux: join(folder, 'linux-x64', 'pwsh'), windows: join(folder, 'win-x64', 'pwsh.exe') };
}

/** The `dotnet` that has the SDK, in the order in which .NET itself looks for it. */
function findDotnet() {
  const folders = [
    process.env['DOTNET_ROOT'],
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/share/dotnet',
    '/usr/lib/dotnet',
    join(homedir(), '.dotnet'),
  ];
  for (const folder of folders) {
    const candidate = join(folder || '/nowhere', process.platform === 'win32' ? 'dotnet.exe' : 'dotnet');
    if (existsSync(candidate) && hasSdk(dirname(realpathSync(candidate)))) return candidate;
  }
  throw new Error(`no .NET SDK ${sdkMajor}: https://dotnet.microsoft.com/download`);
}

/** @param {string} root the folder of a .NET installation */
function hasSdk(root) {
  const sdks = join(root, 'sdk');
  return existsSync(sdks) && readdirSync(sdks).some((version) => version.startsWith(`${sdkMajor}.`));
}
