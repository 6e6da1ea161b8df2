import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder, requirePart } from './parts.ts';
import { type Machine, Prefix, pwshFolder, wine } from './prefix.ts';
import { run } from './run.ts';
import { TestbedError } from './testbed-error.ts';

/** A prefix's folder begins with the id of the process that made it. */
const prefixesFolder = join(cacheFolder, 'prefixes');

/**
 * Makes and starts a server of its own. Several run side by side and share nothing but Windows' own files.
 * @param machine the Windows that it presents. Default: Server 2019
 * @throws {TestbedError} `missing` when Wine or the Windows host is not set up, `wine` when it does not start
 */
export async function createPrefix(machine: Machine = 'server-2019'): Promise<Prefix> {
  const template = requirePart('wineTemplate');
  const host = requirePart('windowsPwsh');
  await removeAbandoned();
  await mkdir(prefixesFolder, { recursive: true });
  const prefix = new Prefix(await mkdtemp(join(prefixesFolder, `${process.pid}-`)));
  try {
    await copyTemplate(template, prefix.folder);
    await installHost(prefix, host);
    await prefix.start();
    await prefix.reset(machine);
  } catch (error) {
    await prefix.stop();
    throw error;
  }
  return prefix;
}

/** Windows itself, 700 MB that nothing writes to, is linked; the registry and the users' folders are copied. */
async function copyTemplate(template: string, folder: string): Promise<void> {
  await cp('-al', `${template}/.`, folder);
  for (const own of ['system.reg', 'user.reg', 'userdef.reg', 'drive_c/users', 'drive_c/ProgramData']) {
    await rm(join(folder, own), { recursive: true });
    await cp('-a', join(template, own), join(folder, own));
  }
}

async function cp(...args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await run('cp', args);
  if (exitCode !== 0) throw new TestbedError('wine', `The Wine prefix could not be copied: ${stderr.trim()}`);
}

/** Puts the host where PowerShell 7 would be, and a launcher for it beside the prefix's drives. */
async function installHost(prefix: Prefix, host: string): Promise<void> {
  const folder = join(prefix.folder, 'drive_c', ...pwshFolder.split('\\').slice(1));
  await mkdir(dirname(folder), { recursive: true });
  await symlink(dirname(host), folder);
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const exports = Object.entries(prefix.env).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  const command = `exec ${wine} ${quoted(`${pwshFolder}\\pwsh.exe`)} "$@"\n`;
  await writeFile(prefix.pwsh, `#!/bin/sh\n${exports.join('')}${command}`, { mode: 0o755 });
}

/** Stops and removes the prefixes of processes that ended without doing so. */
async function removeAbandoned(): Promise<void> {
  if (!existsSync(prefixesFolder)) return;
  for (const name of await readdir(prefixesFolder)) {
    if (!isRunning(Number.parseInt(name, 10))) await new Prefix(join(prefixesFolder, name)).stop();
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
