import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as clixml from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = Array.from(readme.matchAll(/^```js\n(.*?)^```$/gms), ([, code]) => code as string);

const start = process.cwd();
beforeAll(() => process.chdir(fileURLToPath(new URL('fixtures/', import.meta.url))));
afterAll(() => process.chdir(start));

const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => (...args: unknown[]) => Promise<void>;

/** Runs an example with this package's sources in the place of the package, and returns what it logs. */
async function run(code: string): Promise<string[]> {
  const logged: string[] = [];
  const log = (...args: unknown[]): void => void logged.push(...format(...args).split('\n'));
  const load = (name: string): unknown => (name === '@mailtls/clixml' ? clixml : import(name));
  const body = code.replace(/^import (\{.*?\}) from ('.*?');$/gm, 'const $1 = await load($2);');
  await new AsyncFunction('load', 'console', body)(load, { log });
  return logged.map((line) => line.trimEnd()).filter((line) => line !== '');
}

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(5);
});

test.each(examples)('example %# logs what its comments say', async (code) => {
  const told = Array.from(code.matchAll(/^\/\/ (.*)$/gm), ([, line]) => line);
  expect(await run(code)).toEqual(told);
});
