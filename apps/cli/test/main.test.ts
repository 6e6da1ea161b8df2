import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, runCli } from './run-cli.ts';

const FIXTURES = 'apps/cli/test/fixtures';
const MAIL1 = 'examples/paperhouse/registry/EX-MAIL1.reg';
const MAIL2 = 'examples/paperhouse/registry/EX-MAIL2.reg';
const EXPORT = ['--from', MAIL2];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailtls-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const diagnosisOf = async (path: string): Promise<{ cause: string; verdict: string }> =>
  JSON.parse((await runCli(['diagnose', path, '--format', 'json'])).stdout).diagnosis;

test.concurrent.each([
  ['the NDR', 'socket-error.eml', 'possible'],
  ['the Queue Viewer', 'queue-viewer.txt', 'possible'],
  ['the Send log', 'SEND20210302-1.LOG', 'likely'],
  ['the Send log, in the clear', 'SEND20210302-2.LOG', 'possible'],
  ['the Receive log', 'RECV20210302-1.LOG', 'possible'],
])("the document's error in %s is a question of the TLS version", async (_, name, verdict) => {
  expect(await diagnosisOf(`${FIXTURES}/${name}`)).toMatchObject({ cause: 'tls-version', verdict });
});

describe('exit codes', () => {
  test.concurrent.each<[want: number, why: string, args: readonly string[]]>([
    [0, 'nothing at or above --fail-on', ['check', ...EXPORT, '--fail-on', 'never']],
    [0, 'a possible cause is a warning', ['diagnose', `${FIXTURES}/socket-error.eml`, '--fail-on', 'error']],
    [1, 'a possible cause is a warning', ['diagnose', `${FIXTURES}/socket-error.eml`]],
    [1, 'a likely cause is an error', ['diagnose', `${FIXTURES}/SEND20210302-1.LOG`, '--fail-on', 'error']],
    [1, 'findings', ['check', ...EXPORT]],
    [1, 'a plan that is not empty', ['fix', '--dry-run', ...EXPORT]],
    [1, 'a file source is only planned for', ['fix', '--yes', ...EXPORT]],
    [2, 'no command', []],
    [2, 'an unknown command', ['diagnos']],
    [2, 'an unknown option', ['check', ...EXPORT, '--nonsense']],
    [2, 'an unknown choice', ['check', ...EXPORT, '--fail-on', 'sometimes']],
    [2, 'an option without its value', ['check', '--from']],
    [2, 'an option given twice', ['check', ...EXPORT, '--profile', 'mailflow', '--profile', 'hardened']],
    [2, 'two servers for one evidence', ['diagnose', FIXTURES, '--registry', MAIL2, '--registry', `b=${MAIL2}`]],
    [2, 'exports of two servers as one', ['check', ...EXPORT, '--from', MAIL1]],
    [2, 'registries of two servers as one', ['diagnose', FIXTURES, '--registry', MAIL1, '--registry', MAIL2]],
    [2, 'a name without its file', ['check', '--from', 'EX01=']],
    [2, 'a registry without a name', ['diagnose', FIXTURES, '--registry=']],
    [2, 'an option that would change nothing', ['rules', '--fail-on', 'error']],
    [2, 'another option that would change nothing', ['explain', 'winhttp-tls12', '--quiet']],
    [2, 'an output without a name', ['rules', '--out', '']],
    [2, 'a file without a name', ['diagnose', '']],
    [2, 'a command with an argument too many', ['rules', 'all']],
    [2, 'an unknown id', ['explain', 'no-such-rule']],
    [2, 'nothing to diagnose', ['diagnose']],
    [2, 'a time that is none', ['diagnose', FIXTURES, '--since', 'yesterday']],
    [2, 'a span that ends before it begins', ['diagnose', FIXTURES, '--since', '2026-02-01', '--until', '2026-01-01']],
    [2, 'a day that its month does not have', ['diagnose', FIXTURES, '--until', '2021-02-30']],
    [2, 'a catalogue that is not met', ['rules', '--expect-catalogue', '>=99']],
    [2, 'a range that is none', ['rules', '--expect-catalogue', 'newest']],
    [0, 'a catalogue that is met', ['rules', '--expect-catalogue', '^1.0.0']],
    [2, 'a server that is none', ['probe', 'mail.example:smtp']],
    [2, 'no server', ['probe']],
    [2, 'a server without a name', ['probe', '']],
    [2, 'a version that is none', ['probe', '127.0.0.1:1', '--expect', 'ssl3']],
    [2, 'a time that no step may take', ['probe', '127.0.0.1:1', '--timeout', '0']],
    [2, 'a time that is no number', ['probe', '127.0.0.1:1', '--timeout', 'long']],
    [3, 'a server that is not there', ['probe', '127.0.0.1:1']],
    [3, 'a file that is not there', ['diagnose', 'no/such/file.log']],
    [
      3,
      'an archive that cannot be opened beside a log',
      ['diagnose', `${FIXTURES}/not-a.zip`, `${FIXTURES}/SEND20210302-1.LOG`],
    ],
    [3, 'an export that is not there', ['check', '--from', 'no/such/file.reg']],
    [3, 'a folder in place of an export', ['check', '--from', FIXTURES]],
    [3, 'a missing export beside one', ['fix', '--dry-run', ...EXPORT, '--from', 'x=no/such/file.reg']],
    [3, 'a registry that is missing', ['diagnose', `${FIXTURES}/SEND20210302-1.LOG`, '--registry', 'no.reg']],
    [3, 'an export that is none', ['check', '--from', 'package.json']],
    [3, 'a missing file beside one with findings', ['diagnose', 'no/such/file.log', `${FIXTURES}/SEND20210302-1.LOG`]],
    [0, 'help', ['fix', '--help']],
    [0, 'a language, of any command', ['completion', 'bash', '--lang', 'ro']],
    [4, 'an unwritable output weighs more than a missing file', ['diagnose', 'no/such/file.log', '--out', 'no/such/x']],
    [4, 'an output that cannot be written', ['rules', '--out', 'no/such/folder/rules.txt']],
  ])('%i: %s', async (want, _, args) => {
    const { exit, stderr } = await runCli(args);
    expect({ exit, stderr }).toMatchObject({ exit: want });
    expect(stderr).not.toMatch(/^ +at /m);
    if (want === 2) expect(stderr).toMatch(/^mailtls: \S/);
  });
});

