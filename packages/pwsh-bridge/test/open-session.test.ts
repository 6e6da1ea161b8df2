import { describe, expect, test } from 'vitest';
import { type SessionOptions, startSession } from '../src/open-session.ts';
import type { Session } from '../src/session.ts';
import { isAlive, openTestSession, withoutEngine } from './engine.ts';
import { Peer } from './peer.ts';

const start = (peer: Peer, options: SessionOptions = {}): Promise<Session> => startSession(peer.open, 'pwsh', options);

describe('over any transport', () => {
  test('one line starts the loop, and the next is for a shell in which it did not start', async () => {
    const peer = new Peer();
    const opening = start(peer);
    expect(peer.statements).toHaveLength(2);
    expect(peer.statements[0]).toMatch(/^if .*FromBase64String\('[\w+/=]+'\).* '[0-9a-f]{32}' } else { .* }$/);
    expect(peer.statements[1]).toBe('exit 1');
    peer.greet();
    const { host } = await opening;
    expect(host).toEqual({ executable: 'pwsh', version: '7.4.0', edition: 'Core', pid: 42, is64Bit: true });
  });

  test('what else the shell writes is passed over', async () => {
    const peer = new Peer();
    const opening = start(peer);
    peer.line('WARNING: the profile took 500 ms');
    peer.line(`${'0'.repeat(32)} Zm9v`);
    peer.greet();
    await expect(opening).resolves.toBeDefined();
  });

  test.each(['ConstrainedLanguage', 'RestrictedLanguage'])('%s is told as what it is', async (mode) => {
    const peer = new Peer();
    const opening = start(peer);
    peer.line(`\u001b[?1l${peer.mark} ${mode}`);
    await expect(opening).rejects.toMatchObject({
      reason: 'constrained-language',
      message: expect.stringContaining(mode),
    });
    expect(peer.isKilled).toBe(true);
  });

  test('a shell that ends is told with what it said', async () => {
    const peer = new Peer();
    const opening = start(peer);
    peer.end({ exitCode: 1, stderr: 'no such option' });
    await expect(opening).rejects.toMatchObject({
      reason: 'start-failed',
      exitCode: 1,
      stderr: 'no such option',
      message: expect.stringContaining('no such option'),
    });
  });

  test.each([
    ['ENOENT', 'not-found'],
    ['EACCES', 'access-denied'],
    ['EPERM', 'access-denied'],
    ['EMFILE', 'start-failed'],
  ])('%s is %s', async (code, reason) => {
    const peer = new Peer();
    const opening = start(peer);
    const error = Object.assign(new Error(`spawn ${code}`), { code });
    peer.end({ error });
    await expect(opening).rejects.toMatchObject({ reason, cause: error });
  });

  test('a shell that says nothing is given up, and killed', async () => {
    const peer = new Peer();
    await expect(start(peer, { startTimeout: 1 })).rejects.toMatchObject({ reason: 'timed-out' });
    expect(peer.isKilled).toBe(true);
  });

  test('a start can be aborted, and is not begun when it already is', async () => {
    const peer = new Peer();
    const abort = new AbortController();
    const opening = start(peer, { signal: abort.signal });
    abort.abort('changed my mind');
    await expect(opening).rejects.toMatchObject({ reason: 'aborted', cause: 'changed my mind' });
    expect(peer.isKilled).toBe(true);
    const unused = new Peer();
    await expect(start(unused, { signal: abort.signal })).rejects.toMatchObject({ reason: 'aborted' });
    expect(unused.statements).toEqual([]);
  });

  test('the signal of the start does not touch the session afterwards', async () => {
    const peer = new Peer();
    const abort = new AbortController();
    const opening = start(peer, { signal: abort.signal });
    peer.greet();
    const session = await opening;
    abort.abort();
    expect(session.isOpen).toBe(true);
  });

  test('a greeting that is none is not taken for one', async () => {
    const peer = new Peer();
    const opening = start(peer);
    peer.line(`${peer.mark} Zm9v`);
    await expect(opening).rejects.toMatchObject({ reason: 'protocol' });
  });
});

describe.skipIf(withoutEngine)('on the real engine', () => {
  test('a constrained language is said, and nothing is left running', async () => {
    const opening = openTestSession({ env: { MAILTLS_HOST_LANGUAGE_MODE: 'ConstrainedLanguage' } });
    await expect(opening).rejects.toMatchObject({ reason: 'constrained-language' });
  });

  test('what has no language to answer in is given up', async () => {
    const opening = openTestSession({ env: { MAILTLS_HOST_LANGUAGE_MODE: 'NoLanguage' }, startTimeout: 3000 });
    await expect(opening).rejects.toMatchObject({ reason: 'timed-out' });
  });

  test('an option that PowerShell does not know ends the start with what it says', async () => {
    const opening = openTestSession({ executable: '/bin/false' });
    await expect(opening).rejects.toMatchObject({ reason: 'start-failed', exitCode: 1 });
  });

  test('a PowerShell that is not there, or may not be run, is said', async () => {
    await expect(openTestSession({ executable: '/no/such/pwsh' })).rejects.toMatchObject({ reason: 'not-found' });
    await expect(openTestSession({ executable: '/etc/passwd' })).rejects.toMatchObject({ reason: 'access-denied' });
    await expect(openTestSession({ cwd: '/no/such/folder' })).rejects.toMatchObject({ reason: 'not-found' });
  });

  test('a folder and an environment of its own', async () => {
    await using session = await openTestSession({ cwd: '/usr', env: { BRIDGE_TEST: 'ș' } });
    const script = '$env:BRIDGE_TEST; [Environment]::CurrentDirectory';
    expect((await session.invoke(script)).output).toEqual(['ș', '/usr']);
    expect(isAlive(session.host.pid)).toBe(true);
  });
});
