import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { exchangeLogFolders, findEvidence } from '../src/sources/evidence-files.ts';
import { sayIn } from '../src/wording/say.ts';
import { root, runCli } from './run-cli.ts';

const LOG = join(root, 'apps/cli/test/fixtures/SEND20210302-1.LOG');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailtls-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Found {
  readonly exit: number | null;
  readonly diagnosis: { readonly cause: string };
  readonly inputs: readonly {
    readonly path: string;
    readonly problems: readonly { readonly reason: string }[];
    readonly error?: { readonly reason: string; readonly message: string };
  }[];
}

async function diagnose(...paths: readonly string[]): Promise<Found> {
  const { exit, stdout, stderr } = await runCli(['diagnose', ...paths, '--format', 'json', '--fail-on', 'error']);
  expect(stderr).toBe('');
  return { exit, ...JSON.parse(stdout) };
}

const namesIn = ({ inputs }: Found): readonly string[] => inputs.map(({ path }) => path.slice(folder.length + 1));

async function zip(entries: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(entries)) file.addBuffer(content, name);
  file.end();
  return buffer(file.outputStream);
}

test('hourly logs are read in order of time, which is not that of the alphabet', async () => {
  for (const number of [10, 1, 9, 2]) await copyFile(LOG, join(folder, `SEND2021030208-${number}.LOG`));
  expect(namesIn(await diagnose(folder))).toEqual([1, 2, 9, 10].map((number) => `SEND2021030208-${number}.LOG`));
});

test('a good file among bad ones gives the diagnosis, and each bad one its problem', async () => {
  await mkdir(join(folder, 'deep', 'deeper'), { recursive: true });
  await copyFile(LOG, join(folder, 'deep', 'deeper', 'SEND.LOG'));
  await writeFile(join(folder, 'a.msg'), '');
  await writeFile(join(folder, 'b.zip'), (await zip({ 'x.log': await readFile(LOG) })).subarray(0, 200));
  await writeFile(join(folder, 'c.bin'), Buffer.from('d0cf11e0a1b11ae1ffff0000ffff', 'hex'));
  await writeFile(join(folder, 'z.zip'), await zip({ 'bomb.log': Buffer.alloc(30_000_000, 'like any other\r\n') }));
  const found = await diagnose(folder);
  expect(found).toMatchObject({ exit: 1, diagnosis: { cause: 'tls-version' } });
  const problems = found.inputs.map(({ path, problems }) => [
    path.slice(folder.length + 1),
    problems.map(({ reason }) => reason),
  ]);
  expect(Object.fromEntries(problems)).toEqual({
    'a.msg': ['empty'],
    'b.zip': ['archive-broken'],
    'c.bin': [expect.any(String)],
    [join('deep', 'deeper', 'SEND.LOG')]: [],
    'z.zip!bomb.log': expect.arrayContaining(['archive-ratio']),
  });
});

test('a folder without a file is told on both streams and ends with 3', async () => {
  await mkdir(join(folder, 'deep', 'deeper'), { recursive: true });
  const { exit, stdout, stderr } = await runCli(['diagnose', folder, '--quiet']);
  expect({ exit, stderr }).toEqual({ exit: 3, stderr: expect.stringMatching(/^mailtls: nothing was read: .*\n$/) });
  expect(stdout).toMatch(/^Nothing could be read/);
  expect(stdout).toContain(`! ${folder} holds no file to read`);
});

test('a folder without a file beside one with files does not hide what they hold', async () => {
  await copyFile(LOG, join(folder, 'SEND.LOG'));
  await mkdir(join(folder, 'empty'));
  expect(await diagnose(folder)).toMatchObject({ exit: 1, diagnosis: { cause: 'tls-version' } });
  const found = await diagnose(folder, join(folder, 'empty'));
  expect(found).toMatchObject({ exit: 3, diagnosis: { cause: 'tls-version' } });
  expect(found.inputs.at(-1)).toMatchObject({ path: join(folder, 'empty'), error: { reason: 'empty' } });
});

test('the log folders of an Exchange server are those that hold logs, or all where none does', async () => {
  const logs = join(folder, 'TransportRoles', 'Logs');
  const [hub, frontEnd] = ['Hub', 'FrontEnd'].map((role) => join(logs, role, 'ProtocolLog'));
  await mkdir(join(hub ?? '', 'SmtpSend'), { recursive: true });
  await mkdir(frontEnd ?? '', { recursive: true });
  const found = (): Promise<readonly string[]> => exchangeLogFolders({ ExchangeInstallPath: folder });
  expect(await found()).toEqual([hub, frontEnd]);
  await copyFile(LOG, join(hub ?? '', 'SmtpSend', 'SEND.LOG'));
  expect(await found()).toEqual([hub]);
  expect(await exchangeLogFolders({})).toEqual([]);
});

test('a file that is named twice, by itself and by its folder, counts once', async () => {
  await copyFile(LOG, join(folder, 'SEND.LOG'));
  expect(namesIn(await diagnose(join(folder, 'SEND.LOG'), folder))).toEqual(['SEND.LOG']);
});

test('an archive is read as what it holds', async () => {
  await writeFile(join(folder, 'logs.zip'), await zip({ 'SEND.LOG': await readFile(LOG) }));
  const found = await diagnose(folder);
  expect(found).toMatchObject({ exit: 1, diagnosis: { cause: 'tls-version' } });
  expect(namesIn(found)).toEqual(['logs.zip!SEND.LOG']);
});

test.skipIf(process.platform === 'win32')(
  'links and pipes in a folder are passed over: they may never end',
  async () => {
    await copyFile(LOG, join(folder, 'SEND.LOG'));
    await symlink('.', join(folder, 'loop'));
    await symlink('no/such/place', join(folder, 'dangling'));
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    expect(namesIn(await diagnose(folder))).toEqual(['SEND.LOG']);
  },
);

test('what is named and cannot be opened is told, ends with 3, and does not hide the rest', async () => {
  await symlink('no/such/place', join(folder, 'dangling'));
  const bad = [join(folder, 'dangling'), join(LOG, 'below-a-file'), join(folder, 'missing')];
  const found = await diagnose(...bad, LOG);
  expect(found).toMatchObject({ exit: 3, diagnosis: { cause: 'tls-version' } });
  const failed = found.inputs.filter(({ error }) => error);
  expect(failed.map(({ path }) => path)).toEqual(bad);
  for (const { path, error } of failed) expect(error?.message).toContain(path);
});

test.skipIf(process.platform !== 'linux')('a file that opens and cannot be read ends with 3', async () => {
  const found = await diagnose('/proc/self/mem', LOG);
  expect(found).toMatchObject({ exit: 3, diagnosis: { cause: 'tls-version' } });
  expect(found.inputs.at(-1)).toMatchObject({ path: '/proc/self/mem', error: { reason: 'unreadable' } });
});

test.skipIf(process.platform === 'win32')(
  'a folder without permission is told beside the files that are read',
  async () => {
    await chmod(folder, 0o755);
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0 });
    await copyFile(LOG, join(folder, 'SEND.LOG'));
    // Root may read everything, so it is somebody else for a moment.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      const nothing = Readable.from([]);
      const { files, failures } = await findEvidence([folder], nothing, sayIn('en'));
      expect(files.map(({ path }) => path)).toEqual([join(folder, 'SEND.LOG')]);
      expect(failures).toEqual([{ name: closed, reason: 'unreadable', message: expect.stringContaining('EACCES') }]);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  },
);
