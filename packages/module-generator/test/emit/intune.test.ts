import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language, Profile } from '@mailtls/core';
import { isMissing } from '@mailtls/testbed';
import { afterEach, describe, expect, test } from 'vitest';
import { modelOf } from '../../src/model/model-of.ts';
import { generate } from '../../src/targets.ts';
import { written } from '../generated.ts';
import { EVERY_KIND, SCHANNEL, WINHTTP, WindowsRegistry } from '../windows-registry.ts';

const scripts = (profile: Profile, language: Language): Promise<string> =>
  written(generate('intune', modelOf(profile), language));

/** A `.reg` text that makes the machine one with this build of Windows, this Exchange, and these other lines. */
const machine = (
  windowsBuild: number,
  exchange: readonly [minor: number, build: number, revision: number] | null,
  more = '',
): string => {
  const exchangeKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup';
  const dword = (number: number): string => `dword:${number.toString(16).padStart(8, '0')}`;
  return `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion]
"CurrentBuild"="${windowsBuild}"
"UBR"=${dword(1234)}

[${exchange ? '' : '-'}${exchangeKey}]
${
  exchange
    ? `"MsiProductMajor"=${dword(15)}
"MsiProductMinor"=${dword(exchange[0])}
"MsiBuildMajor"=${dword(exchange[1])}
"MsiBuildMinor"=${dword(exchange[2])}`
    : ''
}

${more}
`;
};

test('the scripts are ASCII, whatever the language', () => {
  for (const { path, text, format } of generate('intune', modelOf('hardened'), 'ro')) {
    if (path.endsWith('.ps1')) expect([path, format, /^[\n\x20-\x7e]*$/.test(text)]).toEqual([path, 'utf8', true]);
  }
});

