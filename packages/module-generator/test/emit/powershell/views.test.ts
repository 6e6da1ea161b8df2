// How the module's objects show. After a change that is meant: npx vitest run --project module-generator views -u
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrefix, isMissing, type Prefix, run, windowsPath } from '@mailtls/testbed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelOf } from '../../../src/model/model-of.ts';
import { generate } from '../../../src/targets.ts';
import { writeTo } from '../../generated.ts';

const evidence = windowsPath(join(import.meta.dirname, '../../../../../examples/paperhouse/evidence/get-queue.txt'));

describe.skipIf(isMissing('windowsPwsh') || isMissing('wineTemplate'))('views', () => {
  let server: Prefix;
  let folder: string;
  beforeAll(async () => {
    server = await createPrefix('server-2008-r2');
    folder = await mkdtemp(join(tmpdir(), 'module-'));
    await writeTo(folder, generate('powershell', modelOf('exchange'), 'en'));
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    ['test.en-US', 'Test-MailTls mailflow'],
    ['test.ro-RO', 'Test-MailTls mailflow'],
    ['findings.en-US', '(Test-MailTls mailflow).Findings'],
    ['rules.ro-RO', 'Get-MailTlsRule schannel-*'],
    ['find.en-US', `(Find-MailTlsError '${evidence}') | ForEach-Object { $_.Path = 'get-queue.txt'; $_ }`],
    ['find.ro-RO', `(Find-MailTlsError '${evidence}') | ForEach-Object { $_.Path = 'get-queue.txt'; $_ }`],
    ['repair-whatif.ro-RO', 'Repair-MailTls -WhatIf'],
    ['repair.en-US', 'Repair-MailTls -Confirm:$false | ForEach-Object { $_.Journal = "JOURNAL"; $_ }'],
    ['undo.ro-RO', 'Undo-MailTls -Confirm:$false | ForEach-Object { $_.Journal = "JOURNAL"; $_ }'],
  ])('%s', async (name, command) => {
    const manifest = windowsPath(join(folder, 'MailTls', 'MailTls.psd1'));
    const language = name.split('.')[1];
    const script = `[Console]::OutputEncoding = New-Object Text.UTF8Encoding $false; Import-Module '${manifest}' -ArgumentList ${language}; ${command}`;
    const { stdout } = await run(server.pwsh, ['-NoProfile', '-ExecutionPolicy', 'Bypass', '-Command', script], {
      env: { NO_COLOR: '1' },
    });
    const text = stdout
      .replaceAll('\r\n', '\n')
      .replace(/ +$/gm, '')
      .replaceAll(/\bVM\b/g, 'EX1');
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'views', `${name}.txt`));
  });
});
