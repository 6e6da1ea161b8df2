import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as evidence from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = Array.from(readme.matchAll(/^```js\n(.*?)^```$/gms), ([, code = '']) => code);

const start = process.cwd();
beforeAll(() => process.chdir(fileURLToPath(new URL('fixtures/', import.meta.url))));
afterAll(() => process.chdir(start));

const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => (...args: unknown[]) => Promise<void>;

/** Runs an example on this package's sources and gives what it logs. */
async function run(code: string): Promise<readonly string[]> {
  const logged: string[] = [];
  const console = { log: (...args: unknown[]) => logged.push(...format(...args).split('\n')) };
  const body = code.replace(/^import (\{.*?\}) from '@mailtls\/evidence';$/gm, 'const $1 = evidence;');
  await new AsyncFunction('evidence', 'console', body)(evidence, console);
  return logged;
}

test('there are examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(5);
});

test.each(examples)('example %# logs what its comments say', async (code) => {
  const told = Array.from(code.matchAll(/^\/\/ (.*)$/gm), ([, line]) => line);
  expect(await run(code)).toEqual(told);
});
