import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ended, isMissing, windowsPath } from '@mailtls/testbed';
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

  test('a backup sent to a machine as a text, as Invoke-Command does, saves where only administrators write', async () => {
    const folder = await written(generate('reg', modelOf('mailflow'), 'en'));
    const text = `[IO.File]::ReadAllText('${windowsPath(join(folder, 'backup.ps1'))}')`;
    await writeFile(join(folder, 'sent.ps1'), `& ([scriptblock]::Create(${text}))`);
    const ended = await registry.runScript(folder, 'sent.ps1');
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    const saved = ended.stdout.trim();
    expect(saved).toMatch(/^C:\\Program Files\\mailtls\\undo-[^\\]+\.reg$/);
    const file = join(registry.server.folder, 'drive_c', ...saved.slice('C:\\'.length).split('\\'));
    expect(await readFile(file, 'utf16le')).toContain('TLS 1.2');
    expect((await readdir(folder)).filter((name) => name.startsWith('undo-'))).toEqual([]);
  });

  test('a backup keeps what it holds, and is added to where more is set', async () => {
    const folder = await written(generate('reg', modelOf('mailflow'), 'en'));
    const more = await written(generate('reg', modelOf('exchange'), 'en'));
    await writeFile(join(folder, 'before.reg'), EVERY_KIND);
    await registry.server.importReg(join(folder, 'before.reg'));
    const before = await registry.values();
    const file = join(folder, 'own.reg');
    const backup = (from: string, flags = ''): Promise<Ended> => {
      const script = windowsPath(join(from, 'backup.ps1'));
      return registry.runScript(
        from,
        'backup.ps1',
        `[void] $ExecutionContext.SessionState.Path.SetLocation('${windowsPath(folder)}'); & '${script}' -File own.reg ${flags}; exit $LASTEXITCODE; `,
      );
    };

    expect(await backup(folder, '-WhatIf')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await readdir(folder)).not.toContain('own.reg');
    // Left behind by one that was cut off.
    await writeFile(`${file}.new`, 'half');
    expect(await backup(folder)).toMatchObject({ exitCode: 0, stderr: '' });
    await registry.server.importReg(join(more, 'enable.reg'));
    const first = await readFile(file, 'utf16le');
    for (const from of [folder, more, more]) expect(await backup(from)).toMatchObject({ exitCode: 0, stderr: '' });
    const whole = await readFile(file, 'utf16le');
    expect(whole.startsWith(first)).toBe(true);
    expect((await readdir(folder)).filter((name) => name.startsWith('own'))).toEqual(['own.reg']);

    const places = whole.match(/^\[.*\]\r\n".*"=/gm) ?? [];
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBe(modelOf('exchange').rules.flatMap(({ values }) => values).length);
    await registry.server.importReg(file);
    const protocols = (values: readonly string[]) => values.filter((section) => section.includes('TLS 1.2'));
    expect(protocols(await registry.values())).toEqual(protocols(before));
  });
});
