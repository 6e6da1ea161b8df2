import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type InvokeResult, type Invoker, Piped, ScriptBlock, type Session } from '@mailtls/pwsh-bridge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typescriptPackage } from '../../../src/emit/typescript.ts';
import type { OutputFile } from '../../../src/output-file.ts';
import { readCommands } from '../../../src/read/read-commands.ts';
import { type Compiled, compile } from '../../compile.ts';
import { openTestSession, withoutEngine } from '../../engine.ts';
import { combinations } from './combinations.ts';

type Output = readonly unknown[];
type Call = (on: Invoker, parameters?: object, options?: object) => Promise<InvokeResult<unknown>>;

const manifest = fileURLToPath(new URL('../../fixtures/Contoso.Mail/Contoso.Mail.psd1', import.meta.url));

describe.skipIf(withoutEngine)('functions for every command of the host', () => {
  let session: Session;
  let sources: readonly OutputFile[];
  let project: Compiled;
  let functions: Readonly<Record<string, Call>>;
  let commandCount: number;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'items-'));
    session = await openTestSession();
    const module = await readCommands(session, { commands: ['*'] });
    commandCount = module.commands.length;
    sources = typescriptPackage(module, 'x').generated.filter(({ path }) => path.startsWith('src/'));
    project = await compile([...sources, combinations(module)]);
    functions = (await import(pathToFileURL(join(project.folder, 'dist/index.js')).href)) as typeof functions;
  });
  afterAll(async () => {
    await session?.close();
    await project?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const call = (name: string, parameters?: object): Promise<InvokeResult<unknown>> =>
    (functions[name] as Call)(session, parameters);

  test('are as many as there are commands', () => {
    expect(commandCount).toBeGreaterThan(70);
    expect(Object.keys(functions)).toHaveLength(commandCount);
  });

  test('compile; and of parameters those that go together, and no others', () => {
    expect(project.problems).toBe('');
  });

  const item = (name: string): string => join(folder, name);

  test.each<[name: string, parameters: () => object, output: Output]>([
    ['whereObject', () => ({ FilterScript: new ScriptBlock('$_ -gt 1'), InputObject: new Piped([1, 2, 3]) }), [2, 3]],
    ['whereObject', () => ({ Property: 'Length', LE: true, Value: 1, InputObject: new Piped(['a', 'bc']) }), ['a']],
    ['forEachObject', () => ({ Process: new ScriptBlock('$_ * 2'), InputObject: new Piped([1, 2]) }), [2, 4]],
    ['invokeCommand', () => ({ ScriptBlock: new ScriptBlock('$args -join "+"'), ArgumentList: ['a', 'b'] }), ['a+b']],
    ['newItem', () => ({ Path: item('a'), ItemType: 'Directory', WhatIf: true }), []],
    ['testPath', () => ({ LiteralPath: item('a'), PathType: 'Container' }), [false]],
    ['newItem', () => ({ Path: item('b'), ItemType: 'File' }), [expect.objectContaining({ Name: 'b', Length: 0n })]],
    ['testPath', () => ({ LiteralPath: [item('a'), item('b')], PathType: 'Leaf' }), [false, true]],
    ['setItemProperty', () => ({ LiteralPath: item('b'), Name: 'IsReadOnly', Value: true }), []],
    [
      'getItemProperty',
      () => ({ Path: item('[b]'), Name: 'IsReadOnly' }),
      [expect.objectContaining({ IsReadOnly: true })],
    ],
    ['setItemProperty', () => ({ LiteralPath: item('b'), Name: 'IsReadOnly', Value: false }), []],
    ['getChildItem', () => ({ Path: folder }), [expect.objectContaining({ Name: 'b' })]],
    ['removeItem', () => ({ LiteralPath: item('b') }), []],
    ['getItem', () => ({ LiteralPath: item('b'), ErrorAction: 'Ignore' }), []],
    ['newObject', () => ({ TypeName: 'Version', ArgumentList: ['1.2.3'] }), ['1.2.3']],
    [
      'newObject',
      () => ({ TypeName: 'Text.StringBuilder', Property: new Map([['Capacity', 99]]) }),
      [expect.objectContaining({ Capacity: 99 })],
    ],
    ['writeOutput', () => ({ InputObject: [1, 'two', null] }), [1, 'two', null]],
    ['startSleep', () => ({ Milliseconds: 1 }), []],
    ['getJob', () => ({}), []],
    ['setStrictMode', () => ({ Off: true }), []],
  ])('%s runs', async (name, parameters, output) => {
    const { output: written, errors } = await call(name, parameters());
    expect(errors).toEqual([]);
    expect(written).toEqual(output);
  });

  test('write to the streams of the result', async () => {
    expect((await call('writeWarning', { Message: 'mind it' })).warnings).toEqual(['mind it']);
    expect((await call('writeVerbose', { Message: 'by the way', Verbose: true })).verbose).toEqual(['by the way']);
    const error = { Message: 'no', ErrorId: 'Mine', Category: 'InvalidData' };
    const { errors } = await call('writeError', error);
    expect(errors).toMatchObject([
      { message: 'no', category: 'InvalidData', fullyQualifiedErrorId: expect.stringContaining('Mine') },
    ]);
    await expect(call('writeError', { ...error, ErrorAction: 'Stop' })).rejects.toMatchObject({ shortMessage: 'no' });
  });

  /** What a property's type says, by its text. */
  const typesOf = (file: string): ReadonlyMap<string, string> => {
    const text = sources.find(({ path }) => path === `src/dotnet/${file}.ts`)?.text ?? '';
    const compact = text.replace(/\n {4}\|/g, ' |');
    return new Map(
      Array.from(compact.matchAll(/^ {2}readonly (\w+)\?: (.*);$/gm), ([, name = '', type = '']) => [name, type]),
    );
  };

  const fits = (value: unknown, type: string): boolean =>
    type.split(' | ').some((member) => {
      if (member === 'PlainValue') return true;
      if (member === 'null') return value === null;
      if (member.startsWith('readonly ')) return Array.isArray(value);
      if (member === 'Uint8Array') return value instanceof Uint8Array;
      // Enums are texts.
      return typeof value === (/^[A-Z]/.test(member) ? 'string' : member);
    });

  test.each<[name: string, parameters: object, file: string]>([
    ['getModule', { Name: 'Microsoft.PowerShell.Management', ListAvailable: true }, 'ps-module-info'],
    ['testModuleManifest', { Path: manifest }, 'ps-module-info'],
    ['importModule', { Name: manifest, PassThru: true }, 'ps-module-info'],
    ['newPSSessionOption', {}, 'ps-session-option'],
    ['newPSTransportOption', { OutputBufferingMode: 'Drop', MaxIdleTimeoutSec: 60 }, 'ws-man-configuration-option'],
    ['getExperimentalFeature', {}, 'experimental-feature'],
    ['getPSSubsystem', {}, 'subsystem-info'],
    ['getCommand', { Name: 'Get-Item' }, 'cmdlet-info'],
    ['startJob', { ScriptBlock: new ScriptBlock('1') }, 'ps-remoting-job'],
  ])('what %s writes has the types that it is said to have', async (name, parameters, file) => {
    const { output, errors } = await call(name, parameters);
    expect(errors).toEqual([]);
    expect(output.length).toBeGreaterThan(0);
    const types = typesOf(file);
    expect(types.size).toBeGreaterThan(3);
    for (const object of output as Record<string, unknown>[]) {
      const present = [...types].filter(([property]) => property in object);
      expect(present.length).toBeGreaterThan(types.size / 2);
      expect(
        present
          .filter(([property, type]) => !fits(object[property], type))
          .map(([property, type]) => [property, type, object[property]]),
      ).toEqual([]);
    }
  });
});
