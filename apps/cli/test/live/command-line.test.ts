import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeItemProperty } from '@mailtls/pwsh-bridge';
import { isMissing, requirePart, run as runProgram, runWindowsNode, windowsPath } from '@mailtls/testbed';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { updateJournal } from '../../src/apply/journal-folder.ts';
import type { Io } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { type Run, root, runCli, transcript } from '../run-cli.ts';
import { Server } from './server.ts';

const CLIENT = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client';

describe.skipIf(isMissing('windowsPwsh'))('on a Windows registry', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start('server-2008-r2');
  });
  afterAll(() => server[Symbol.asyncDispose]());
  beforeEach(() => server.reset('server-2008-r2'));

  const run = (...args: string[]): Promise<Run> =>
    runCli([...args, '--journal', server.journals.path], { env: { MAILTLS_PWSH: server.prefix.pwsh } });

  /** Runs a command where someone answers at a terminal. */
  const ask = async (answer: string, ...args: string[]) => {
    const shown = { out: '', err: '' };
    const io: Io = {
      stdin: Readable.from([]),
      keyboard: Readable.from(answer === '' ? [] : [answer]),
      stdout: { write: (text) => (shown.out += text) },
      stderr: { write: (text) => (shown.err += text), isTTY: true, columns: 100 },
      env: { MAILTLS_PWSH: server.prefix.pwsh, NO_COLOR: '1' },
      platform: 'linux',
    };
    return { exit: await main([...args, '--journal', server.journals.path], io), ...shown };
  };

  test('a command line that is refused leaves no PowerShell that was started for it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mailtls-early-'));
    const started = join(folder, 'started');
    const executable = join(folder, 'pwsh');
    await writeFile(executable, `#!/bin/sh\necho $$ >> '${started}'\nexec '${server.prefix.pwsh}' "$@"\n`, {
      mode: 0o755,
    });
    const refused = await runCli(['check', '--profle', 'exchange'], { env: { MAILTLS_PWSH: executable } });
    expect(refused).toMatchObject({ exit: 2, stdout: '' });
    const pids = (await readFile(started, 'utf8').catch(() => '')).split('\n').filter(Boolean).map(Number);
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await rm(folder, { recursive: true });
  });

  test('check, fix, check, undo, check', async () => {
    const before = await server.registry();
    const checked = await run('check', '--profile', 'mailflow', '--format', 'json');
    expect(checked.exit).toBe(1);
    expect(JSON.parse(checked.stdout).machines[0]).toMatchObject({
      name: 'VM',
      os: { build: '6.1.7601' },
      restart: 'unknown',
    });
    const fixed = await run('fix', '--yes', '--format', 'json');
    await expect(masked(['fix', '--yes', '--format', 'json'], fixed)).toMatchFileSnapshot(
      '../golden/fix-live.json.txt',
    );
    const again = await run('check', '--profile', 'mailflow', '--format', 'json');
    expect(JSON.parse(again.stdout).machines[0]).toMatchObject({
      findings: [{ rule: 'restart-needed' }],
      restart: 'needed',
    });
    const undone = await run('undo', '--yes');
    await expect(masked(['undo', '--yes'], undone)).toMatchFileSnapshot('../golden/undo-live.txt');
    expect(await server.registry()).toBe(before);
  });

  test('fix says so when there is nothing to do, and ends with 0', async () => {
    await run('fix', '--yes');
    expect(await run('fix', '--yes')).toMatchObject({ exit: 0, stdout: expect.stringContaining('Nothing to change.') });
    expect(await run('fix', '--dry-run')).toMatchObject({ exit: 0 });
    expect(await run('undo', '--yes')).toMatchObject({ exit: 0 });
    expect(await run('undo', '--yes')).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('Nothing to change.'),
    });
  });

  test('without a terminal and without --yes nothing is written', async () => {
    const before = await server.registry();
    for (const command of ['fix', 'undo']) {
      expect(await run(command), command).toMatchObject({
        exit: 2,
        stdout: '',
        stderr: expect.stringContaining('--yes'),
      });
    }
    expect(await run('fix', '--dry-run')).toMatchObject({ exit: 1 });
    expect(await server.registry()).toBe(before);
  });

  test('SARIF, JUnit and CSV tell what became of each write, and that none was made', async () => {
    const declined = await ask('n\n', 'fix', '--format', 'sarif');
    expect(declined.exit).toBe(4);
    expect(JSON.parse(declined.out).runs[0].invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: 'declined' }, level: 'error' }] },
    ]);
    const fixed = await run('fix', '--yes', '--format', 'junit');
    expect(fixed.exit).toBe(0);
    expect(fixed.stdout).toContain('<testsuite name="VM writes" tests="4" failures="0" errors="0" skipped="0">');
    const undone = await run('undo', '--yes', '--format', 'csv');
    expect(undone.exit).toBe(0);
    expect(undone.stdout.match(/^change,,[\w-]+,written,VM,/gm)).toHaveLength(4);
  });

  test('a drift ends undo with 4 and names the journal', async () => {
    await run('fix', '--yes');
    await server.session.invoke("[Microsoft.Win32.Registry]::SetValue($args[0], 'Enabled', 7)", [
      CLIENT.replace('HKLM', 'HKEY_LOCAL_MACHINE'),
    ]);
    const refused = await run('undo', '--yes', '--format', 'json');
    expect(refused).toMatchObject({ exit: 4, stderr: expect.stringContaining('--force') });
    expect(JSON.parse(refused.stdout)).toMatchObject({
      journal: expect.stringContaining(server.journals.path),
      refusals: [{ machine: 'VM', reason: 'drift', message: expect.stringContaining('--force') }],
    });
  });

  test('a journal that cannot be written stops before the first write', async () => {
    const before = await server.registry();
    const { exit, stderr } = await runCli(['fix', '--yes', '--journal', '/dev/null/mailtls'], {
      env: { MAILTLS_PWSH: server.prefix.pwsh },
    });
    expect({ exit, stderr }).toMatchObject({ exit: 4, stderr: expect.stringContaining('/dev/null/mailtls') });
    expect(await server.registry()).toBe(before);
  });

  test.skipIf(process.platform === 'win32')(
    'so does a disk that has no more room, and the journal is named',
    async () => {
      // The system lets the command write no file beyond one block, and would end it for trying, were the signal not heard.
      const heard = "data:text/javascript,process.on('SIGXFSZ', () => {})";
      const limited = (...args: string[]) =>
        runProgram(
          'sh',
          [
            '-c',
            'ulimit -f 1; exec "$0" "$@"',
            process.execPath,
            '--import',
            heard,
            'apps/cli/bin/mailtls.js',
            ...args,
          ],
          { cwd: root, env: { MAILTLS_PWSH: server.prefix.pwsh } },
        );
      const { path } = server.journals;
      const before = await server.registry();
      const fix = await limited('fix', '--yes', '--journal', path);
      expect(fix).toMatchObject({ exitCode: 4, stderr: expect.stringContaining(`${path}/VM/`) });
      expect(await server.registry()).toBe(before);
      await run('fix', '--yes');
      const repaired = await server.registry();
      const undo = await limited('undo', '--yes', '--journal', path);
      const [stored] = (await server.journals.of('VM')).journals;
      expect(undo).toMatchObject({ exitCode: 4, stderr: expect.stringContaining(`${stored?.path} `) });
      expect(stored?.journal.status).toBe('applied');
      expect(await server.registry()).toBe(repaired);
    },
  );

  test.skipIf(process.platform === 'win32')('a report that cannot be written leaves the journal named', async () => {
    const { exit, stderr } = await run('fix', '--yes', '--out', '/dev/full');
    const [stored] = (await server.journals.of('VM')).journals;
    expect(stored?.journal.status).toBe('applied');
    expect(exit).toBe(4);
    expect(stderr).toContain('/dev/full');
    expect(stderr).toContain(stored?.path);
  });

  test('a journal by its path is undone, and one that is none is named', async () => {
    const before = await server.registry();
    await run('fix', '--yes');
    const [name] = (await readdir(`${server.journals.path}/VM`)).filter((file) => file.endsWith('.json'));
    expect(await run('undo', `${server.journals.path}/VM/${name}`, '--yes')).toMatchObject({ exit: 0 });
    expect(await server.registry()).toBe(before);
    expect(await run('undo', 'package.json', '--yes')).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining('package.json'),
    });
  });

  test('journals that cannot be read leave the machine to be judged, and the restart unknown', async () => {
    const { exit, stdout } = await runCli(['check', '--format', 'json', '--journal', 'package.json'], {
      env: { MAILTLS_PWSH: server.prefix.pwsh },
    });
    expect(exit).toBe(1);
    expect(JSON.parse(stdout).machines).toMatchObject([{ name: 'VM', restart: 'unknown' }]);
  });

  test('where the newest journal cannot be read, undo does not take an older one', async () => {
    await run('fix', '--yes');
    const repaired = await server.registry();
    await run('fix', '--yes', '--profile', 'hardened');
    const newest = (await server.journals.of('VM')).journals.at(-1)?.path ?? '';
    const journal = await readFile(newest, 'utf8');
    await writeFile(newest, journal.slice(0, 100));
    const after = await server.registry();
    expect(await run('undo', '--yes')).toMatchObject({ exit: 3, stdout: '', stderr: expect.stringContaining(newest) });
    expect(await server.registry()).toBe(after);
    await writeFile(newest, journal);
    expect(await run('undo', '--yes')).toMatchObject({ exit: 0 });
    expect(await server.registry()).toBe(repaired);
  });

  test('a repair that was cut off is told as such, and so is that it was finished', async () => {
    await run('fix', '--yes');
    const [stored] = (await server.journals.of('VM')).journals;
    if (stored === undefined) throw new Error('no journal');
    await updateJournal(stored, { status: 'applying' });
    const declined = await ask('n\n', 'fix', '--profile', 'hardened');
    expect(declined).toMatchObject({ exit: 4, err: expect.stringContaining('nothing more was written: it was not') });
    await updateJournal(stored, { status: 'applying' });
    await removeItemProperty(server.session, CLIENT, 'Enabled');
    const left = await ask('n\n', 'fix');
    expect(left).toMatchObject({ exit: 4, err: expect.stringContaining('Nothing was written: it was not confirmed') });
    expect(left.err).toContain(`journal ${stored.path} was cut off`);
  });

  test.each([
    ['y\n', 0],
    ['DA\r\n', 0],
    ['n\n', 4],
    ['\n', 4],
    ['', 4],
  ])('an answer of %j ends with %i', async (answer, exit) => {
    const before = await server.registry();
    const asked = await ask(answer, 'fix');
    expect(asked.exit).toBe(exit);
    expect(asked.err).toContain('Enabled: absent → REG_DWORD 1');
    expect(asked.err).toContain('[y/N]');
    expect((await server.registry()) === before).toBe(exit !== 0);
  });

  test('diagnose joins the live machine into the verdict', async () => {
    const { exit, stdout } = await run(
      'diagnose',
      'apps/cli/test/fixtures/SEND20210302-1.LOG',
      '--registry',
      'live',
      '--format',
      'json',
    );
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      diagnosis: { cause: 'tls-version', verdict: 'confirmed' },
      machines: [{ name: 'VM' }],
      plan: [{}, {}, {}, {}],
    });
  });

  // What Wine has for Windows PowerShell does nothing.
  const windows = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await runWindowsNode(
      server.prefix,
      [windowsPath(`${root}apps/cli/bin/mailtls.js`), ...args, '--format', 'json'],
      { env: { MAILTLS_PWSH: 'C:\\Program Files\\PowerShell\\7\\pwsh.exe' } },
    );
    return { exitCode, stderr, result: stdout === '' ? null : JSON.parse(stdout) };
  };

  test.skipIf(isMissing('windowsNode'))(
    'a journal that another program has open is written when it lets go',
    { timeout: 600_000 },
    async () => {
      const { result } = await windows('fix', '--yes');
      await server.session.invoke("$global:Held = [IO.File]::Open($args[0], 'Open', 'Read', 'Read')", [result.journal]);
      const folder = `${server.prefix.folder}/drive_c/ProgramData/mailtls/journal/VM`;
      let isEnded = false;
      const undone = windows('undo', '--yes').finally(() => {
        isEnded = true;
      });
      // What is to take its place lies beside it.
      while (!isEnded && !(await readdir(folder)).some((file) => file.endsWith('.tmp'))) await sleep(5);
      await server.session.invoke('$global:Held.Close()');
      expect(await undone).toMatchObject({ exitCode: 0, result: { applied: Array(4).fill({ outcome: 'written' }) } });
    },
  );

  test.skipIf(isMissing('windowsNode'))(
    "by Windows' own Node, with the journal where Windows keeps such things",
    { timeout: 600_000 },
    async () => {
      const before = await server.registry();
      const findings = (rule: string) => [{ findings: expect.arrayContaining([expect.objectContaining({ rule })]) }];
      expect(await windows('check')).toMatchObject({
        exitCode: 1,
        result: { machines: findings('schannel-tls12-client') },
      });
      const fixed = await windows('fix', '--yes');
      expect(fixed).toMatchObject({ exitCode: 0, result: { applied: Array(4).fill({ outcome: 'written' }) } });
      // Every user can make folders there; this one was made for administrators alone.
      const folder = `${server.prefix.folder}/drive_c/ProgramData/mailtls`;
      expect((await stat(folder)).mode & 0o007).toBe(0);
      expect(fixed.result.journal).toMatch(/^C:\\ProgramData\\mailtls\\journal\\VM\\[^\\]+\.json$/);
      expect(await windows('check', '--profile', 'mailflow')).toMatchObject({
        exitCode: 1,
        result: { machines: [{ findings: [{ rule: 'restart-needed' }], restart: 'needed' }] },
      });
      const repaired = await server.registry();
      await chmod(folder, 0o777);
      for (const command of ['fix', 'undo']) {
        expect(await windows(command, '--yes')).toMatchObject({
          exitCode: 4,
          stderr: expect.stringContaining('C:\\ProgramData\\mailtls,'),
        });
      }
      expect(await server.registry()).toBe(repaired);
      await chmod(folder, 0o700);
      expect(await windows('undo', '--yes')).toMatchObject({ exitCode: 0 });
      expect(await server.registry()).toBe(before);
      expect(await windows('check')).toMatchObject({ result: { machines: findings('schannel-tls12-client') } });
    },
  );
});

