import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSession, type Session } from '@mailtls/pwsh-bridge';
import { createPrefix, isMissing } from '@mailtls/testbed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandMetadata, ModuleMetadata } from '../../src/read/command-metadata.ts';
import { readCommands } from '../../src/read/read-commands.ts';
import { openTestSession, withoutEngine } from '../engine.ts';

const manifest = fileURLToPath(new URL('../fixtures/Contoso.Mail/Contoso.Mail.psd1', import.meta.url));

const find = ({ commands }: ModuleMetadata, name: string): CommandMetadata => {
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new Error(`${name} was not read`);
  return command;
};

/** With the names of objects in one order, as a hashtable has none. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describe.skipIf(withoutEngine)('readCommands', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openTestSession();
  });
  afterAll(() => session.close());

  test('reads all that a module says of itself', async () => {
    const module = await readCommands(session, { module: manifest });
    const text = `${JSON.stringify(module, inOrder, 2)}\n`;
    await expect(text).toMatchFileSnapshot(
      fileURLToPath(new URL('../emit/typescript/given/contoso-mail.json', import.meta.url)),
    );
  });

  test('a module is found by its path from where the session is', async () => {
    const { name } = await readCommands(session, { module: relative(process.cwd(), manifest) });
    expect(name).toBe('Contoso.Mail');
  });

  test('a cmdlet of the engine: sets, positions, pipeline, aliases', async () => {
    const { commands, types, name } = await readCommands(session, { commands: ['Get-Module'] });
    expect(name).toBe(null);
    const [command] = commands;
    expect(command).toMatchObject({
      name: 'Get-Module',
      module: 'Microsoft.PowerShell.Core',
      hasCommonParameters: true,
      supportsShouldProcess: false,
      outputTypes: ['System.Management.Automation.PSModuleInfo'],
      help: null,
    });
    expect(command?.parameterSets.map((set) => set.name)).toEqual(['Loaded', 'Available', 'CimSession', 'PsSession']);
    expect(command?.parameterSets[0]).toEqual({
      name: 'Loaded',
      isDefault: true,
      parameters: [
        { name: 'Name', isMandatory: false, position: 0, takesPipeline: true, takesPipelineByPropertyName: false },
        { name: 'All', isMandatory: false, position: null, takesPipeline: false, takesPipelineByPropertyName: false },
        {
          name: 'FullyQualifiedName',
          isMandatory: false,
          position: null,
          takesPipeline: false,
          takesPipelineByPropertyName: true,
        },
      ],
    });
    expect(types['System.String[]']).toEqual({ kind: 'array', of: 'System.String' });
    expect(types['System.Management.Automation.PSModuleInfo']).toMatchObject({
      kind: 'object',
      properties: { Name: 'System.String', AccessMode: 'System.Management.Automation.ModuleAccessMode' },
    });
  });

  test('names can be patterns, and none comes twice', async () => {
    const { commands } = await readCommands(session, { commands: ['Get-PS*', 'Get-PSSession'] });
    expect(commands.map(({ name }) => name)).toEqual(['Get-PSHostProcessInfo', 'Get-PSSession', 'Get-PSSubsystem']);
  });

  test('a command of a module that is not loaded is loaded', async () => {
    const { commands } = await readCommands(session, { commands: ['Write-Progress'] });
    expect(commands[0]?.parameters.map(({ name }) => name)).toContain('Activity');
  });

  test('a function that declares nothing has no common parameters, and its own of such names', async () => {
    await session.invoke(`function global:Show-Plain($Verbose, $Confirm, [string]$WhatIf, \${odd 'name'}) {}`);
    const { commands } = await readCommands(session, { commands: ['Show-Plain'] });
    expect(commands[0]).toMatchObject({ module: '', hasCommonParameters: false, supportsShouldProcess: false });
    expect(commands[0]?.parameters.map(({ name }) => name)).toEqual(['Confirm', 'Verbose', 'WhatIf', "odd 'name'"]);
  });

  test('any texts of names, sets and enums come as they are', async () => {
    await session.invoke(`function global:Show-Odd {
      param([ValidateSet("*/", 'it''s', "a\`nb", "\\", '$')][string]\${*/ "\`n'}) }`);
    const { commands } = await readCommands(session, { commands: ['Show-Odd'] });
    expect(commands[0]?.parameters[0]).toMatchObject({
      name: '*/ "\n\'',
      constraints: [{ kind: 'set', values: ['*/', "it's", 'a\nb', '\\', '$'] }],
    });
  });

  test('what is not there is told', async () => {
    await expect(readCommands(session, { module: 'No.Such.Module' })).rejects.toMatchObject({ name: 'PwshError' });
    await expect(readCommands(session, { commands: ['No-SuchCommand'] })).rejects.toMatchObject({ name: 'PwshError' });
    await expect(readCommands(session, { commands: ['No-Such*'] })).rejects.toMatchObject({ reason: 'no-commands' });
    await expect(readCommands(session, { commands: [] })).rejects.toMatchObject({ reason: 'no-commands' });
  });
});

test.skipIf(isMissing('windowsPwsh'))('a parameter that there is only for a path of the registry', async () => {
  await using prefix = await createPrefix();
  await using session = await openSession({ executable: prefix.pwsh });
  const selection = { commands: ['Set-ItemProperty'] };
  const without = await readCommands(session, selection);
  const withPath = await readCommands(session, { ...selection, arguments: ['HKLM:\\SOFTWARE'] });
  const names = (module: ModuleMetadata): string[] =>
    find(module, 'Set-ItemProperty').parameters.flatMap(({ name, isDynamic }) => (isDynamic ? [name] : []));
  expect(names(without)).toEqual([]);
  expect(names(withPath)).toEqual(['Type']);
  expect(withPath.types['Microsoft.Win32.RegistryValueKind']).toMatchObject({ kind: 'enum', isFlags: false });
});
