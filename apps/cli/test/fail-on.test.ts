import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const FIXTURES = 'apps/cli/test/fixtures';
const REGISTRY = 'examples/paperhouse/registry';

/** What the exit code is at `--fail-on` info, warning, error and never. */
const EXITS: readonly (readonly [what: string, args: readonly string[], exits: readonly number[]])[] = [
  [
    'a confirmed cause',
    ['diagnose', `${FIXTURES}/SEND20210302-1.LOG`, '--registry', `${REGISTRY}/EX-MAIL1.reg`],
    [1, 1, 1, 0],
  ],
  ['a likely cause', ['diagnose', `${FIXTURES}/SEND20210302-1.LOG`], [1, 1, 1, 0]],
  ['a possible cause', ['diagnose', `${FIXTURES}/socket-error.eml`], [1, 1, 0, 0]],
  ['no cause', ['diagnose', 'LICENSE'], [0, 0, 0, 0]],
  ['a machine with errors', ['check', '--from', `${REGISTRY}/EX-MAIL1.reg`], [1, 1, 1, 0]],
  ['a machine with a source that is missing', ['check', '--from', 'no/such/file.reg'], [3, 3, 3, 3]],
  ['a plan', ['fix', '--dry-run', '--from', `${REGISTRY}/EX-MAIL1.reg`], [1, 1, 1, 1]],
];

const severities = ['info', 'warning', 'error', 'never'];

test.concurrent.for(
  EXITS.flatMap(([what, args, exits]) =>
    severities.map((severity, i) => [what, severity, exits[i], [...args, '--fail-on', severity]] as const),
  ),
)('%s, --fail-on %s: %i', async ([, , want, args], { expect }) => {
  expect((await runCli(args)).exit).toBe(want);
});

test('--fail-on is warning where nothing is said', async () => {
  expect((await runCli(['diagnose', `${FIXTURES}/socket-error.eml`])).exit).toBe(1);
});