test('without a PowerShell to ask it is said, with what to do', async () => {
  const { exit, stderr } = await runCli(['check'], { env: { MAILTLS_PWSH: '' } });
  expect({ exit, stderr }).toMatchObject({ exit: 3, stderr: expect.stringContaining('--from') });
});

test('a PowerShell that is not there is a machine that could not be looked at', async () => {
  const { exit, stdout } = await runCli(['check', '--format', 'json', '--lang', 'ro'], {
    env: { MAILTLS_PWSH: 'no/such/pwsh' },
  });
  expect(exit).toBe(3);
  expect(JSON.parse(stdout).machines).toMatchObject([
    { error: { reason: 'not-found', message: expect.stringContaining('nu există') } },
  ]);
});

test.skipIf(isMissing('linuxPwsh'))('a system without a registry is one too', async () => {
  const { exit, stdout } = await runCli(['fix', '--yes', '--format', 'json'], {
    env: { MAILTLS_PWSH: requirePart('linuxPwsh') },
  });
  expect(exit).toBe(3);
  expect(JSON.parse(stdout).machines).toMatchObject([{ error: { reason: 'no-registry' } }]);
});

/** A transcript without what is another at each run: the journal's path. */
function masked(args: readonly string[], run: Run): string {
  return transcript(args, {
    ...run,
    stdout: run.stdout.replaceAll(/[^\s"]*mailtls-journals-\w+\/VM\/[^\s"]+\.json/g, 'VM/JOURNAL.json'),
  });
}
