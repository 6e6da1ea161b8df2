import { describe, expect, test } from 'vitest';
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
    expect(peer.requests).toEqual([[1, true, 'a', null, ['X', 1n]]]);
    peer.answer('one');
    peer.answer('two');
    expect((await Promise.all(calls)).map(({ output }) => output)).toEqual([['one'], [{ p: 'two' }]]);
    expect(peer.requests).toEqual([
      [1, true, 'a', null, ['X', 1n]],
      ['3', '', 'b', 'p'],
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
