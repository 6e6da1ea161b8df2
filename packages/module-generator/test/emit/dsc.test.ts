import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, windowsPath } from '@mailtls/testbed';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { modelOf } from '../../src/model/model-of.ts';
import { generate } from '../../src/targets.ts';
import { written } from '../generated.ts';
import { SCHANNEL, WINHTTP, WindowsRegistry } from '../windows-registry.ts';

describe('documents for DSC v3', () => {
  const documents = generate('dsc', modelOf('hardened'), 'ro').filter(({ path }) => path.startsWith('v3/'));

  test('name each instance once', () => {
    expect(documents.length).toBeGreaterThan(4);
    for (const { text } of documents) {
      const names = parse(text).resources.map(({ name }: { name: string }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('set a DWord or take the value away', () => {
    const first = (path: string): unknown =>
      parse(documents.find((file) => file.path === path)?.text ?? '').resources[0];
    const instance = {
      name: 'schannel-tls12-client DisabledByDefault',
      type: 'Microsoft.Windows/Registry',
    };
    const value = {
      keyPath: `${SCHANNEL.replace(/^[A-Z_]+/, 'HKLM')}\\Protocols\\TLS 1.2\\Client`,
      valueName: 'DisabledByDefault',
    };
    expect(first('v3/enable.dsc.config.yaml')).toEqual({
      ...instance,
      properties: { ...value, valueData: { DWord: 0 } },
    });
    expect(first('v3/enable.undo.dsc.config.yaml')).toEqual({ ...instance, properties: { ...value, _exist: false } });
  });
});

describe.skipIf(isMissing('windowsPwsh') || isMissing('wineTemplate'))("the configuration for Windows' own DSC", () => {
  const registry = new WindowsRegistry('server-2019');

  /** Runs the configuration's own text, with DSC's keywords as functions. */
  async function apply(folder: string, parameters: string): Promise<string> {
    const configuration = await readFile(join(folder, 'MailTls.ps1'), 'utf8');
    expect(configuration.match(/^configuration MailTls \{\r$/gm)).toHaveLength(1);
    await writeFile(join(folder, 'run.ps1'), configuration.replace(/^configuration /m, 'function '));
    const keywords = windowsPath(new URL('../dsc-keywords.ps1', import.meta.url).pathname);
    const first = `. '${keywords}'; . '${windowsPath(join(folder, 'run.ps1'))}'; MailTls ${parameters}; exit; `;
    const ended = await registry.runScript(folder, 'run.ps1', first);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    return ended.stdout;
  }

  test.each(['en', 'ro'] as const)('sets what is wanted, and only hardens when told to (%s)', async (language) => {
    const folder = await written(generate('dsc', modelOf('hardened'), language));
    await writeFile(
      join(folder, 'before.reg'),
      `Windows Registry Editor Version 5.00\n\n[${WINHTTP}]\n"DefaultSecureProtocols"=dword:00002280\n`,
    );
    await registry.server.importReg(join(folder, 'before.reg'));

    expect(await apply(folder, '')).toContain('depends on the machine: enable after: 0 True');
    const enabled = await registry.values();
    expect(enabled).toContain(
      `[${SCHANNEL}\\Protocols\\TLS 1.2\\Client]\r\n"DisabledByDefault"=dword:00000000\r\n"Enabled"=dword:00000001`,
    );
    expect(enabled).toContain(`[${WINHTTP}]\r\n"DefaultSecureProtocols"=dword:00002a80`);
    expect(enabled.some((section) => section.includes('\\TLS 1.0\\'))).toBe(false);
    expect(enabled.some((section) => section.includes('\\TLS 1.3\\'))).toBe(true);

    await apply(folder, '-Harden');
    const hardened = await registry.values();
    expect(hardened).toEqual(expect.arrayContaining([...enabled]));
    expect(hardened).toContain(
      `[${SCHANNEL}\\Protocols\\TLS 1.0\\Server]\r\n"DisabledByDefault"=dword:00000001\r\n"Enabled"=dword:00000000`,
    );

    // What the other script targets want is then there.
    const pair = await written(generate('intune', modelOf('hardened'), 'en'));
    expect(await registry.runScript(pair, 'detect.ps1')).toMatchObject({ exitCode: 0 });
  });
});
