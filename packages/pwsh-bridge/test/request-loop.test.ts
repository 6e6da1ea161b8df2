import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../src/index.ts';
import { isAlive, openTestSession, withoutEngine } from './engine.ts';

const reasonOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'fulfilled',
    (error: { reason: string }) => error.reason,
  );

describe.skipIf(withoutEngine)('the request loop', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openTestSession();
  });
  afterAll(() => session.close());

  test('says which PowerShell it is', () => {
    expect(session.host).toMatchObject({ edition: 'Core', is64Bit: true });
    expect(session.host.version).toMatch(/^\d+\.\d+/);
    expect(isAlive(session.host.pid)).toBe(true);
  });

  test.each<[name: string, script: string, output: unknown]>([
    ['64-bit integers', '[long]::MaxValue; [long]::MinValue', [2n ** 63n - 1n, -(2n ** 63n)]],
    ['bytes', ', [byte[]](0, 127, 255)', [Uint8Array.of(0, 127, 255)]],
    ['nothing', '$null = 1', []],
    ['$null', '$null', [null]],
    ['a list in a list', ', @(1, @(2, 3))', [[1, [2, 3]]]],
    ['a dictionary', '@{ a = 1; b = "two" }', [{ a: 1, b: 'two' }]],
  ])('brings back %s exactly', async (_, script, output) => {
    expect((await session.invoke(script)).output).toEqual(output);
  });

  test.each([
    "'; exit 9; '",
    '$(throw 1) `u{41} "',
    '\u2018\u2019\u201a\u201b',
    'line\r\nline\u2028\u0085',
    '\ud800 alone',
    '\u202eRTL\u0000 NUL',
    '日本語 😀 ș',
    '',
  ])('takes %j as data and brings it back', async (text) => {
    expect((await session.invoke('param($Text) $Text; $args.Count', { Text: text })).output).toEqual([text, 0]);
    expect((await session.invoke('$args[0]', [text])).output).toEqual([text]);
  });

  test('keeps the streams apart, and a warning is no failure', async () => {
    const result = await session.invoke(
      `Write-Warning w; Write-Verbose v -Verbose; Write-Debug d -Debug; Write-Information i
       Write-Progress -Activity a -Status s; Write-Error e; 'out'`,
    );
    expect(result).toMatchObject({
      output: ['out'],
      warnings: ['w'],
      verbose: ['v'],
      debug: ['d'],
      information: [{ message: 'i' }],
      progress: [{ activity: 'a', statusDescription: 's' }],
      errors: [{ message: 'e' }],
      hadErrors: true,
    });
    expect(await session.invoke('1')).toMatchObject({ output: [1], warnings: [], errors: [], hadErrors: false });
  });

  test('tells an error that ends a script from one that does not', async () => {
    const error = await session.invoke("'before'; Write-Warning w; throw 'boom'").catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      name: 'PwshError',
      reason: 'terminating-error',
      shortMessage: 'boom',
      record: { category: 'OperationStopped', fullyQualifiedErrorId: 'boom' },
      result: { output: ['before'], warnings: ['w'] },
    });
    expect((await session.invoke("Write-Error 'x'; 'after'")).output).toEqual(['after']);
  });

  test('an exit ends the script, not the session', async () => {
    expect((await session.invoke("'a'; exit 3; 'b'")).output).toEqual(['a']);
    expect((await session.invoke('1')).output).toEqual([1]);
  });

  test('a stray break or continue ends the script, not the session', async () => {
    expect((await session.invoke("'a'; break; 'b'")).output).toEqual(['a']);
    expect((await session.invoke("'a'; continue nowhere; 'b'")).output).toEqual(['a']);
    expect((await session.invoke('1')).output).toEqual([1]);
  });

  test('an error in a statement does not end the script, as at the prompt', async () => {
    const { output, errors } = await session.invoke("'a'; No-SuchCommand; [int]'x'; 'b'");
    expect(output).toEqual(['a', 'b']);
    expect(errors.map(({ categoryReason }) => categoryReason)).toEqual([
      'CommandNotFoundException',
      'RuntimeException',
    ]);
  });

  test('a script that does not parse, and a command that is not there, are errors that end the call', async () => {
    expect(await reasonOf(session.invoke("'a'; if ("))).toBe('terminating-error');
    expect(await reasonOf(session.invokeCommand('No-SuchCommand'))).toBe('terminating-error');
    expect(await reasonOf(session.invokeCommand('Get-Item', { NoSuchParameter: 1 }))).toBe('terminating-error');
  });

  test('an error record says all that PowerShell knows', async () => {
    const [error] = (await session.invoke("\n  Get-Item -LiteralPath '/no/such'")).errors;
    expect(error).toEqual({
      reason: 'item-not-found',
      message: expect.stringContaining('/no/such'),
      fullyQualifiedErrorId: 'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand',
      category: 'ObjectNotFound',
      activity: 'Get-Item',
      categoryReason: 'ItemNotFoundException',
      targetName: '/no/such',
      targetType: 'String',
      targetObject: '/no/such',
      exception: {
        type: 'System.Management.Automation.ItemNotFoundException',
        message: expect.stringContaining('/no/such'),
        inner: null,
      },
      command: 'Get-Item',
      position: { script: '', line: 2, column: 3, text: expect.stringContaining('Get-Item') },
      scriptStackTrace: expect.stringMatching(/^at .*line 2$/),
    });
  });

  test('an error of a command is in no script', async () => {
    const error = await session
      .invokeCommand('Get-Item', { LiteralPath: '/no/such', ErrorAction: 'Stop' })
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ reason: 'item-not-found', record: { position: null, scriptStackTrace: '' } });
    const { errors } = await session.invokeCommand('Get-Item', { LiteralPath: ['/no/such', '/no/other'] });
    expect(errors.map(({ targetObject }) => targetObject)).toEqual(['/no/such', '/no/other']);
  });

  test('Write-Host is information, with its mark', async () => {
    const { information } = await session.invoke("Write-Host 'shown'; Write-Information 'told' -Tags a, b");
    expect(information).toMatchObject([
      { message: 'shown', tags: ['PSHOST'], messageData: { Message: 'shown' } },
      { message: 'told', tags: ['a', 'b'], messageData: 'told', source: 'Write-Information' },
    ]);
    expect(information[0]?.timeGenerated).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  test('what a script sets is gone when it ends, what it sets globally stays', async () => {
    await session.invoke('$local = 1; $global:kept = 2; function Get-Local { 3 }');
    expect((await session.invoke('$local; $kept; [bool](Get-Command Get-Local -ErrorAction Ignore)')).output).toEqual([
      null,
      2,
      false,
    ]);
  });

  test('a script sees nothing of what runs it', async () => {
    const loop = readFileSync(new URL('../src/request-loop.ps1', import.meta.url), 'utf8');
    const inside = loop.slice(loop.indexOf('$loop = {'));
    const names = [...new Set(Array.from(inside.matchAll(/\$(?:private:)?(\w+)/g), ([, name = '']) => name))].filter(
      (name) =>
        !['null', 'true', 'false', 'args', 'private', 'PID', 'PSVersionTable', 'ExecutionContext', '_'].includes(name),
    );
    expect(names.length).toBeGreaterThan(30);
    expect((await session.invoke(names.map((name) => `$${name}`).join('; '))).output).toEqual(names.map(() => null));
    expect((await session.invoke('Get-Command Text, Record, Thaw -ErrorAction Ignore')).output).toEqual([]);
    for (const path of ['Variable:\\reader', 'Function:\\Thaw', '/no/such']) {
      expect((await session.invokeCommand('Test-Path', { LiteralPath: path })).output).toEqual([false]);
    }
  });

  test('preferences that a script sets globally do not reach what runs it', async () => {
    await session.invoke("$global:ErrorActionPreference = 'Stop'; Set-StrictMode -Version Latest");
    const { output, errors } = await session
      .invokeCommand('Get-Item', { LiteralPath: ['/no/such', '/'] }, { select: ['no'] })
      .catch((error) => ({ output: error.reason, errors: [] }));
    expect([output, errors]).toEqual(['item-not-found', []]);
    await session.invoke("$global:ErrorActionPreference = 'Continue'");
  });

  test('arguments are named as they are, whatever a dictionary has of that name', async () => {
    const args = { Keys: 1, Count: 2, Item: [3, [4]], Values: new Map([['x', true]]) };
    const script =
      'param($Keys, $Count, $Item, $Values) $Keys; $Count; $Item -is [array]; $Item[1] -is [array]; $Values.x';
    expect((await session.invoke(script, args)).output).toEqual([1, 2, true, true, true]);
  });

  test('dates, decimals and unsigned integers keep every digit', async () => {
    const script = "[datetime]::MaxValue; [decimal]::Parse('1.10'); [ulong]::MaxValue; [timespan]12345";
    const { output } = await session.invoke(script);
    expect(output).toEqual(['9999-12-31T23:59:59.9999999', '1.10', 2n ** 64n - 1n, 'PT0.0012345S']);
    const day = new Date('2026-02-03T04:05:06.789Z');
    expect((await session.invoke("$args[0].Kind; $args[0].ToString('o')", [day])).output).toEqual([
      'Utc',
      '2026-02-03T04:05:06.7890000Z',
    ]);
  });

  test('the output can be read in its exact form', async () => {
    const { output } = await session.invoke('[uint16]5', [], { read: ({ type }) => type });
    expect(output).toEqual(['U16']);
  });

  test('objects come as deep as asked, and with the properties asked', async () => {
    const deep =
      '$a = New-Object Version 1, 2; $b = New-Object PSObject; $b | Get-Item -ErrorAction Ignore; Get-Item /';
    const { output } = await session.invoke(deep, [], { select: ['FullName', 'NoSuch'] });
    expect(output).toEqual([{ FullName: '/', NoSuch: null }]);
    const at = async (depth: number): Promise<unknown> =>
      ((await session.invoke('Get-Item /usr', [], { depth })).output[0] as { Parent: unknown }).Parent;
    expect(await at(1)).toBe('/');
    expect(await at(2)).toMatchObject({ FullName: '/' });
  });

  test('what the serializer cannot write is said, and the session goes on', async () => {
    expect(await reasonOf(session.invoke('[string][char]0xffff'))).toBe('unserializable');
    const error = await session.invoke('throw [string][char]0xffff').catch((caught: unknown) => caught);
    expect(error).toMatchObject({ reason: 'terminating-error', record: { message: '\uffff', targetObject: '\uffff' } });
    expect((await session.invoke('1')).output).toEqual([1]);
  });

  test('nobody is asked: what would prompt fails', async () => {
    const { errors } = await session.invoke("$Host.UI.ReadLine(); $Host.UI.PromptForCredential('a', 'b', 'c', 'd')");
    expect(errors).toHaveLength(2);
  });

  test('other encodings, large outputs and a flood of errors on the console do no harm', async () => {
    await session.invoke(
      '[Console]::OutputEncoding = [Text.Encoding]::Unicode; [Console]::InputEncoding = [Text.Encoding]::Unicode',
    );
    expect((await session.invoke("'é' * 1000000")).output).toEqual(['é'.repeat(1_000_000)]);
    await session.invoke("[Console]::Error.Write('x' * 1000000)");
    expect((await session.invoke('1..20000')).output).toHaveLength(20_000);
  });

  test('what a script writes to the console is not taken for a reply', async () => {
    const script = "[Console]::Out.WriteLine('noise'); [Console]::Out.Write('more '); 'answer'";
    expect((await session.invoke(script)).output).toEqual(['answer']);
  });

  test('calls are answered in the order in which they were made', async () => {
    const calls = Array.from({ length: 50 }, (_, i) => session.invoke('param($I) $I', { I: i }));
    expect((await Promise.all(calls)).map(({ output }) => output[0])).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });

  test('a call that is aborted in the queue costs the session nothing', async () => {
    const abort = new AbortController();
    const running = session.invoke('Start-Sleep -Milliseconds 200; 1');
    const waiting = reasonOf(session.invoke('2', [], { signal: abort.signal }));
    abort.abort();
    expect(await waiting).toBe('aborted');
    expect((await running).output).toEqual([1]);
    expect(session.isOpen).toBe(true);
  });
});

describe.skipIf(withoutEngine)('a loop that is used for long', () => {
  test('keeps nothing of its calls', async () => {
    await using session = await openTestSession();
    const calls = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) {
        await session.invoke("param($I) $I; Write-Warning 'w'; Write-Error 'e'", { I: i });
        await session.invokeCommand('Get-Item', { LiteralPath: '/' }, { select: ['Name'] });
      }
    };
    const held = async (): Promise<number> =>
      Number(
        (
          await session.invoke<number>('[GC]::GetTotalMemory($true)', [], {
            read: (v) => Number(v.type === 'I64' && v.value),
          })
        ).output[0],
      );
    await calls(300);
    const before = await held();
    await calls(1000);
    expect((await held()) - before).toBeLessThan(2_000_000);
  });
});
