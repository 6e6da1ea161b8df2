import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { run } from './command.mjs';

const sdkMajor = 10;

/** No build server may outlive the set-up and hold its pipes, and none of it reports anywhere. */
const quiet = {
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  DOTNET_NOLOGO: '1',
  DOTNET_CLI_USE_MSBUILD_SERVER: '0',
  MSBUILDDISABLENODEREUSE: '1',
};

/**
 * Runs the .NET SDK in a project's folder, with all that it makes in a folder of its own.
 * @param {string} project the folder
 * @param {string} scratch where it builds
 * @param {...string} args
 * @throws {Error} when there is no .NET SDK, or it fails
 */
export async function dotnet(project, scratch, ...args) {
  const options = ['--artifacts-path', scratch, '-p:UseSharedCompilation=false', '-v:quiet'];
  await run(findDotnet(), [...args, ...options], { cwd: project, env: quiet });
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
