import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../src/index.ts';
import { startSession } from '../src/open-session.ts';
import { isAlive, openTestSession, withoutEngine } from './engine.ts';
import { Peer } from './peer.ts';

const reasonOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'fulfilled',
    (error: { reason: string }) => error.reason,
  );

describe('over any transport', () => {
  const connect = async (timeout?: number): Promise<{ peer: Peer; session: Session }> => {
    const peer = new Peer();
    const opening = startSession(peer.open, 'pwsh', timeout === undefined ? {} : { timeout });
    peer.greet();
    return { peer, session: await opening };
  };

  test('a request is sent once the one before is answered', async () => {
    const { peer, session } = await connect();
    const calls = [
      session.invoke('a', { X: 1n, Y: undefined }),
      session.invokeCommand('b', {}, { depth: 3, select: ['p'] }),
    ];
    expect(peer.requests).toEqual([[1, true, 'a', ['X', 1n], null]]);
    peer.answer('one');
    peer.answer('two');
    expect((await Promise.all(calls)).map(({ output }) => output)).toEqual([['one'], [{ p: 'two' }]]);
    expect(peer.requests).toEqual([
      [1, true, 'a', ['X', 1n], null],
      [3, false, 'b', [], 'p'],
    ]);
  });

  test('Node is kept from ending only while a call runs', async () => {
    const { peer, session } = await connect();
    expect(peer.isHeld).toBe(false);
    const call = session.invoke('1');
    expect(peer.isHeld).toBe(true);
    peer.answer();
    await call;
    expect(peer.isHeld).toBe(false);
  });

  test('a call that is aborted before it runs is never sent', async () => {
    const { peer, session } = await connect();
    const abort = new AbortController();
    const running = session.invoke('a');
    const waiting = session.invoke('b', [], { signal: abort.signal });
    abort.abort('no more');
    await expect(waiting).rejects.toMatchObject({ reason: 'aborted', cause: 'no more' });
    await expect(session.invoke('c', [], { signal: abort.signal })).rejects.toMatchObject({ reason: 'aborted' });
    peer.answer(1);
    expect((await running).output).toEqual([1]);
    expect(peer.requests).toHaveLength(1);
  });

  test('a call that is aborted while it runs takes the session with it', async () => {
    const { peer, session } = await connect();
    const abort = new AbortController();
    const running = session.invoke('a', [], { signal: abort.signal });
    const waiting = session.invoke('b');
    abort.abort();
    await expect(running).rejects.toMatchObject({ reason: 'aborted' });
    await expect(waiting).rejects.toMatchObject({ reason: 'closed', cause: { reason: 'aborted' } });
    expect(peer.isKilled).toBe(true);
    expect(session.isOpen).toBe(false);
  });

  test('a signal that fires after the answer changes nothing', async () => {
    const { peer, session } = await connect();
    const abort = new AbortController();
    const call = session.invoke('a', [], { signal: abort.signal });
    peer.answer();
    await call;
    abort.abort();
    expect(session.isOpen).toBe(true);
  });

  test('the time-out counts from when the call runs, and is the session’s where the call has none', async () => {
    const { peer, session } = await connect(1);
    const running = session.invoke('a', [], { timeout: Number.POSITIVE_INFINITY });
    const waiting = session.invoke('b');
    await new Promise((resolve) => setTimeout(resolve, 5));
    peer.answer(1);
    expect((await running).output).toEqual([1]);
    await expect(waiting).rejects.toMatchObject({ reason: 'timed-out' });
    expect(peer.isKilled).toBe(true);
  });

  test('an answer that no loop writes loses the session', async () => {
    for (const line of ['', 'Zm9v', Buffer.from('<Objs><S>x</S></Objs>').toString('base64')]) {
      const { peer, session } = await connect();
      const call = session.invoke('a');
      peer.line(`${peer.mark} ${line}`);
      await expect(call).rejects.toMatchObject({ reason: 'protocol' });
      expect(peer.isKilled).toBe(true);
      await session.close();
    }
  });

  test('an answer that nobody waits for is no one’s', async () => {
    const { peer, session } = await connect();
    peer.answer('unasked');
    const call = session.invoke('a');
    peer.answer('asked');
    expect((await call).output).toEqual(['asked']);
  });

  test('what cannot be sent is refused, and costs nothing', async () => {
    const { peer, session } = await connect();
    const unsendable = { X: (() => {}) as unknown as string };
    await expect(session.invoke('a', unsendable)).rejects.toMatchObject({ reason: 'invalid-argument' });
    await expect(session.invoke('a', [], { depth: 0 })).rejects.toMatchObject({ reason: 'invalid-argument' });
    expect(peer.requests).toEqual([]);
    expect(session.isOpen).toBe(true);
  });

  test('a process that ends is told with what it said, to the call that ran and to later ones', async () => {
    const { peer, session } = await connect();
    const running = session.invoke('a');
    peer.end({ exitCode: 3, stderr: 'Stack overflow.' });
    await expect(running).rejects.toMatchObject({ reason: 'exited', exitCode: 3, stderr: 'Stack overflow.' });
    await expect(session.invoke('b')).rejects.toMatchObject({ reason: 'closed', cause: { reason: 'exited' } });
    await session.close();
  });

  test('closing lets an idle process end by itself, and kills one that works', async () => {
    const idle = await connect();
    await idle.session.close();
    await idle.session.close();
    expect([idle.peer.isEnded, idle.peer.isKilled]).toEqual([true, false]);
    const busy = await connect();
    const calls = [busy.session.invoke('a'), busy.session.invoke('b')].map(reasonOf);
    await busy.session.close();
    expect(await Promise.all(calls)).toEqual(['closed', 'closed']);
    expect(busy.peer.isKilled).toBe(true);
  });

  test('many calls that wait cost one look each', async () => {
    const { peer, session } = await connect();
    const calls = Array.from({ length: 20_000 }, () => session.invoke('a'));
    for (const _ of calls) peer.answer();
    await Promise.all(calls);
    expect(peer.requests).toHaveLength(20_000);
  });
});

