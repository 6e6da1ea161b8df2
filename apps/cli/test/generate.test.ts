// `mailtls generate` as a shell runs it. What each target writes is tested in its own package.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { targetNames } from '@mailtls/module-generator';
import { isMissing, requirePart } from '@mailtls/testbed';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Run, runCli } from './run-cli.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailtls-generate-'));
});
afterEach(() => rm(folder, { recursive: true }));

const generate = (...args: readonly string[]): Promise<Run> => runCli(['generate', ...args]);

test.each(targetNames)('%s: written, current, stale', async (target) => {
  const args = [target, '--out', join(folder, target)];
  const written = await generate(...args);
  expect(written).toMatchObject({ exit: 0, stderr: '' });
  expect(written.stdout).toMatch(/^written: [\w./-]+\n/);
  expect(await generate(...args, '--check')).toMatchObject({
    exit: 0,
    stdout: expect.stringMatching(/^(\d+) of \1 files in .* were current already\n$/),
  });
  // The module has every profile and both languages.
  if (target === 'powershell') return;
  for (const other of [
    ['--profile', 'hardened'],
    ['--lang', 'ro'],
  ]) {
    const stale = await generate(...args, '--check', ...other);
    expect(stale.exit).toBe(1);
    expect(stale.stdout).toMatch(/^(stale|învechit): /m);
  }
});

test('what is in the way is said, and nothing is written', async () => {
  await writeFile(join(folder, 'README.md'), 'mine');
  const refused = await generate('reg', '--out', folder);
  expect(refused).toMatchObject({ exit: 4, stdout: '' });
  expect(refused.stderr).toContain('files that mailtls did not write, or that were changed since: README.md');
  expect((await generate('reg', '--out', folder, '--check')).stdout).toContain('changed by someone else: README.md\n');
  expect(await generate('reg', '--out', folder, '--force')).toMatchObject({ exit: 0 });
  expect(await generate('dsc', '--out', folder)).toMatchObject({
    exit: 4,
    stderr: expect.stringContaining('holds what was generated as reg'),
  });
  expect(await generate('dsc', '--out', folder, '--check')).toMatchObject({
    exit: 1,
    stdout: expect.stringContaining('holds what was generated as reg\n'),
  });
});

test('a folder that cannot be written to is said', async () => {
  await writeFile(join(folder, 'file'), '');
  const failed = await generate('reg', '--out', join(folder, 'file'));
  expect(failed.exit).toBe(4);
  expect(failed.stderr).toMatch(/could not be written: a part of its path is no folder/);
  expect(await generate('reg', '--out', join(folder, 'file'), '--force')).toEqual(failed);
  expect(await generate('reg', '--out', join(folder, 'file', 'below'))).toMatchObject({ exit: 4 });
  await mkdir(join(folder, 'there'));
  await mkdir(join(folder, 'there', 'enable.reg'));
  expect(await generate('reg', '--out', join(folder, 'there'), '--force')).toMatchObject({ exit: 4 });
});

test.each<[args: readonly string[], says: string]>([
  [['reg'], 'several files are written: say where'],
  [[], 'Not enough non-option arguments'],
  [['nothing', '--out', 'x'], 'Choices: "powershell", "reg"'],
  [['reg', '--out', 'x', '--module', 'y'], '--module is for generate typescript'],
  [['typescript', '--out', 'x'], 'either --module NAME or --command NAME,NAME'],
  [['typescript', '--out', 'x', '--module', 'y', '--command', 'z'], 'either --module NAME or --command NAME,NAME'],
  [['typescript', '--out', 'x', '--command', 'y', '--profile', 'mailflow'], '--profile is for the targets'],
  [['reg', '--out', 'x', '--expect-catalogue', '^99.0.0'], 'not in ^99.0.0'],
])('generate %j is wrong usage', async (args, says) => {
  const refused = await generate(...args);
  expect(refused).toMatchObject({ exit: 2, stdout: '' });
  expect(refused.stderr).toContain(says);
});

describe.skipIf(isMissing('linuxPwsh'))('typescript', () => {
  const typescript = (...args: readonly string[]): Promise<Run> => {
    const env = { MAILTLS_PWSH: requirePart('linuxPwsh') };
    return runCli(['generate', 'typescript', '--out', join(folder, 'wrappers'), ...args], { env });
  };

  test('writes a package, which is then current', async () => {
    const args = ['--command', 'Get-Item,Test-Path'];
    const written = await typescript(...args);
    expect(written).toMatchObject({ exit: 0, stderr: '' });
    expect(written.stdout).toContain('written: src/test-path.ts\n');
    expect(written.stdout).toContain('written: package.json\n');
    await writeFile(join(folder, 'wrappers', 'package.json'), '{ "name": "mine" }');
    expect(await typescript(...args, '--check')).toMatchObject({ exit: 0 });
    expect((await typescript('--command', 'Get-Item', '--check')).exit).toBe(1);
  });

  test('says what is wrong', async () => {
    expect(await typescript('--module', 'NoSuchModule')).toMatchObject({ exit: 3 });
    expect(await typescript('--command', 'Get-Item', '--package', 'Not A Name')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('"Not A Name"'),
    });
  });
});

test.skipIf(process.platform === 'win32')('typescript without a PowerShell is not possible', async () => {
  const args = ['generate', 'typescript', '--out', folder, '--command', 'Get-Item'];
  expect(await runCli(args, { env: { MAILTLS_PWSH: '' } })).toMatchObject({
    exit: 3,
    stderr: expect.stringContaining('MAILTLS_PWSH'),
  });
});
