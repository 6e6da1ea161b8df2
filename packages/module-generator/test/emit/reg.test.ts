import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrefix, isMissing, type Prefix, run, windowsPath } from '@mailtls/testbed';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { modelOf } from '../../src/model/model-of.ts';
import { generate } from '../../src/targets.ts';
import { written } from '../generated.ts';

const SCHANNEL = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';
const KEYS = [
  SCHANNEL,
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp',
];

/** Every kind of value where a DWord belongs, and values that are no business of ours. */
const BEFORE = `Windows Registry Editor Version 5.00

[${SCHANNEL}]
"EventLogging"=dword:00000001

[${SCHANNEL}\\Protocols\\TLS 1.2\\Client]
"Enabled"=dword:ffffffff
"DisabledByDefault"="1"
"Other"=dword:00000007

[${SCHANNEL}\\Protocols\\TLS 1.2\\Server]
"Enabled"=hex(b):01,00,00,00,00,00,00,80
"DisabledByDefault"=hex(2):25,00,54,00,45,00,4d,00,50,00,25,00,00,00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319]
"SchUseStrongCrypto"=hex(7):61,00,00,00,19,02,62,00,00,00,00,00
"SystemDefaultTlsVersions"=hex:00,01,ff
`;

describe.skipIf(isMissing('windowsPwsh') || isMissing('wineTemplate'))('.reg files on a Windows registry', () => {
  let server: Prefix;
  beforeAll(async () => {
    server = await createPrefix('server-2008-r2');
  });
  beforeEach(() => server.reset('server-2008-r2'));
  afterAll(() => server?.stop());

  /** The values of the keys in question, as regedit exports them; keys without a value are left out. */
  async function values(): Promise<readonly string[]> {
    const exported = await Promise.all(KEYS.map((key) => server.exportReg(key)));
    return exported.flatMap((text) =>
      (text?.toString('utf16le') ?? '').split('\r\n\r\n').filter((section) => /^\[.*\]\r\n/.test(section)),
    );
  }

  test('enable.reg sets what is wanted, and enable.undo.reg removes it', async () => {
    const before = await values();
    const folder = await written(generate('reg', modelOf('exchange'), 'ro'));
    await server.importReg(join(folder, 'enable.reg'));
    expect(await values()).toEqual([
      ...before,
      `[${SCHANNEL}\\Protocols\\TLS 1.2\\Client]\r\n"DisabledByDefault"=dword:00000000\r\n"Enabled"=dword:00000001`,
      `[${SCHANNEL}\\Protocols\\TLS 1.2\\Server]\r\n"DisabledByDefault"=dword:00000000\r\n"Enabled"=dword:00000001`,
      ...['', 'Wow6432Node\\'].flatMap((view) =>
        ['v2.0.50727', 'v4.0.30319'].map(
          (version) =>
            `[HKEY_LOCAL_MACHINE\\SOFTWARE\\${view}Microsoft\\.NETFramework\\${version}]\r\n"SchUseStrongCrypto"=dword:00000001\r\n"SystemDefaultTlsVersions"=dword:00000001`,
        ),
      ),
    ]);
    await server.importReg(join(folder, 'enable.undo.reg'));
    expect(await values()).toEqual(before);
  });

  test.each(['en', 'ro'] as const)('what backup.ps1 writes is the exact way back (%s)', async (language) => {
    const files = generate('reg', modelOf('hardened'), language);
    const folder = await written(files);
    await writeFile(join(folder, 'before.reg'), BEFORE);
    await server.importReg(join(folder, 'before.reg'));
    const before = await values();
    expect(before.length).toBeGreaterThanOrEqual(4);

    const backup = await run(server.pwsh, [
      '-NoProfile',
      '-ExecutionPolicy',
      'Bypass',
      '-Command',
      `& '${windowsPath(join(folder, 'backup.ps1'))}'`,
    ]);
    expect(backup).toMatchObject({ exitCode: 0, stderr: '' });
    const undo = (await readdir(folder)).filter((name) => /^undo-.+\.reg$/.test(name));
    expect(undo).toHaveLength(1);

    const enabling = files.filter(({ path }) => path.endsWith('.reg') && !path.endsWith('.undo.reg'));
    await server.importReg(...enabling.map(({ path }) => join(folder, path)));
    expect(await values()).not.toEqual(before);
    await server.importReg(join(folder, undo[0] ?? ''));
    expect(await values()).toEqual(before);
  });

  test('a backup is not overwritten', async () => {
    const folder = await written(generate('reg', modelOf('mailflow'), 'en'));
    const script = `& '${windowsPath(join(folder, 'backup.ps1'))}'`;
    expect((await run(server.pwsh, ['-NoProfile', '-ExecutionPolicy', 'Bypass', '-Command', script])).exitCode).toBe(0);
    const again = await run(server.pwsh, ['-NoProfile', '-ExecutionPolicy', 'Bypass', '-Command', script]);
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toContain('There is a backup already');
  });
});