test('what can be read is reported beside what cannot', async () => {
  const { stdout } = await runCli([
    'diagnose',
    'no/such/file.log',
    `${FIXTURES}/SEND20210302-1.LOG`,
    '--format',
    'json',
  ]);
  const { inputs, diagnosis } = JSON.parse(stdout);
  expect(inputs).toContainEqual(expect.objectContaining({ path: 'no/such/file.log', error: expect.anything() }));
  expect(diagnosis.cause).toBe('tls-version');
});

describe('files that are not as they should be', () => {
  const problemsOf = async (path: string, want = 0): Promise<readonly string[]> => {
    const { exit, stdout, stderr } = await runCli(['diagnose', path, '--format', 'json', '--fail-on', 'never']);
    expect({ exit, stderr }).toEqual({ exit: want, stderr: '' });
    const { inputs } = JSON.parse(stdout) as { inputs: { problems: { reason: string; message: string }[] }[] };
    const problems = inputs.flatMap((input) => input.problems);
    for (const { message } of problems) expect(message).toMatch(/\w/);
    return problems.map(({ reason }) => reason);
  };

  const BINARY = Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256);

  test.concurrent.each<[name: string, content: () => Uint8Array, want: string, exit?: number]>([
    ['empty.log', () => new Uint8Array(), 'empty', 3],
    ['empty.msg', () => new Uint8Array(), 'empty', 3],
    ['binary.bin', () => BINARY, 'binary', 3],
    ['bomb.gz', () => gzipSync(Buffer.alloc(30_000_000, 'one line like any other\r\n')), 'archive-ratio'],
    ['broken.gz', () => gzipSync(Buffer.from('text'.repeat(1000))).subarray(0, 30), 'archive-broken'],
  ])('%s is a problem, and where nothing else was read, nothing was looked at', async (name, content, want, exit) => {
    expect(await problemsOf(await file(name, content()), exit)).toContain(want);
  });

  test.each([
    ['empty', new Uint8Array()],
    ['binary', BINARY],
  ])('an %s file beside a log is a problem, and no more', async (name, content) => {
    const args = ['--fail-on', 'never', await file(`${name}.beside`, content), `${FIXTURES}/SEND20210302-1.LOG`];
    expect((await runCli(['diagnose', ...args])).exit).toBe(0);
  });

  test('a log that ends in the middle of a line', async () => {
    const log = await readFile(new URL('fixtures/SEND20210302-1.LOG', import.meta.url));
    expect(await problemsOf(await file('cut.log', log.subarray(0, log.length - 70)))).toContain('truncated');
  });

  test('a log in UTF-16, and one with bytes that are no text, are read all the same', async () => {
    const log = await readFile(new URL('fixtures/SEND20210302-1.LOG', import.meta.url), 'latin1');
    const wide = await file('wide.log', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(log, 'utf16le')]));
    const invalid = await file('invalid.log', Buffer.from(log.replaceAll('Outbound', 'Outb\xffund'), 'latin1'));
    expect(await diagnosisOf(wide)).toMatchObject({ cause: 'tls-version' });
    expect(await diagnosisOf(invalid)).toMatchObject({ cause: 'tls-version' });
    expect(await problemsOf(invalid)).toContain('invalid-encoding');
  });

  test('200 MB in one line are passed over in bounded memory, and the rest is read', async () => {
    const log = await readFile(new URL('fixtures/SEND20210302-1.LOG', import.meta.url));
    const path = await file('long.log', Buffer.concat([log, Buffer.alloc(200_000_000, 'x'), Buffer.from('\r\n'), log]));
    const script = `
      const { main } = await import('./apps/cli/dist/main.js');
      await main(['diagnose', ${JSON.stringify(path)}, '--format', 'json'], process);
      process.stderr.write(String(process.resourceUsage().maxRSS));`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
    const { inputs, matches } = JSON.parse(run.stdout);
    expect(inputs[0].problems.map(({ reason }: { reason: string }) => reason)).toContain('line-too-long');
    expect(matches).toHaveLength(2);
    expect(Number(run.stderr)).toBeLessThan(400_000);
  });
});

