import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Ended, type RunOptions, run, runDetached } from './run.ts';
import { TestbedError } from './testbed-error.ts';

/** Debian's Wine has no 32-bit part, which its own `wine` would look for. */
export const wine: string = '/usr/lib/wine/wine64';

/** By its path: it is not among the programs that Wine finds by their name without a second process that looks for them. */
const regedit = 'C:\\windows\\regedit.exe';

/** Where a real PowerShell 7 installs itself, and so where the product would look for one. */
export const pwshFolder: string = 'C:\\Program Files\\PowerShell\\7';

/** Gives the key that the environment names an access list with one entry: administrators read. */
const denyWritesScript = `
  $ErrorActionPreference = 'Stop'
  $hive, $path = $env:MAILTLS_TEST_KEY -split '\\\\', 2
  $roots = @{ HKEY_LOCAL_MACHINE = 'LocalMachine'; HKEY_CURRENT_USER = 'CurrentUser' }
  $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey($roots[$hive], 'Default')
  $key = $root.OpenSubKey($path, 'ReadWriteSubTree', 'ChangePermissions,ReadKey')
  $access = New-Object Security.AccessControl.RegistrySecurity
  $access.SetSecurityDescriptorSddlForm('D:P(A;;KR;;;BA)', 'Access')
  $key.SetAccessControl($access)
`;

/** Seconds for which an idle server stays up. A run that is killed leaves it behind for this long. */
const persistence = 600;

/** The Windows that a prefix presents in its registry. What .NET and Node are told of the system is always Windows 10. */
export type Machine = 'server-2008-r2' | 'server-2012-r2' | 'server-2019';

/** An absolute path of this machine as a program under Wine knows it. */
export function windowsPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

/** What a program of Windows did not do, with all that is known of its end. */
function failed(what: string, { exitCode, signal, stdout, stderr }: Ended): TestbedError {
  const words = [signal ?? `exit code ${exitCode}`, stdout.trim(), stderr.trim()].filter((text) => text !== '');
  return new TestbedError('wine', `${what}: ${words.join('; ')}`);
}

/**
 * A "server": one Wine prefix with its own registry and its own C: drive, running until it is stopped.
 * Made by {@link createPrefix}.
 */
export class Prefix implements AsyncDisposable {
  /** Its folder on this machine. */
  readonly folder: string;
  /** What a program needs in its environment to run in this prefix. */
  readonly env: Readonly<Record<string, string>>;
  #exports = 0;

  constructor(folder: string) {
    this.folder = folder;
    this.env = {
      WINEPREFIX: folder,
      WINEDEBUG: '-all',
      // Neither a browser engine to install nor menus to write.
      WINEDLLOVERRIDES: 'mshtml=;winemenubuilder.exe=',
      // Appended to the Windows PATH.
      WINEPATH: pwshFolder,
      // The CLR dies under Wine of its own write protection.
      DOTNET_EnableWriteXorExecute: '0',
    };
  }

  /** The Windows PowerShell host, started in this prefix: an executable that takes pwsh's options. */
  get pwsh(): string {
    return join(this.folder, 'pwsh');
  }

  /**
   * Runs a program of Windows to its end.
   * @param args its path as Windows knows it, or the name of one of Wine's own, and its arguments
   */
  run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
    return run(wine, args, { ...options, env: { ...this.env, ...options.env } });
  }

  /**
   * Starts the prefix, unless it runs. Its services must start before any program whose pipes they could inherit.
   * @throws {TestbedError} `wine`
   */
  async start(): Promise<void> {
    // Fails where it runs already.
    await runDetached('wineserver', [`-p${persistence}`], this.env);
    const code = await runDetached(wine, ['wineboot'], this.env);
    if (code !== 0) throw new TestbedError('wine', `The Wine prefix ${this.folder} did not start: ${code}.`);
  }

  /**
   * Puts the keys that this product's tests write back to those of a fresh machine, then imports the fixtures.
   * @param fixtures `.reg` files of this machine
   * @throws {TestbedError} `wine`
   */
  async reset(machine: Machine, ...fixtures: readonly string[]): Promise<void> {
    const machines = fileURLToPath(new URL('../machines/', import.meta.url));
    await this.importReg(join(machines, 'fresh.reg'), join(machines, `${machine}.reg`), ...fixtures);
  }

  /**
   * Imports `.reg` files by Windows' own means, in one call.
   * @throws {TestbedError} `wine`
   */
  async importReg(...files: readonly string[]): Promise<void> {
    const absent = files.find((file) => !existsSync(file));
    if (absent !== undefined) throw new TestbedError('wine', `There is no registry file ${absent}.`);
    const ended = await this.run([regedit, '/S', ...files.map(windowsPath)]);
    // It ends with 0 whatever happens, and says on stdout what went wrong.
    if (ended.exitCode !== 0 || ended.stdout !== '') {
      throw failed(`regedit did not import ${files.join(', ')}`, ended);
    }
  }

  /**
   * A key with all under it, exported by Windows' own means: the same registry gives the same bytes.
   * @param key in the long form, `HKEY_LOCAL_MACHINE\…`
   * @returns UTF-16LE with a byte order mark, or null when there is no such key
   * @throws {TestbedError} `wine`
   */
  async exportReg(key: string): Promise<Buffer | null> {
    const file = join(this.folder, `export-${this.#exports++}.reg`);
    const ended = await this.run([regedit, '/E', windowsPath(file), key]);
    if (!existsSync(file)) {
      if (ended.stdout.includes('Unable to open the registry key')) return null;
      throw failed(`regedit did not export ${key}`, ended);
    }
    const content = await readFile(file);
    await rm(file);
    return content;
  }

  /**
   * Lets the session read a key and not write to it, until a reset takes it away or the prefix stops: a real
   * "access denied", from the registry itself.
   * @param key in the long form, `HKEY_LOCAL_MACHINE\\…`
   * @throws {TestbedError} `wine`, also when there is no such key
   */
  async denyWrites(key: string): Promise<void> {
    const env = { MAILTLS_TEST_KEY: key };
    const { exitCode, stderr } = await run(this.pwsh, ['-NoProfile', '-Command', denyWritesScript], { env });
    if (exitCode !== 0) throw new TestbedError('wine', `${key} could not be made read-only: ${stderr.trim()}`);
  }

  /** Ends everything that runs in the prefix, and removes it. */
  async stop(): Promise<void> {
    // By request, for half a second more than by force: the services of a server that is killed live on without it.
    // It fails where nothing runs any more.
    await runDetached('wineserver', ['-k'], this.env);
    await runDetached('wineserver', ['-w'], this.env);
    await rm(this.folder, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
