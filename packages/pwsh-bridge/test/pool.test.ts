import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pool, Session } from '../src/index.ts';
import { openTestPool, withoutEngine } from './engine.ts';

describe.skipIf(withoutEngine)('a pool', () => {
  let pool: Pool;
  beforeAll(async () => {
    pool = await openTestPool(2);
  });
  afterAll(() => pool?.close());

  test('runs as many calls side by side as it has sessions, and the next when one is free', async () => {
    const held: Session[] = [];
    const hold = (): Promise<void> =>
      pool.use(async (session) => {
        held.push(session);
        while (held.length < 2) await new Promise(setImmediate);
      });
    await Promise.all([hold(), hold()]);
    const calls = Array.from({ length: 20 }, () => pool.invoke<number>('$PID'));
    const pids = new Set((await Promise.all(calls)).map(({ output }) => output[0]));
    expect(new Set(held.map(({ host }) => host.pid))).toEqual(pids);
    expect(pids.size).toBe(2);
  });

  test('gives the next call a new session for one that was lost', async () => {
    await expect(pool.invoke('Start-Sleep 60', [], { timeout: 50 })).rejects.toMatchObject({ reason: 'timed-out' });
    expect((await pool.invokeCommand('Write-Output', { InputObject: 1 })).output).toEqual([1]);
  });

  test('notices a session that was lost while nobody used it', async () => {
    const idle = await pool.use(async (session) => session);
    const { pid } = idle.host;
    process.kill(pid, 'SIGKILL');
    while (idle.isOpen) await new Promise(setImmediate);
    expect((await pool.invoke('$PID')).output).not.toEqual([pid]);
  });
});
