import { accessSync, constants, lstatSync, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { PwshError } from './pwsh-error.ts';

/** Which PowerShell is wanted where a Windows machine has both: `powershell` is Windows PowerShell, `pwsh` PowerShell 7. */
export type PowerShellPreference = 'powershell' | 'pwsh';

/** What the search looks at. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: NodeJS.ProcessEnv;
  readonly isExecutable: (path: string) => boolean;
}

const thisMachine: Machine = { platform: process.platform, arch: process.arch, env: process.env, isExecutable };

/**
 * The PowerShell to start, the first that is there of:
 * 1. the one that the environment variable NODE_POWERSHELL names;
 * 2. on Windows the Windows PowerShell that came with it, the 64-bit one even where this process is 32-bit; elsewhere, and
 *    with `prefer: 'pwsh'`, PowerShell 7 on the PATH or where its installer puts it;
 * 3. on Windows the other of the two.
 * @throws {PwshError} `not-found`
 */
export function findPowerShell(prefer: PowerShellPreference = 'powershell', machine: Machine = thisMachine): string {
  const named = machine.env['NODE_POWERSHELL'];
  if (named) return named;
  const groups = machine.platform === 'win32' ? [windowsPowerShell(machine), pwsh(machine)] : [pwsh(machine)];
  if (prefer === 'pwsh') groups.reverse();
  const candidates = groups.flat();
  const found = candidates.find(machine.isExecutable);
  if (found !== undefined) return found;
  throw new PwshError('not-found', 'There is no PowerShell on this machine where it was looked for.', {
    hints: [
      `Looked for: ${candidates.join(', ') || 'pwsh, on an empty PATH'}`,
      'Install PowerShell 7, or name its executable by the option `executable` or the environment variable NODE_POWERSHELL.',
    ],
  });
}

/** Windows shows a 32-bit process the 32-bit system files under System32, and its own under Sysnative. */
function windowsPowerShell({ arch, env }: Machine): string[] {
  const isRedirected = arch === 'ia32' && env['PROCESSOR_ARCHITEW6432'] !== undefined;
  const folder = isRedirected ? 'Sysnative' : 'System32';
  return [win32.join(env['SystemRoot'] ?? 'C:\\Windows', folder, 'WindowsPowerShell\\v1.0\\powershell.exe')];
}

function pwsh({ platform, env }: Machine): string[] {
  const isWindows = platform === 'win32';
  const path = isWindows ? win32 : posix;
  // An entry that is not absolute would be taken from wherever this process happens to be.
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  if (isWindows)
    folders.push(win32.join(env['ProgramW6432'] ?? env['ProgramFiles'] ?? 'C:\\Program Files', 'PowerShell\\7'));
  return folders.map((folder) => path.join(folder, isWindows ? 'pwsh.exe' : 'pwsh'));
}

function isExecutable(path: string): boolean {
  try {
    // The Microsoft Store's pwsh.exe is a link that only starting it can follow.
    if (process.platform === 'win32') return !lstatSync(path).isDirectory();
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
