import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

test.skipIf(process.platform === 'win32').each([
  ['--from', ['check']],
  ['--from', ['fix', '--dry-run']],
  ['--registry', ['diagnose', 'examples/paperhouse/evidence', '--registry', 'live']],
  ['MAILTLS_PWSH', ['fix', '--yes']],
  ['MAILTLS_PWSH', ['undo', '--yes']],
])('without a PowerShell, %s is advised by %j', async (advice, args) => {
  const { exit, stderr } = await runCli(args, { env: { MAILTLS_PWSH: '' } });
  expect(exit).toBe(3);
  expect(stderr.match(/--from|--registry|MAILTLS_PWSH/g)).toEqual([advice]);
});

test('undo says of --yes nothing of files, which it does not take', async () => {
  expect((await runCli(['undo', '--help'])).stdout).toContain('put back without asking');
});
