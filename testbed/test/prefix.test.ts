import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPrefix } from '../src/create-prefix.ts';
import { isMissing } from '../src/parts.ts';
import { type Machine, type Prefix, windowsPath } from '../src/prefix.ts';
import { run } from '../src/run.ts';

const schannel = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';

describe.skipIf(isMissing('windowsPwsh') || isMissing('wineTemplate'))('a server under Wine', () => {
  let server: Prefix;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailtls-testbed-'));
    server = await createPrefix('server-2008-r2');
  });

  beforeEach(() => server.reset('server-2008-r2'));

  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true });
  });

  const powershell = async (on: Prefix, script: string): Promise<string> => {
    const { stdout, stderr } = await run(on.pwsh, ['-NoProfile', '-Command', script]);
    expect(stderr).toBe('');
    return stdout.trimEnd();
  };

  /** The processes of this machine that belong to a prefix. Those that end meanwhile are none. */
  const processesOf = ({ folder }: Prefix): string[] =>
    readdirSync('/proc').filter((pid) => {
      try {
        return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`WINEPREFIX=${folder}\0`);
      } catch {
        return false;
      }
    });

  const regFile = async (name: string, body: string): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, `Windows Registry Editor Version 5.00\r\n\r\n${body}\r\n`);
    return file;
  };

  test.each<[Machine, string]>([
    ['server-2008-r2', 'Windows Server 2008 R2 Standard 6.1 7601 '],
    ['server-2012-r2', 'Windows Server 2012 R2 Standard 6.3 9600 '],
    ['server-2019', 'Windows Server 2019 Standard 6.3 17763 10'],
  ])('presents itself as %s, while .NET sees Windows 10', async (machine, identity) => {
    await server.reset(machine);
    const script =
      "$v = Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'; '{0} {1} {2} {3}' -f $v.ProductName, $v.CurrentVersion, $v.CurrentBuild, $v.CurrentMajorVersionNumber; [Environment]::OSVersion.Version.Major";
    expect((await powershell(server, script)).split('\r\n')).toEqual([identity, '10']);
  });

  test('imports and exports by Windows’ own means; what was written and taken back leaves the same bytes', async () => {
    const fixture = await regFile(
      'fixture.reg',
      `[${schannel}\\Protocols\\TLS 1.2\\Client]\r\n"Enabled"=dword:00000000\r\n"note"=hex(2):25,00,41,00,25,00,00,00`,
    );
    await server.importReg(fixture);
    const before = await server.exportReg(schannel);
    expect(before?.toString('utf16le')).toContain(
      '\\TLS 1.2\\Client]\r\n"Enabled"=dword:00000000\r\n"note"=hex(2):25,00',
    );
    const client =
      "'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client'";
    await powershell(server, `Set-ItemProperty ${client} -Name Enabled -Value 1 -Type DWord`);
    expect(await server.exportReg(schannel)).not.toEqual(before);
    await powershell(server, `Set-ItemProperty ${client} -Name Enabled -Value 0 -Type DWord`);
    expect(await server.exportReg(schannel)).toEqual(before);
  });

  test('a key that is not there has no export', async () => {
    expect(await server.exportReg('HKEY_LOCAL_MACHINE\\SOFTWARE\\mailtls-test')).toBeNull();
  });

  test('an import that fails says so', async () => {
    await expect(server.importReg(join(folder, 'absent.reg'))).rejects.toThrow(/absent\.reg/);
    await expect(server.importReg(await regFile('bad.reg', '[HKEY_NOWHERE\\x]'))).rejects.toMatchObject({
      name: 'TestbedError',
      reason: 'wine',
    });
  });

  test('a reset takes away what tests write and leaves a fresh machine, with its fixtures', async () => {
    const fresh = await server.exportReg('HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework');
    const dirt = await regFile(
      'dirt.reg',
      `[${schannel}\\Protocols\\TLS 1.2\\Client]\r\n"Enabled"=dword:00000000\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319]\r\n"SchUseStrongCrypto"=dword:00000001`,
    );
    await server.reset('server-2019', dirt);
    expect(String(await server.exportReg(`${schannel}\\Protocols`))).not.toBe('null');
    expect(await server.exportReg('HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework')).not.toEqual(fresh);
    await server.reset('server-2019');
    expect(await server.exportReg(`${schannel}\\Protocols\\TLS 1.2`)).toBeNull();
    expect(await server.exportReg('HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework')).toEqual(fresh);
  });

  test('two servers share no registry and no user’s folder; one that is stopped is gone', async () => {
    const other = await createPrefix('server-2019');
    const mark = (name: string): string =>
      `$null = New-Item HKCU:\\Software\\mailtls-test; Set-ItemProperty HKCU:\\Software\\mailtls-test -Name who -Value ${name}; [IO.File]::WriteAllText("$env:ProgramData\\who.txt", '${name}')`;
    const who =
      '"$((Get-ItemProperty HKCU:\\Software\\mailtls-test).who) $([IO.File]::ReadAllText("$env:ProgramData\\who.txt"))"';
    await Promise.all([powershell(server, mark('one')), powershell(other, mark('two'))]);
    expect(await Promise.all([powershell(server, who), powershell(other, who)])).toEqual(['one one', 'two two']);
    await other.stop();
    expect(existsSync(other.folder)).toBe(false);
    expect(processesOf(other)).toEqual([]);
    expect(processesOf(server)).not.toEqual([]);
    expect(await powershell(server, who)).toBe('one one');
  });

  test('the host lies where PowerShell 7 would, and on the path', async () => {
    expect(await powershell(server, '$PSHOME; $env:Path -like "*PowerShell\\7*"')).toBe(
      'C:\\Program Files\\PowerShell\\7\r\nTrue',
    );
  });

  test('its output is in the code page of the machine, not in UTF-8', async () => {
    const { stdout } = spawnSync(server.pwsh, ['-NoProfile', '-Command', '"é"']);
    expect([...stdout]).toEqual([0x82, 0x0d, 0x0a]);
  });

  test('refuses writes to a key that is made read-only, until a reset', async () => {
    await server.reset('server-2019', await regFile('key.reg', '[HKEY_LOCAL_MACHINE\\SOFTWARE\\mailtls-test]'));
    await server.denyWrites('HKEY_LOCAL_MACHINE\\SOFTWARE\\mailtls-test');
    const write =
      'try { Set-ItemProperty HKLM:\\SOFTWARE\\mailtls-test -Name v -Value 1 -ErrorAction Stop } catch { $_.CategoryInfo.Category }; (Get-Item HKLM:\\SOFTWARE\\mailtls-test).ValueCount';
    expect(await powershell(server, write)).toBe('PermissionDenied\r\n0');
    await server.reset('server-2019');
    expect(await powershell(server, 'Test-Path HKLM:\\SOFTWARE\\mailtls-test')).toBe('False');
    await expect(server.denyWrites('HKEY_LOCAL_MACHINE\\SOFTWARE\\mailtls-test')).rejects.toThrow(/read-only/);
  });

  test('its launcher becomes the PowerShell process, so that a signal reaches that', async () => {
    const child = spawn(server.pwsh, ['-NoProfile', '-NoExit', '-Command', '-']);
    child.stdin.write('1\n');
    await once(child.stdout, 'data');
    expect(readFileSync(`/proc/${child.pid}/cmdline`, 'utf8')).toContain('pwsh.exe');
    child.kill('SIGKILL');
    await once(child, 'close');
  });

  test('a server whose process ended without stopping it goes when the next is made', async () => {
    const gone = spawnSync('true').pid;
    const abandoned = join(dirname(server.folder), `${gone}-abandoned`);
    await mkdir(abandoned);
    const next = await createPrefix();
    await next.stop();
    expect(await readdir(dirname(server.folder))).not.toContain(`${gone}-abandoned`);
    expect(existsSync(server.folder)).toBe(true);
  });

  test('a path as Windows knows it', async () => {
    const script = await regFile('path.txt', 'seen');
    expect(await powershell(server, `Test-Path -LiteralPath '${windowsPath(script)}'`)).toBe('True');
  });
});
