import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../src/index.ts';
import { isAlive, openTestSession, withoutEngine } from './engine.ts';

const reasonOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'fulfilled',
    (error: { reason: string }) => error.reason,
  );

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

describe.skipIf(withoutEngine)('where node-powershell alone can hang', () => {
  test('codes for a terminal around every command do no harm', async () => {
    await using session = await openTestSession({ env: { TERM: 'xterm-256color', MAILTLS_HOST_TERMINAL: '1' } });
    for (let i = 0; i < 100; i++) expect((await session.invoke('param($I) $I', { I: i })).output).toEqual([i]);
  });
});

test('a PowerShell that is not there is said', async () => {
  expect(await reasonOf(openTestSession({ executable: '/no/such/pwsh' }))).toBe('not-found');
});
