import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '@mailtls/testbed';
import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/model/model-of.ts';
import { generate } from '../../src/targets.ts';
import { written } from '../generated.ts';
import { EVERY_KIND, SCHANNEL, WindowsRegistry } from '../windows-registry.ts';

describe.skipIf(isMissing('windowsPwsh') || isMissing('wineTemplate'))('.reg files on a Windows registry', () => {
  const registry = new WindowsRegistry('server-2008-r2');

  test('enable.reg sets what is wanted, and enable.undo.reg removes it', async () => {
    const before = await registry.values();
    const folder = await written(generate('reg', modelOf('exchange'), 'ro'));
    await registry.server.importReg(join(folder, 'enable.reg'));
    expect(await registry.values()).toEqual([
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
    await registry.server.importReg(join(folder, 'enable.undo.reg'));
    expect(await registry.values()).toEqual(before);
  });

  test.each(['en', 'ro'] as const)('what backup.ps1 writes is the exact way back (%s)', async (language) => {
    const files = generate('reg', modelOf('hardened'), language);
    const folder = await written(files);
    await writeFile(join(folder, 'before.reg'), EVERY_KIND);
    await registry.server.importReg(join(folder, 'before.reg'));
    const before = await registry.values();
    expect(before.length).toBeGreaterThanOrEqual(4);

    expect(await registry.runScript(folder, 'backup.ps1')).toMatchObject({ exitCode: 0, stderr: '' });
    const undo = (await readdir(folder)).filter((name) => /^undo-.+\.reg$/.test(name));
    expect(undo).toHaveLength(1);

    const enabling = files.filter(({ path }) => path.endsWith('.reg') && !path.endsWith('.undo.reg'));
    await registry.server.importReg(...enabling.map(({ path }) => join(folder, path)));
    expect(await registry.values()).not.toEqual(before);
    await registry.server.importReg(join(folder, undo[0] ?? ''));
    expect(await registry.values()).toEqual(before);
  });

  test('a backup is not overwritten', async () => {
    const folder = await written(generate('reg', modelOf('mailflow'), 'en'));
    expect((await registry.runScript(folder, 'backup.ps1')).exitCode).toBe(0);
    const again = await registry.runScript(folder, 'backup.ps1');
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toContain('There is a backup already');
  });
});
