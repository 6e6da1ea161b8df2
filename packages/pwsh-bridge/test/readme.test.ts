import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { createPrefix, isMissing } from '@mailtls/testbed';
import { expect, test } from 'vitest';
import * as bridge from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
/** The examples that need a registry; a test of the repository runs the others. */
const examples = Array.from(readme.matchAll(/^```ts\n(.*?)^```$/gms), ([, code = '']) => code);

test('the README has an example for the registry', () => {
  expect(examples.length).toBeGreaterThan(0);
});

test.skipIf(isMissing('windowsPwsh')).each(examples)('example %# logs what its comments say', async (code) => {
  await using prefix = await createPrefix();
  await using session = await bridge.openSession({ executable: prefix.pwsh });
  const logged: string[] = [];
  const console = { log: (...args: unknown[]) => logged.push(...format(...args).split('\n')) };
  const exported = Object.entries(bridge);
  const AsyncFunction = (async () => {}).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<void>;
  const example = new AsyncFunction('session', 'console', ...exported.map(([name]) => name), code);
  await example(session, console, ...exported.map(([, value]) => value));
  const told = Array.from(code.matchAll(/^\/\/ (.*)$/gm), ([, line = '']) => line);
  expect(logged).toEqual(told);
});

test('each reason of an error is in the README', () => {
  const source = readFileSync(new URL('../src/pwsh-error.ts', import.meta.url), 'utf8');
  const reasons = Array.from(source.matchAll(/^ {2}\| '([a-z-]+)'/gm), ([, reason]) => reason);
  expect(reasons.length).toBeGreaterThan(10);
  expect(reasons.filter((reason) => !readme.includes(`\`${reason}\``))).toEqual([]);
});
