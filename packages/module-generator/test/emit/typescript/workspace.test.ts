import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Credential, type InvokeResult, type Invoker, Piped, ScriptBlock, type Session } from '@mailtls/pwsh-bridge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typescriptPackage } from '../../../src/emit/typescript.ts';
import { bytesOf } from '../../../src/output-file.ts';
import type { ModuleMetadata } from '../../../src/read/command-metadata.ts';
import { openTestSession, withoutEngine } from '../../engine.ts';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const manifest = fileURLToPath(new URL('../../fixtures/Contoso.Mail/Contoso.Mail.psd1', import.meta.url));
const given = JSON.parse(readFileSync(new URL('given/contoso-mail.json', import.meta.url), 'utf8')) as ModuleMetadata;

type Call = (on: Invoker, parameters?: object) => Promise<InvokeResult<unknown>>;

describe('a package in a workspace of its own', () => {
  let folder: string;
  let session: Session | undefined;
  const functions = (): Promise<Readonly<Record<string, Call>>> =>
    import(pathToFileURL(join(folder, 'packages/mail/dist/index.js')).href);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workspace-'));
    const { generated, frame } = typescriptPackage(given, '@contoso/mail');
    for (const file of [...generated, ...frame]) {
      const path = join(folder, 'packages/mail', file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytesOf(file));
    }
    await writeFile(join(folder, 'package.json'), '{ "private": true, "workspaces": ["packages/*"] }');
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    if (withoutEngine) return;
    session = await openTestSession();
    await session.invokeCommand('Import-Module', { Name: manifest, Scope: 'Global' });
  });
  afterAll(async () => {
    await session?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const script = (name: string): Promise<unknown> =>
    promisify(execFile)('npm', ['run', '--silent', '--workspace', '@contoso/mail', name], { cwd: folder }).catch(
      ({ stdout, stderr }) => ({ stderr: `${stdout}${stderr}` }),
    );

  test('is built, checked and tested by its own scripts', async () => {
    for (const name of ['build', 'typecheck', 'test']) expect(await script(name)).toMatchObject({ stderr: '' });
  });

  describe.skipIf(withoutEngine)('called for real', () => {
    const call = async (name: string, parameters?: object): Promise<InvokeResult<unknown>> =>
      ((await functions())[name] as Call)(session as Session, parameters);

    test.each<[name: string, parameters: object | undefined, output: readonly unknown[]]>([
      [
        'getContosoConnector',
        { Identity: ['To us', 'To them'], Direction: "It's both" },
        ["To us It's both", "To them It's both"],
      ],
      ['getContosoConnector', { Server: 'mail.contoso.example', Port: 25 }, ['mail.contoso.example:25']],
      ['getContosoConnector', undefined, []],
      ['setContosoConnector', { Identity: 'To us', WhatIf: true }, [false]],
      [
        'setContosoConnector',
        {
          Identity: 'To us',
          Confirm: false,
          MaxMessageSize: 2n ** 40n,
          LogAttributes: ['Hidden', 'System'],
          RestartOn: 'Sunday',
          Settings: new Map([['a', 1]]),
          Timeout: '00:00:30',
          Until: new Date(),
          Enabled: true,
        },
        [true],
      ],
      ['setContosoConnector', { Identity: 'To us', MaxMessageSize: null, Confirm: false }, [true]],
      [
        'sendContosoMessage',
        {
          To: new Piped(['a@contoso.example', 'b@contoso.example']),
          Credential: new Credential('CONTOSO\\me', 'secret'),
          OnSent: [new ScriptBlock('"sent to $args"')],
          Attachment: new Uint8Array(3),
        },
        [
          'a@contoso.example CONTOSO\\me 3',
          'sent to a@contoso.example',
          'b@contoso.example CONTOSO\\me 3',
          'sent to b@contoso.example',
        ],
      ],
      ['clearContosoQueue', undefined, ['cleared']],
      ['getContosoVersion', {}, ['2.1.0']],
    ])('%s takes %o', async (name, parameters, output) => {
      const { output: written, errors } = await call(name, parameters);
      expect(errors).toEqual([]);
      expect(written).toEqual(output);
    });

    test('what would ask fails, as nobody is asked', async () => {
      const { output, errors } = await call('setContosoConnector', { Identity: 'To us' });
      expect(output).toEqual([]);
      expect(errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual(['HostException']);
    });
  });
});