test('without files and without Exchange, why nothing was found is said', async () => {
  const why = async (ExchangeInstallPath: string): Promise<string> =>
    (await runCli(['diagnose'], { env: { ExchangeInstallPath } })).stderr;
  expect(await why('')).toContain('were found here (ExchangeInstallPath is not set), so say what to read');
  expect(await why('no/exchange')).toContain('(there are none in no/exchange)');
});

test('standard input is read as a file', async () => {
  const input = await readFile(new URL('fixtures/SEND20210302-1.LOG', import.meta.url));
  const { stdout } = await runCli(['diagnose', '-', '--format', 'json'], { input });
  expect(JSON.parse(stdout)).toMatchObject({
    diagnosis: { cause: 'tls-version' },
    inputs: [{ path: '-', kind: 'smtp-send-log' }],
  });
});

test.skipIf(process.platform === 'win32')('a folder as standard input is no empty file', () => {
  const run = spawnSync('sh', ['-c', '"$1" apps/cli/bin/mailtls.js diagnose - < .', 'sh', process.execPath], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run).toMatchObject({ status: 3, stdout: expect.stringContaining('- could not be read: it is a folder') });
});

test('a day as --until counts whole, as --since from its beginning', async () => {
  const log = `${FIXTURES}/SEND20210302-1.LOG`;
  const matchesOn = async (...span: readonly string[]): Promise<number> =>
    JSON.parse((await runCli(['diagnose', log, '--format', 'json', ...span])).stdout).matches.length;
  expect(await matchesOn('--until', '2021-03-02')).toBe(1);
  expect(await matchesOn('--since', '2021-03-02', '--until', '2021-03-02')).toBe(1);
  expect(await matchesOn('--until', '2021-03-01')).toBe(0);
  expect(await matchesOn('--until', '2021-03-02T00:00Z')).toBe(0);
});

