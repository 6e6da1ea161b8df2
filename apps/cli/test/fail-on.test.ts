import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { root } from './run-cli.ts';

const FIXTURES = join(root, 'apps/cli/test/fixtures');
const REGISTRY = join(root, 'examples/paperhouse/registry');

/** In this process, where only the exit code counts. */
function exitOf(args: readonly string[]): Promise<number> {
  const silent = { write: () => undefined };
  const stdin = Readable.from([]);
  return main(args, { stdin, stdout: silent, stderr: silent, env: {}, platform: process.platform });
}

/** What the exit code is at `--fail-on` info, warning, error and never. */
const EXITS: readonly (readonly [what: string, args: readonly string[], exits: readonly number[]])[] = [
  [
    'a confirmed cause',
    ['diagnose', `${FIXTURES}/SEND20210302-1.LOG`, '--registry', `${REGISTRY}/EX-MAIL1.reg`],
    [1, 1, 1, 0],
  ],
  ['a likely cause', ['diagnose', `${FIXTURES}/SEND20210302-1.LOG`], [1, 1, 1, 0]],
  ['a possible cause', ['diagnose', `${FIXTURES}/socket-error.eml`], [1, 1, 0, 0]],
  ['no cause', ['diagnose', join(root, 'LICENSE')], [0, 0, 0, 0]],
  ['a machine with errors', ['check', '--from', `${REGISTRY}/EX-MAIL1.reg`], [1, 1, 1, 0]],
  ['a machine with a source that is missing', ['check', '--from', 'no/such/file.reg'], [3, 3, 3, 3]],
];

const severities = ['info', 'warning', 'error', 'never'];

test.each(
  EXITS.flatMap(([what, args, exits]) =>
    severities.map((severity, i) => [what, severity, exits[i], [...args, '--fail-on', severity]] as const),
  ),
)('%s, --fail-on %s: %i', async (_what, _severity, want, args) => {
  expect(await exitOf(args)).toBe(want);
});

test('--fail-on is warning where nothing is said', async () => {
  expect(await exitOf(['diagnose', `${FIXTURES}/socket-error.eml`])).toBe(1);
});

test('a plan that is not empty ends with 1', async () => {
  expect(await exitOf(['fix', '--dry-run', '--from', `${REGISTRY}/EX-MAIL1.reg`])).toBe(1);
});
