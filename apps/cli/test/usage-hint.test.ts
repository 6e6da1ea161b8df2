import { expect, test } from 'vitest';
import { usageHint } from '../src/usage-hint.ts';
import { sayIn } from '../src/wording/say.ts';
import { runCli } from './run-cli.ts';

const hint = (objection: string, ...args: readonly string[]): string => usageHint(objection, args, sayIn('en'));
const TWO_FILES = 'Each file has an option of its own: --from package.json';

test.each([
  [
    'an option as PowerShell has it',
    hint('Unknown arguments: F, r, o, m', 'check', '-From', 'a.reg'),
    'Options begin with two dashes: --from',
  ],
  [
    'what a shell makes of --from *.json',
    hint('Unknown argument: package.json', 'check', '--from', 'turbo.json', 'package.json'),
    TWO_FILES,
  ],
  ['one of several', hint('Unknown arguments: x, package.json', 'fix', 'x', 'package.json'), TWO_FILES],
  ['in another language', hint('Argument necunoscut: package.json', 'fix', 'package.json'), TWO_FILES],
  ['a file that is not there', hint('Unknown argument: no.reg', 'check', 'no.reg'), ''],
  ['a command that takes no file', hint('Unknown argument: package.json', 'rules', 'package.json'), ''],
  ['any other objection', hint('Not enough arguments following: from', 'check', '--from'), ''],
  ['a short option', hint('Unknown argument: x', 'check', '-x'), ''],
])('%s', (_, said, want) => {
  expect(said).toBe(want);
});

test('is said below what is objected to', async () => {
  const { exit, stderr } = await runCli(['check', '--from', 'turbo.json', 'package.json']);
  expect({ exit, lines: stderr.split('\n') }).toEqual({
    exit: 2,
    lines: ['mailtls: Unknown argument: package.json', TWO_FILES, 'mailtls check --help shows the usage.', ''],
  });
});
