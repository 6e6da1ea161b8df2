import { isMissing, makeSshKeys, requirePart, type SshKeys, SshServer } from '@mailtls/testbed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fleet, PwshError, type Session, type SshMachine } from '../../src/index.ts';
import { openTestSession, withoutEngine } from '../engine.ts';

/** Over real SSH; PowerShell's engine for Linux at both ends. */
describe.skipIf(withoutEngine || isMissing('sshd'))('a fleet', () => {
  let keys: SshKeys;
  let local: Session;
  const servers: SshServer[] = [];
  beforeAll(async () => {
    [keys, local] = await Promise.all([makeSshKeys(), openTestSession()]);
  });
  afterAll(async () => {
    await local.close();
    for (const server of servers) await server[Symbol.asyncDispose]();
    await keys[Symbol.asyncDispose]();
  });

  const serve = async (subsystem = `${requirePart('linuxPwsh')} --sshs`): Promise<SshMachine> => {
    const server = await SshServer.start(subsystem, keys);
    servers.push(server);
    return {
      over: 'ssh',
      host: server.address,
      port: server.port,
      keyFile: keys.clientKey,
      options: { UserKnownHostsFile: keys.knownHosts, IdentitiesOnly: 'yes' },
    };
  };
  const failureOf = (work: Promise<unknown>): Promise<PwshError> => work.then(Promise.reject, (error) => error);

  test('asks each machine as a session of its own, state, kinds and errors included', async () => {
    const machines = await Promise.all([serve(), serve(), serve()]);
    const fleet = new Fleet(local);
    const answers = await Promise.all(
      machines.map((machine, i) =>
        fleet.use(machine, async (on) => {
          await on.invoke('param($N) $global:mine = $N', { N: i });
          const { output, warnings } = await on.invoke(
            "param($Text) Write-Warning 'w'; , @($mine, [Int64]5, $Text, [byte[]](1, 2))",
            { Text: 'x’y ț' },
          );
          const denied = await failureOf(on.invoke("throw [UnauthorizedAccessException]'no'"));
          const threads = await Promise.all(
            [1, 2, 3].map(() => on.invoke('[Threading.Thread]::CurrentThread.ManagedThreadId')),
          );
          return {
            output,
            warnings,
            reason: denied.reason,
            threads: new Set(threads.map((thread) => thread.output[0])).size,
            pid: on.host.pid,
          };
        }),
      ),
    );
    expect(answers.map(({ pid: _, ...answer }) => answer)).toEqual(
      machines.map((_, i) => ({
        output: [[i, 5n, 'x’y ț', Uint8Array.of(1, 2)]],
        warnings: ['w'],
        reason: 'access-denied',
        threads: 1,
      })),
    );
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(3);
  });

  test('a machine that refuses, hangs or is lost is a failure of its own, and no other waits for it', async () => {
    const good = await serve();
    const hung = await serve('/bin/cat > /dev/null');
    const lost = await serve();
    const unknown = { ...(await serve()), options: { UserKnownHostsFile: '/dev/null' } };
    const nobody = { ...good, port: 1 };
    const stranger = { ...(await serve()), keyFile: keys.hostKey };
    const fleet = new Fleet(local, { timeout: 15_000 });
    const settled: string[] = [];
    const use = (name: string, machine: SshMachine, script = "'here'") =>
      fleet
        .use(machine, async (on) => (await on.invoke(script)).output[0])
        .catch((error: PwshError) => `${error.reason}: ${error.shortMessage}`)
        .finally(() => settled.push(name));
    const [here, ...failures] = await Promise.all([
      use('good', good),
      use('hung', hung),
      use('lost', lost, '[Diagnostics.Process]::GetCurrentProcess().Kill()'),
      use('unknown', unknown),
      use('nobody', nobody),
      use('stranger', stranger),
    ]);
    expect(here).toBe('here');
    expect(failures).toEqual([
      expect.stringMatching(/^timed-out: /),
      expect.stringMatching(/^exited: The connection to .* was lost: /),
      expect.stringMatching(/^unreachable: .*host key/i),
      expect.stringMatching(/^unreachable: .*Connection refused/),
      expect.stringMatching(/^unreachable: .*Permission denied/),
    ]);
    expect(settled.at(-1)).toBe('hung');
  });

  test('a machine that stops answering is let go after its time', async () => {
    const [silent, other] = await Promise.all([serve(), serve()]);
    const fleet = new Fleet(local, { timeout: 8000 });
    const [first, second] = await Promise.all([
      failureOf(fleet.use(silent, (on) => on.invoke('[Threading.Thread]::Sleep(600000)'))),
      fleet.use(other, async (on) => {
        for (let i = 0; i < 20; i++) await on.invoke('1');
        return 'done';
      }),
    ]);
    expect(first).toMatchObject({ reason: 'timed-out' });
    expect(second).toBe('done');
  });

  test('the loss of the session that all are reached from ends all work', async () => {
    const own = await openTestSession();
    const fleet = new Fleet(own);
    const machine = await serve();
    const lost = failureOf(
      fleet.use(machine, async (on) => {
        process.kill(own.host.pid);
        await on.invoke('1');
      }),
    );
    expect(await lost).toBeInstanceOf(PwshError);
    expect(await failureOf(fleet.use(machine, async () => {}))).toBeInstanceOf(PwshError);
  });
});