describe.skipIf(withoutEngine)('a session', () => {
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

describe.skipIf(withoutEngine)('a session that is lost', () => {
  test('by a time-out is killed, and the calls behind it are told so', async () => {
    const session = await openTestSession();
    const late = reasonOf(session.invoke('Start-Sleep 60', [], { timeout: 100 }));
    const behind = reasonOf(session.invoke('1'));
    expect(await late).toBe('timed-out');
    expect(await behind).toBe('closed');
    await session.close();
    expect(isAlive(session.host.pid)).toBe(false);
    expect(await reasonOf(session.invoke('1'))).toBe('closed');
  });

  test('by kill -9 is told as one error', async () => {
    const session = await openTestSession();
    const call = reasonOf(session.invoke('Start-Sleep 60'));
    process.kill(session.host.pid, 'SIGKILL');
    expect(await call).toBe('exited');
    expect(session.isOpen).toBe(false);
    await session.close();
  });

  test('goes at the end of its scope, and leaves nothing running', async () => {
    let pid = 0;
    {
      await using session = await openTestSession();
      pid = session.host.pid;
      expect((await session.invoke('1')).output).toEqual([1]);
    }
    expect(isAlive(pid)).toBe(false);
  });
});

describe.skipIf(withoutEngine)('a session that is used for long', () => {
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

describe.skipIf(withoutEngine)('where node-powershell alone can hang', () => {
  test('codes for a terminal around every command do no harm', async () => {
    await using session = await openTestSession({ env: { TERM: 'xterm-256color', MAILTLS_HOST_TERMINAL: '1' } });
    for (let i = 0; i < 100; i++) expect((await session.invoke('param($I) $I', { I: i })).output).toEqual([i]);
  });
});

test('a PowerShell that is not there is said', async () => {
  expect(await reasonOf(openTestSession({ executable: '/no/such/pwsh' }))).toBe('not-found');
});
