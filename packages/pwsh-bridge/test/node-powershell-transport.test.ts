import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requirePart } from '@mailtls/testbed';
import { PowerShell } from 'node-powershell';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession } from '../src/index.ts';
import { isAlive, openTestSession, withoutEngine } from './engine.ts';
import { runProgram } from './own-process.ts';

/** Waits until a process is gone. One that is dead and has a parent that does not look is gone too. */
async function gone(pid: number): Promise<void> {
  const isZombie = (): boolean => {
    const stat = `/proc/${pid}/stat`;
    return existsSync(stat) && /\) Z/.test(readFileSync(stat, 'utf8'));
  };
  while (isAlive(pid) && !isZombie()) await new Promise(setImmediate);
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pwsh-bridge-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(withoutEngine)('nothing is left running', () => {
  test('a call that is given up takes the programs with it that PowerShell waits for', async () => {
    const file = join(folder, 'pids');
    const session = await openTestSession();
    const abort = new AbortController();
    const program = `echo $$ > '${file}'; sleep 1000 & echo $! >> '${file}'; echo done >> '${file}'; wait`;
    const call = session.invoke('/bin/sh -c $args[0]', [program], { signal: abort.signal });
    while (!existsSync(file) || !readFileSync(file, 'utf8').includes('done')) await new Promise(setImmediate);
    abort.abort();
    await expect(call).rejects.toMatchObject({ reason: 'aborted' });
    await session.close();
    const pids = readFileSync(file, 'utf8').split('\n').slice(0, 2).map(Number);
    await Promise.all([session.host.pid, ...pids].map(gone));
  });

  test('a session that nobody closes does not keep Node, and ends with it', async () => {
    const ended = await runProgram(`const session = await bridge.openSession({ executable });
      await session.invoke('1');
      console.log(session.host.pid);`);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    await gone(Number(ended.stdout));
  });

  test('a call that hangs ends with process.exit', async () => {
    const ended = await runProgram(`const session = await bridge.openSession({ executable });
      session.invoke('Start-Sleep 1000').catch(() => {});
      console.log(session.host.pid);
      setTimeout(() => process.exit(7), 50);`);
    expect(ended).toMatchObject({ exitCode: 7, stderr: '' });
    await gone(Number(ended.stdout));
  });

  test.each<NodeJS.Signals>(['SIGTERM', 'SIGINT', 'SIGHUP'])('a call that hangs ends with %s', async (signal) => {
    let pid = 0;
    const ended = await runProgram(
      `const session = await bridge.openSession({ executable });
       const call = session.invoke('Start-Sleep 1000');
       console.log(session.host.pid + ' working');
       await call;`,
      (stdout, node) => {
        pid = Number.parseInt(stdout, 10);
        if (stdout.includes('working')) process.kill(node, signal);
      },
    );
    expect(ended).toMatchObject({ exitCode: null, signal, stderr: '' });
    await gone(pid);
  });

  test('an idle PowerShell ends when Node is killed', async () => {
    let pid = 0;
    await runProgram(
      `const session = await bridge.openSession({ executable });
       setInterval(() => {}, 1000);
       console.log(session.host.pid + ' idle');`,
      (stdout, node) => {
        pid = Number.parseInt(stdout, 10);
        if (stdout.includes('idle')) process.kill(node, 'SIGKILL');
      },
    );
    await gone(pid);
  });
});

describe.skipIf(withoutEngine)('nothing fails behind the caller’s back', () => {
  test('a PowerShell that dies while nobody waits for it', async () => {
    const ended = await runProgram(`const session = await bridge.openSession({ executable });
      process.kill(session.host.pid, 'SIGKILL');
      while (session.isOpen) await new Promise((resolve) => setTimeout(resolve, 5));
      await session.invoke('1').catch((error) => console.log(error.reason, error.cause.reason));`);
    expect(ended).toEqual({ stdout: 'closed exited\n', stderr: '', exitCode: 0, signal: null });
  });

  test('one that cannot be started, for want of a file or of a handle', async () => {
    const ended = await runProgram(`import { openSync } from 'node:fs';
      const open = (options) => bridge.openSession(options).catch((error) => console.log(error.reason, error.cause.code));
      await open({ executable: '/no/such/pwsh' });
      bridge.PwshError;
      try { for (;;) openSync('/dev/null'); } catch {}
      await open({ executable });
      await new Promise((resolve) => setTimeout(resolve, 50));`);
    expect(ended.stderr).toBe('');
    expect(ended.stdout.split('\n')).toEqual(['not-found ENOENT', expect.stringMatching(/^start-failed/), '']);
    expect(ended.exitCode).toBe(0);
  });
});

describe.skipIf(withoutEngine)('the child’s environment', () => {
  test('the executable is the one that was asked for, whatever NODE_POWERSHELL says', async () => {
    const ended = await runProgram(`process.env.NODE_POWERSHELL = '/bin/false';
      await using session = await bridge.openSession({ executable });
      console.log((await session.invoke('1')).output[0]);`);
    expect(ended).toMatchObject({ stdout: '1\n', stderr: '', exitCode: 0 });
  });

  test('Windows PowerShell is not given the modules of PowerShell 7', async () => {
    const seen = join(folder, 'seen');
    const start = async (name: string, env: NodeJS.ProcessEnv): Promise<string> => {
      const executable = join(folder, name);
      const shell = `#!/bin/sh\necho "\${PSModulePath-none} \${TERM} \${NO_COLOR}" > '${seen}'\nexec '${requirePart('linuxPwsh')}' "$@"\n`;
      writeFileSync(executable, shell, { mode: 0o755 });
      await (await openSession({ executable, env })).close();
      return readFileSync(seen, 'utf8').trim();
    };
    process.env['PSModulePath'] = '/modules';
    try {
      expect(await start('pwsh', {})).toBe('/modules dumb 1');
      expect(await start('powershell', {})).toBe('none dumb 1');
      expect(await start('powershell', { PSModulePath: '/own', TERM: 'xterm' })).toBe('/own xterm 1');
    } finally {
      delete process.env['PSModulePath'];
    }
  });
});

describe.skipIf(withoutEngine)('where a pwsh writes codes for a terminal', () => {
  const sleep = (ms: number): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  const terminal = { MAILTLS_HOST_TERMINAL: '1', TERM: 'xterm-256color', NO_COLOR: '' };

  test('node-powershell alone waits for ever', async () => {
    const library = new PowerShell({
      executable: requirePart('linuxPwsh'),
      executableOptions: { '-NoProfile': true, '-NonInteractive': true },
      spawnOptions: { env: { ...process.env, ...terminal } },
    });
    const file = join(folder, 'ran');
    const call = library.invoke(`[IO.File]::WriteAllText('${file}', '')`).then(
      () => 'answered',
      () => 'failed',
    );
    // The answer has come in one piece while Node was busy. The library looks for its end in the last 17 characters,
    // and there are codes.
    await new Promise(setImmediate);
    while (!existsSync(file)) sleep(10);
    sleep(1000);
    const patience = new Promise((resolve) => setTimeout(resolve, 1000, 'waiting'));
    expect(await Promise.race([call, patience])).toBe('waiting');
    await library.dispose('SIGKILL').catch(() => {});
  });

  test('the bridge does not', async () => {
    await using session = await openTestSession({ env: terminal });
    const call = session.invoke('[Console]::Out.Write([char]27 + "[?1h"); 1; [Console]::Out.Write([char]27 + "[?1l")');
    await new Promise(setImmediate);
    sleep(300);
    expect((await call).output).toEqual([1]);
    expect((await session.invoke('2')).output).toEqual([2]);
  });
});