test('a registry that cannot be read is a machine with an error, and the evidence is still told', async () => {
  const args = ['diagnose', `${FIXTURES}/SEND20210302-1.LOG`, '--registry', 'EX01=no.reg', '--format', 'json'];
  const { exit, stdout } = await runCli(args);
  const { inputs, diagnosis, machines, plan } = JSON.parse(stdout);
  expect({ exit, inputs, cause: diagnosis.cause, machines, plan }).toEqual({
    exit: 3,
    inputs: [expect.not.objectContaining({ error: expect.anything() })],
    cause: 'tls-version',
    machines: [{ name: 'EX01', error: { reason: 'unreadable', message: expect.stringContaining('no.reg') } }],
    plan: undefined,
  });
});

test('--out takes the result, and standard output stays empty', async () => {
  const path = join(folder, 'result.json');
  const { exit, stdout } = await runCli(['check', ...EXPORT, '--format', 'json', '--out', path]);
  expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    schemaVersion: 1,
    machines: [{ name: 'EX-MAIL2' }],
  });
});

test('text from a log cannot act on a terminal', async () => {
  for (const args of [[], ['--lang', 'ro'], ['--format', 'json']]) {
    const { stdout } = await runCli(['diagnose', `${FIXTURES}/hostile.LOG`, ...args]);
    expect(stdout).toContain('TLS negotiation failed');
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  }
});

test('an option takes one value, so what follows it is still read', async () => {
  const { stdout } = await runCli([
    'diagnose',
    '--registry',
    MAIL2,
    `${FIXTURES}/SEND20210302-1.LOG`,
    '--format',
    'json',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    inputs: [{ path: `${FIXTURES}/SEND20210302-1.LOG` }],
    machines: [{ name: 'EX-MAIL2' }],
  });
});

test('text from the command line cannot act on a terminal either', async () => {
  for (const args of [
    ['explain', '\u001b]0;x\u0007'],
    ['diagnose', 'no\u001b[2J'],
    ['check', '--\u001b[2J'],
  ]) {
    const { stdout, stderr } = await runCli(args);
    expect(stdout + stderr).toContain('\\x1b');
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  }
});

test.concurrent.each([
  ['an id', ['schannel-tls12-client']],
  ['an id in capitals', [' SCHANNEL-TLS12-CLIENT ']],
  ['a text in words of its own', ['451', '5.7.3', 'must', 'issue', 'a', 'starttls', 'command', 'first']],
  ['a text that is broken over lines', ['421 4.4.2 Connection dropped\n   due to SocketError']],
  ['a text in the middle of another', ['It said: TLS negotiation failed with error SocketError. Why?']],
])('explain takes %s', async (_, words) => {
  const { rules, signatures } = JSON.parse((await runCli(['explain', ...words, '--format', 'json'])).stdout);
  expect([...rules, ...signatures]).toHaveLength(1);
});

test('completion answers commands, options and choices', async () => {
  const complete = async (...words: string[]): Promise<string[]> =>
    (await runCli(['--get-yargs-completions', 'mailtls', ...words])).stdout.trim().split('\n');
  expect(await complete('di')).toEqual(expect.arrayContaining([expect.stringMatching(/^diagnose/)]));
  expect(await complete('check', '--profile', '')).toEqual(['mailflow', 'exchange', 'hardened']);
  expect(await complete('check', '--pro')).toEqual(expect.arrayContaining([expect.stringMatching(/^--profile/)]));
});

test('--version says the version alone', async () => {
  const { stdout, exit } = await runCli(['--version']);
  expect({ stdout, exit }).toEqual({ stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), exit: 0 });
});
