import { readFile } from 'node:fs/promises';
import { type Invoker, PwshError, readRegistryValues, setItemProperty } from '@mailtls/pwsh-bridge';
import { isMissing } from '@mailtls/testbed';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withTargetLock } from '../../src/apply/target-lock.ts';
import { type FixRequest, fixMachine } from '../../src/operations/fix-machine.ts';
import { type UndoRequest, undoFix } from '../../src/operations/undo-fix.ts';
import type { Written } from '../../src/operations/written.ts';
import { sayIn } from '../../src/wording/say.ts';
import { Server } from './server.ts';

const PROTOCOLS = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';
const CLIENT = `${PROTOCOLS}\\TLS 1.2\\Client`;

describe.skipIf(isMissing('windowsPwsh'))('on a Windows registry', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start('server-2008-r2');
  });
  afterAll(() => server[Symbol.asyncDispose]());
  beforeEach(() => server.reset('server-2008-r2'));

  const fix = (request: Partial<FixRequest> = {}): Promise<Written | null> =>
    fixMachine({
      session: server.session,
      journals: server.journals,
      say: sayIn('en'),
      profile: 'mailflow',
      confirm: async () => true,
      ...request,
    });
  const undo = (request: Partial<UndoRequest> = {}): Promise<Written | null> =>
    undoFix({
      session: server.session,
      journals: server.journals,
      say: sayIn('en'),
      confirm: async () => true,
      ...request,
    });
  const journals = async () => (await server.journals.of('VM')).journals;
  const outcomes = (written: Written | null) => written?.result.applied?.map(({ outcome }) => outcome);
  const errors = (written: Written | null) =>
    written?.result.machines?.machines[0]?.report.findings.filter(({ severity }) => severity === 'error').length;
  const put = (path: string, name: string, data: number) =>
    setItemProperty(server.session, path, name, { kind: 'DWord', data });

  test('a Server 2008 R2 goes from findings to clean, and back to the byte', async () => {
    const before = await server.registry();
    const fixed = await fix();
    expect(fixed).toMatchObject({ refusal: null, result: { journal: (await journals())[0]?.path } });
    expect(outcomes(fixed)).toEqual(['written', 'written', 'written', 'written']);
    expect(errors(fixed)).toBe(0);
    expect(fixed?.result.machines?.machines[0]?.report.facts.restart).toBe('needed');
    expect(await server.registry()).not.toBe(before);

    const again = await fix();
    expect(again).toMatchObject({ refusal: null, result: { plan: [] } });
    expect(again?.result.applied).toBeUndefined();

    expect(await undo()).toMatchObject({ refusal: null });
    expect(await server.registry()).toBe(before);
    expect(await undo()).toMatchObject({ refusal: null, result: { plan: [] } });
  });

  test('what is there in another kind comes back in that kind', async () => {
    const kinds = [
      { kind: 'String', data: '0' },
      { kind: 'ExpandString', data: '%SystemRoot%' },
      { kind: 'QWord', data: 2n ** 63n },
      { kind: 'Binary', data: Uint8Array.of(1, 0, 255) },
      { kind: 'MultiString', data: ['a', ''] },
      { kind: 'DWord', data: 0xffff_ffff },
      { kind: 'None', data: Uint8Array.of(7) },
    ] as const;
    for (const value of kinds) {
      await server.reset('server-2008-r2');
      await fix();
      await setItemProperty(server.session, CLIENT, 'Enabled', value);
      await setItemProperty(server.session, CLIENT, 'Unrelated', value);
      const before = await server.registry();
      expect(await fix({ explicit: true }), value.kind).toMatchObject({ refusal: null });
      await undo();
      expect(await server.registry(), value.kind).toBe(before);
    }
  });

  test('the journal is on the disk before the first write, with a .reg file that puts all back', async () => {
    const before = await server.registry();
    let seen = 0;
    await fix({
      session: on(server.session, async () => {
        const [stored] = await journals();
        const [reading] = await readRegistryValues(server.session, [{ path: CLIENT, names: [] }]);
        if (reading?.state === 'present') {
          expect(stored?.journal.status).toMatch(/^appl/);
          seen++;
        }
      }),
    });
    expect(seen).toBeGreaterThan(0);
    const backup = (await journals())[0]?.path.replace('.json', '.reg') ?? '';
    expect((await readFile(backup)).subarray(0, 2)).toEqual(Buffer.from('\ufeff', 'utf16le'));
    await server.prefix.importReg(backup);
    expect(await server.registry()).toBe(before);
  });

  test('a plan that is not confirmed writes nothing, not even a journal', async () => {
    const before = await server.registry();
    expect(await fix({ confirm: async () => false })).toMatchObject({ refusal: 'declined' });
    expect(await server.registry()).toBe(before);
    expect(await journals()).toEqual([]);
  });

  test('a value that changes between plan and write stops all of it', async () => {
    const written = await fix({
      confirm: async () => {
        await server.session.invoke('$null = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey($args[0])', [
          CLIENT.slice('HKLM\\'.length),
        ]);
        await put(CLIENT, 'Enabled', 7);
        return true;
      },
    });
    expect(written).toMatchObject({ refusal: 'drift' });
    expect(await journals()).toEqual([]);
  });

  test('undo refuses what has changed since, and puts it back when forced', async () => {
    const before = await server.registry();
    await fix();
    await put(CLIENT, 'Enabled', 7);
    const changed = await server.registry();
    expect(await undo()).toMatchObject({ refusal: 'drift' });
    expect(await server.registry()).toBe(changed);
    expect(await undo({ force: true })).toMatchObject({ refusal: null });
    expect(await server.registry()).toBe(before);
  });

  test('undo leaves a key into which something has come', async () => {
    await fix();
    await put(CLIENT, 'Someone', 1);
    expect(await undo()).toMatchObject({ refusal: null });
    const readings = await readRegistryValues(server.session, [
      { path: CLIENT },
      { path: `${PROTOCOLS}\\TLS 1.2\\Server`, names: [] },
    ]);
    expect(readings[0]?.values).toEqual(new Map([['Someone', { kind: 'DWord', data: 1 }]]));
    expect(readings[1]?.state).toBe('absent');
  });

  test('undo puts back the newest repair first', async () => {
    const first = await server.registry();
    await fix();
    const second = await server.registry();
    await fix({ profile: 'hardened' });
    expect((await journals()).map(({ journal }) => journal.profile)).toEqual(['mailflow', 'hardened']);
    await undo();
    expect(await server.registry()).toBe(second);
    await undo();
    expect(await server.registry()).toBe(first);
  });

  test('a journal of another machine is refused', async () => {
    await fix();
    const [stored] = await journals();
    if (stored === undefined) throw new Error('no journal');
    const other = { ...stored, journal: { ...stored.journal, machine: 'OTHER' } };
    expect(await undo({ journal: other })).toMatchObject({ refusal: 'other-machine' });
  });

  test('a write that Windows refuses leaves the journal open, and the next run sees it', async () => {
    const before = await server.registry();
    const key =
      'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2';
    await fix();
    await undo();
    await server.session.invoke('$null = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey($args[0])', [
      `${CLIENT.slice('HKLM\\'.length)}`,
    ]);
    await server.prefix.denyWrites(`${key}\\Client`);
    const written = await fix();
    expect(written).toMatchObject({ refusal: 'write-failed' });
    expect(outcomes(written)).toEqual(['denied', 'not-tried', 'not-tried', 'not-tried']);
    expect((await journals()).at(-1)?.journal.status).toBe('applying');
    await server.prefix.reset('server-2008-r2');
    expect(await undo()).toMatchObject({ refusal: null });
    expect(await server.registry()).toBe(before);
  });

  test('without an administrator’s rights nothing is written, and it is said before', async () => {
    // No account without rights is to be had here: the answer to the question for them is a stand-in.
    const session = stating({ 3: false });
    const before = await server.registry();
    expect(await fix({ session })).toMatchObject({ refusal: 'not-elevated' });
    expect(await server.registry()).toBe(before);
    await fix();
    expect(await undo({ session })).toMatchObject({ refusal: 'not-elevated' });
  });

  test('a 32-bit PowerShell is not believed, as it sees another registry', async () => {
    // There is none here either.
    const session = stating({ 1: true });
    await expect(fix({ session })).rejects.toMatchObject({ reason: 'no-powershell' });
    await expect(undo({ session })).rejects.toMatchObject({ reason: 'no-powershell' });
  });

  test('the lock is not held for what takes Windows long to say', async () => {
    let isHeld = false;
    const underLock: string[] = [];
    const session: Invoker = {
      invoke: (script, ...rest) => {
        if (/WaitOne/.test(script)) isHeld = true;
        if (/ReleaseMutex/.test(script)) isHeld = false;
        if (isHeld) underLock.push(script);
        return server.session.invoke(script, ...rest);
      },
      invokeCommand: (...args) => server.session.invokeCommand(...args),
    };
    expect(await fix({ session })).toMatchObject({ refusal: null });
    expect(await undo({ session })).toMatchObject({ refusal: null });
    expect(underLock).toContainEqual(expect.stringContaining('UtcNow'));
    expect(underLock.filter((script) => script.includes('Get-CimInstance'))).toEqual([]);
  });

  test('an undoing that has nothing to put back changes nothing that a restart would be needed for', async () => {
    await fix({ session: dyingAtWrite(1) });
    const [cut] = await journals();
    expect(await undo()).toMatchObject({ refusal: null });
    expect(await journals()).toMatchObject([{ journal: { status: 'undone', changedAt: cut?.journal.changedAt } }]);
  });

  test('the newest change counts for a restart, in whatever time zone it was written down', async () => {
    await fix();
    const [stored] = await journals();
    if (stored === undefined) throw new Error('no journal');
    const hour = 3_600_000;
    const tenHoursAgo = new Date(Date.now() + 4 * hour).toISOString().replace('Z', '+14:00');
    await server.journals.create({ ...stored.journal, changedAt: tenHoursAgo }, new Uint8Array());
    const session = stating({ 2: new Date(Date.now() - hour).toISOString() });
    expect((await fix({ session }))?.result.machines?.machines[0]?.report.facts.restart).toBe('needed');
  });

  test('what was cut off is told as such, and what was finished of it too when the rest is declined', async () => {
    await fix({ session: dyingAtWrite(3) });
    const [cut] = await journals();
    const asked: unknown[] = [];
    const written = await fix({
      profile: 'hardened',
      confirm: async (_plan, cutOff) => {
        asked.push(cutOff?.path);
        return cutOff !== undefined;
      },
    });
    expect(asked).toEqual([cut?.path, undefined]);
    expect(written).toMatchObject({ refusal: 'declined' });
    expect(outcomes(written)).toEqual(['written', 'written']);
  });

  test('two writers never write at once, and one that died holding the lock holds it no more', async () => {
    const other = await server.open();
    let inside = 0;
    const held = withTargetLock(other, async () => {
      inside++;
      expect(await withTargetLock(server.session, async () => 'inside', 50)).toBe('locked');
      await other.invoke('Stop-Process -Id $PID -Force').catch(() => undefined);
      await other.invoke('[Environment]::Exit(1)').catch(() => undefined);
    });
    await held;
    await other.close();
    expect(inside).toBe(1);
    expect(await withTargetLock(server.session, async () => 'inside', 5_000)).toBe('inside');
    expect(await withTargetLock(server.session, async () => 'again', 50)).toBe('again');
  });

  test('an undoing that was planned while the repair was at work puts nothing back, and forgets nothing', async () => {
    const before = await server.registry();
    await fix({ session: dyingAtWrite(2) });
    expect(await undo({ confirm: async () => (await fix())?.refusal === null })).toMatchObject({ refusal: 'drift' });
    expect(outcomes(await undo())).toHaveLength(4);
    expect(await server.registry()).toBe(before);
  });

  test('a repair that looked cut off and was undone meanwhile stays undone', async () => {
    const before = await server.registry();
    await fix({ session: dyingAtWrite(2) });
    expect(await fix({ confirm: async () => (await undo())?.refusal === null })).toMatchObject({ refusal: 'drift' });
    expect(await server.registry()).toBe(before);
    expect((await journals()).map(({ journal }) => journal.status)).toEqual(['undone']);
  });

  test('a value that changes between the plan of an undoing and its first write stops all of it', async () => {
    await fix();
    let changed = '';
    const written = await undo({
      confirm: async () => {
        await put(CLIENT, 'Enabled', 7);
        changed = await server.registry();
        return true;
      },
    });
    expect(written).toMatchObject({ refusal: 'drift' });
    expect(await server.registry()).toBe(changed);
    expect((await journals()).map(({ journal }) => journal.status)).toEqual(['applied']);
  });

  test('a repair that loses its PowerShell at any call is finished or undone by the next run', {
    timeout: 600_000,
  }, async () => {
    const before = await server.registry();
    const calls = await countCalls();
    await undo();
    const clean = await server.registry();
    expect(clean).toBe(before);
    await fix();
    const repaired = await server.registry();
    await undo();
    for (let survives = 1; survives < calls; survives++) {
      const isDone = survives % 4 > 1;
      const session = failingAfter(survives, { isDone });
      const cut = await fix({ session }).catch(() => null);
      // What was begun is told, with its journal.
      if ((await journals()).at(-1)?.journal.status === 'applying') {
        expect(cut?.result.journal).toBeDefined();
        // And nothing is told of the machine, as nobody has seen it since.
        expect(cut?.result.machines).toEqual({ machines: [], failures: [] });
      }
      const isFinished = survives % 2 === 0;
      expect(await (isFinished ? fix() : undo()), `${survives} calls`).toMatchObject({ refusal: null });
      expect(await server.registry(), `${survives} calls`).toBe(isFinished ? repaired : before);
      for (const { journal } of await journals()) expect(journal.status).toMatch(/^(applied|undone)$/);
      // And the same for undoing.
      if (!isFinished) await fix();
      await undo({ session: failingAfter(survives, { isDone: !isDone }) }).catch(() => undefined);
      expect(await undo(), `undo, ${survives} calls`).toMatchObject({ refusal: null });
      expect(await server.registry(), `undo, ${survives} calls`).toBe(before);
    }
  });

  async function countCalls(): Promise<number> {
    let calls = 0;
    await fix({
      session: on(server.session, async () => {
        calls++;
      }),
    });
    return calls;
  }

  /** A session that says something else of the machine's state, by the place in its answer. */
  function stating(said: Readonly<Record<number, unknown>>): Invoker {
    return {
      invoke: async (script, args, options) => {
        const result = await server.session.invoke(script, args, options);
        if (!script.includes('WindowsPrincipal')) return result;
        const [state] = result.output as unknown as unknown[][];
        return { ...result, output: [Object.assign([...(state ?? [])], said)] as never };
      },
      invokeCommand: (...args) => server.session.invokeCommand(...args),
    };
  }

  /** A session of which PowerShell dies with a call, before or after it did what it was asked. */
  function failingAfter(calls: number, { isDone }: { isDone: boolean }): Invoker {
    let left = calls;
    const call = async <T>(run: () => Promise<T>): Promise<T> => {
      if (left-- > 0) return run();
      if (isDone && left === -1) await run().catch(() => undefined);
      return die();
    };
    return {
      invoke: (...args) => call(() => server.session.invoke(...args)),
      invokeCommand: (...args) => call(() => server.session.invokeCommand(...args)),
    };
  }

  /** A session of which PowerShell dies before it has written so many values. */
  function dyingAtWrite(count: number): Invoker {
    let left = count;
    return {
      invoke: (...args) => (left > 0 ? server.session.invoke(...args) : die()),
      invokeCommand: async (...args) => {
        if (args[0] === 'Set-ItemProperty') left--;
        return left > 0 ? server.session.invokeCommand(...args) : die();
      },
    };
  }

  /** The lock of a PowerShell that died is free. */
  async function die(): Promise<never> {
    await server.session.invoke(
      'if ($global:MailTlsLock) { $global:MailTlsLock.ReleaseMutex(); $global:MailTlsLock = $null }',
    );
    throw new PwshError('exited', 'PowerShell ended by itself.');
  }
});

/** An invoker that does something before each call. */
function on(invoker: Invoker, before: () => Promise<void>): Invoker {
  return {
    invoke: async (...args) => {
      await before();
      return invoker.invoke(...args);
    },
    invokeCommand: async (...args) => {
      await before();
      return invoker.invokeCommand(...args);
    },
  };
}
