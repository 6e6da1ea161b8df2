import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { root, runCli } from './run-cli.ts';

const ESCAPE = '\u001b';
const CHECK = ['check', '--from', 'examples/paperhouse/registry/EX-MAIL1.reg'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailtls-out-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command line in this process, as if on a terminal. */
async function onTerminal(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  let printed = '';
  const stream = { isTTY: true, columns: 400, write: (text: string) => (printed += text) };
  const stdin = Readable.from([]);
  await main(args, { stdin, stdout: stream, stderr: stream, env, platform: 'linux' });
  return printed;
}

describe('colour', () => {
  const from = join(root, 'examples/paperhouse/registry/EX-MAIL1.reg');
  const check = ['check', '--from', from];

  test.each<[when: string, want: boolean, args: readonly string[], env: Record<string, string>]>([
    ['on a terminal', true, check, {}],
    ['with an empty NO_COLOR', true, check, { NO_COLOR: '' }],
    ['with NO_COLOR', false, check, { NO_COLOR: '1' }],
    ['with --no-color', false, [...check, '--no-color'], {}],
    ['in JSON', false, [...check, '--format', 'json'], {}],
  ])('%s: %s', async (_, want, args, env) => {
    expect((await onTerminal(args, env)).includes(ESCAPE)).toBe(want);
  });

  test('not in a file, even from a terminal', async () => {
    const path = join(folder, 'plain.txt');
    await onTerminal([...check, '--out', path]);
    expect(await readFile(path, 'utf8')).not.toContain(ESCAPE);
  });

  test('not in a pipe', async () => {
    expect((await runCli(CHECK, { env: { FORCE_COLOR: '1' } })).stdout).not.toContain(ESCAPE);
  });
});

test('progress is shown on a terminal, is taken away again, and is kept silent by --quiet', async () => {
  const log = join(root, 'apps/cli/test/fixtures/SEND20210302-1.LOG');
  expect(await onTerminal(['diagnose', log])).toMatch(/^\r\u001b\[K100 % .*SEND20210302-1\.LOG[^\r]*\r\u001b\[K\S/);
  expect(await onTerminal(['diagnose', log, '--quiet', '--no-color'])).not.toContain(ESCAPE);
});

describe('--out', () => {
  test('replaces a file as a whole and leaves nothing beside it', async () => {
    const place = await mkdtemp(join(folder, 'place-'));
    const path = join(place, 'rules.txt');
    await writeFile(path, 'old\n'.repeat(10_000));
    expect(await runCli(['rules', '--out', path])).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(await readFile(path, 'utf8')).toBe((await runCli(['rules'])).stdout);
    expect(await readdir(place)).toEqual(['rules.txt']);
  });

  test('writes where a link leads and keeps the link', async () => {
    const [real, link] = [join(folder, 'real.txt'), join(folder, 'link.txt')];
    await writeFile(real, 'old');
    await symlink(real, link);
    await runCli(['rules', '--out', link]);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(real, 'utf8')).not.toBe('old');
  });

  test.skipIf(process.platform === 'win32')('writes into a pipe and leaves it a pipe', async () => {
    const pipe = join(folder, 'pipe');
    spawnSync('mkfifo', [pipe]);
    const [{ exit }, text] = await Promise.all([runCli(['rules', '--out', pipe]), readFile(pipe, 'utf8')]);
    expect({ exit, text }).toEqual({ exit: 0, text: (await runCli(['rules'])).stdout });
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  });

  test('- is standard output', async () => {
    expect((await runCli(['rules', '--out', '-'])).stdout).toBe((await runCli(['rules'])).stdout);
  });

  test.each(['json', 'sarif', 'junit', 'csv'])('has in %s what standard output has', async (format) => {
    const path = join(folder, `check.${format}`);
    const { exit, stdout, stderr } = await runCli([...CHECK, '--format', format]);
    expect(await runCli([...CHECK, '--format', format, '--out', path])).toEqual({ exit, stdout: '', stderr });
    // Only a file is opened by a spreadsheet, which wants a byte order mark; in a stream it would be part of the first name.
    expect(await readFile(path, 'utf8')).toBe(format === 'csv' ? `\ufeff${stdout}` : stdout);
  });

  test('has an HTML report, which says when it was made', async () => {
    const path = join(folder, 'report.html');
    const { exit, stdout } = await runCli([...CHECK, '--format', 'html', '--lang', 'ro', '--out', path]);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    const page = await readFile(path, 'utf8');
    expect(page).toMatch(
      /^<!doctype html>\n<html lang="ro">[\s\S]*făcut la 20\d\d-\d\d-\d\d \d\d:\d\d UTC[\s\S]*<\/html>\n$/,
    );
  });

  test('a folder is refused with 4, and nothing is left beside it', async () => {
    const before = await readdir(folder);
    const { exit, stdout, stderr } = await runCli(['rules', '--out', folder]);
    expect({ exit, stdout, stderr }).toEqual({ exit: 4, stdout: '', stderr: expect.stringContaining(folder) });
    expect(await readdir(folder)).toEqual(before);
  });
});

describe.skipIf(process.platform === 'win32')('standard output that takes no more', () => {
  const shell = (command: string): SpawnSyncReturns<string> =>
    spawnSync('sh', ['-c', command, 'sh', process.execPath], { cwd: root, encoding: 'utf8' });

  test('a reader that stops early is no failure', () => {
    const { stdout, stderr } = shell(
      '{ "$1" apps/cli/bin/mailtls.js rules --format json; echo "exit $?" >&2; } | head -c 1',
    );
    expect({ stdout, stderr }).toEqual({ stdout: '{', stderr: 'exit 0\n' });
  });

  test.skipIf(!existsSync('/dev/full'))('messages that cannot be written leave the exit code as it is', () => {
    expect(shell('"$1" apps/cli/bin/mailtls.js explain no-such-id 2> /dev/full').status).toBe(2);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is one, with 4', () => {
    const { status, stderr } = shell('"$1" apps/cli/bin/mailtls.js rules > /dev/full');
    expect({ status, stderr }).toEqual({ status: 4, stderr: expect.stringMatching(/^mailtls: .*ENOSPC.*\n$/) });
  });
});