describe.skipIf(isMissing('windowsPwsh') || isMissing('wineTemplate'))('the pair on a Windows registry', () => {
  const registry = new WindowsRegistry('server-2019');
  /** Where the pair saves. */
  const saved = (): string => join(registry.server.folder, 'drive_c/Program Files/mailtls');
  afterEach(() => rm(saved(), { recursive: true, force: true }));
  const importText = async (folder: string, text: string): Promise<void> => {
    await writeFile(join(folder, 'machine.reg'), text);
    await registry.server.importReg(join(folder, 'machine.reg'));
  };

  test.each(['en', 'ro'] as const)('detects, remediates, detects nothing more, and undoes (%s)', async (language) => {
    const folder = await scripts('hardened', language);
    await importText(folder, EVERY_KIND);
    const before = await registry.values();

    const detected = await registry.runScript(folder, 'detect.ps1');
    expect(detected).toMatchObject({ exitCode: 1, stderr: '' });
    expect(detected.stdout).toContain('schannel-tls12-client Enabled 0xffffffff -> 0x1');
    expect(detected.stdout.trimEnd().length).toBeLessThanOrEqual(2048);
    expect(await registry.values()).toEqual(before);

    expect(await registry.runScript(folder, 'remediate.ps1')).toMatchObject({ exitCode: 0, stderr: '' });
    const after = await registry.values();
    expect(after).toContain(
      `[${SCHANNEL}\\Protocols\\TLS 1.2\\Client]\r\n"DisabledByDefault"=dword:00000000\r\n"Enabled"=dword:00000001\r\n"Other"=dword:00000007`,
    );
    expect(await registry.runScript(folder, 'detect.ps1')).toMatchObject({ exitCode: 0, stderr: '' });

    // The values saved are those before the first remediation, however often it runs.
    expect(await registry.runScript(folder, 'remediate.ps1')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await registry.values()).toEqual(after);
    expect(await registry.runScript(folder, 'undo.ps1')).toMatchObject({ exitCode: 0 });
    expect(await registry.values()).toEqual(before);
  });

  test.each<[what: string, windows: number, before: string, after: string]>([
    ['absent on 2022', 20348, '-', '00002800'],
    ['absent on 23H2', 25398, '-', '00002800'],
    ['absent on 2019', 17763, '-', '00000a80'],
    ['flags that are there, which stay', 20348, 'dword:80000220', '80000a20'],
    ['another kind', 17763, '"0xA80"', '00000a80'],
  ])('adds TLS 1.2 to WinHTTP: %s', async (_, windows, before, after) => {
    const folder = await scripts('exchange', 'en');
    await importText(folder, machine(windows, null, `[${WINHTTP}]\n"DefaultSecureProtocols"=${before}`));
    expect(await registry.runScript(folder, 'remediate.ps1')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await registry.values()).toContain(`[${WINHTTP}]\r\n"DefaultSecureProtocols"=dword:${after}`);
  });

  test.each<[what: string, windows: number, exchange: readonly [number, number, number] | null, isOff: boolean]>([
    ['Windows 2019 without Exchange', 17763, null, true],
    ['Windows 2022 with an old Exchange', 20348, [2, 1748, 9], true],
    ['Windows 2022 with a new Exchange', 20348, [2, 1748, 10], false],
  ])('turns TLS 1.3 off where Exchange cannot have it: %s', async (_, windows, exchange, isOff) => {
    const folder = await scripts('exchange', 'en');
    await importText(folder, machine(windows, exchange));
    expect(await registry.runScript(folder, 'remediate.ps1')).toMatchObject({ exitCode: 0, stderr: '' });
    const off = `[${SCHANNEL}\\Protocols\\TLS 1.3\\Server]\r\n"DisabledByDefault"=dword:00000001\r\n"Enabled"=dword:00000000`;
    expect((await registry.values()).includes(off)).toBe(isOff);
    expect((await registry.values()).some((section) => section.includes('TLS 1.3'))).toBe(isOff);
  });

  test.each<[what: string, exchange: readonly [number, number, number] | null, isOff: boolean]>([
    ['Exchange 2013 before CU20', [0, 1365, 1], false],
    ['Exchange 2013 CU20', [0, 1367, 3], true],
  ])('turns TLS 1.0 off where Exchange can do without: %s', async (_, exchange, isOff) => {
    const folder = await scripts('hardened', 'en');
    await importText(folder, machine(17763, exchange));
    expect(await registry.runScript(folder, 'remediate.ps1')).toMatchObject({ exitCode: 0, stderr: '' });
    const values = await registry.values();
    expect(values.some((section) => section.includes('TLS 1.0\\Server'))).toBe(isOff);
    expect(values.some((section) => section.includes('SSL 2.0\\Server'))).toBe(true);
  });

  test('what a larger profile sets later comes back too', async () => {
    await importText(await scripts('hardened', 'en'), EVERY_KIND);
    const before = await registry.values();
    for (const profile of ['mailflow', 'exchange'] as const) {
      const folder = await scripts(profile, 'en');
      expect(await registry.runScript(folder, 'remediate.ps1')).toMatchObject({ exitCode: 0, stderr: '' });
    }
    expect(await registry.runScript(await scripts('mailflow', 'en'), 'undo.ps1')).toMatchObject({ exitCode: 0 });
    expect(await registry.values()).toEqual(before);
  });

  test('a save that cannot be imported is named', async () => {
    const folder = await scripts('mailflow', 'en');
    await mkdir(saved());
    await writeFile(join(saved(), 'undo.reg'), 'no registry file');
    const undone = await registry.runScript(folder, 'undo.ps1', '$PSNativeCommandUseErrorActionPreference = $true; ');
    expect(undone.exitCode).toBe(1);
    expect(undone.stderr).toContain('The saved values could not be imported: C:\\Program Files\\mailtls\\undo.reg');
  });

  test('refuses a 32-bit process, which sees another registry', async () => {
    const folder = await scripts('exchange', 'en');
    for (const name of ['detect.ps1', 'remediate.ps1', 'undo.ps1']) {
      const refused = await registry.runScript(folder, name, "$env:PROCESSOR_ARCHITEW6432 = 'AMD64'; ");
      expect(refused.exitCode).not.toBe(0);
      expect(refused.stderr).toContain('64-bit PowerShell');
    }
  });
});
