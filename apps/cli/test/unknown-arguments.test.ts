import { expect, test } from 'vitest';
import { nameUnknownOnce } from '../src/unknown-arguments.ts';
import { sayIn } from '../src/wording/say.ts';
import { runCli } from './run-cli.ts';

test.each([
  ['en', 'Unknown arguments: fail-on, failOn', 'Unknown argument: fail-on'],
  ['en', 'Unknown arguments: a-b-c, x, aBC', 'Unknown arguments: a-b-c, x'],
  ['en', 'Unknown argument: failOn', 'Unknown argument: failOn'],
  ['en', 'Unknown command: rule', 'Unknown command: rule'],
  ['ro', 'Argumente necunoscute: fail-on, failOn', 'Argument necunoscut: fail-on'],
] as const)('in %s, %s', (language, said, want) => {
  expect(nameUnknownOnce(said, sayIn(language))).toBe(want);
});

test('an unknown option is named once', async () => {
  const { stderr } = await runCli(['rules', '--fail-on', 'error']);
  expect(stderr.split('\n')[0]).toBe('mailtls: Unknown argument: fail-on');
});
