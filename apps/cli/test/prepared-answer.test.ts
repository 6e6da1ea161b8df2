import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import type * as prepared from '../src/prepared-answer.ts';

/** As the build made it: the sources have no prepared pages beside them. */
const built = new URL('../dist/prepared-answer.js', import.meta.url).href;
const { helpFile, preparedAnswer } = (await import(built)) as typeof prepared;

/** What the parser itself prints. */
async function parsed(args: readonly string[], columns?: number): Promise<string> {
  const written: string[] = [];
  const stdout = { write: (text: string) => written.push(text), ...(columns !== undefined && { columns }) };
  const stdin = (async function* (): AsyncGenerator<Uint8Array> {})();
  expect(await main(args, { stdin, stdout, stderr: stdout, env: {}, platform: process.platform })).toBe(0);
  return written.join('');
}

test.each([
  [['--version'], undefined],
  [['--help'], undefined],
  [['-h'], 80],
  [['--help'], 100],
  [['--help'], 211],
  [['--help', '--lang', 'en'], 80],
  [['--help', '--lang', 'ro'], undefined],
  [['-h', '--lang', 'ro'], 132],
] as const)('what is prepared for %j at %j columns is what the parser prints', async (args, columns) => {
  expect(preparedAnswer(args, columns)).toBe(await parsed(args, columns));
});

test.each([
  [[], undefined],
  [['--version', '--help'], undefined],
  [['--help'], 79],
  [['--help'], 81],
  [['--help', '--lang', 'fr'], undefined],
  [['--help', '--lang', '../en'], undefined],
  [['check', '--help'], undefined],
] as const)('nothing is prepared for %j at %j columns', (args, columns) => {
  expect(preparedAnswer(args, columns)).toBeNull();
});

test('an explained id is what the parser would have made of it', async () => {
  const quick = await parsed(['explain', 'must-issue-starttls-first']);
  expect(quick).toBe(await parsed(['explain', 'must-issue-starttls-first', '--format', 'text']));
  expect(quick).toContain('must-issue-starttls-first');
});

test('the help is laid out by letters, whatever bytes they take', async () => {
  const lines = (await readFile(helpFile('ro', 80), 'utf8')).split('\n');
  expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(80);
  // Types are flush right, so a letter that was counted twice would show.
  const flush = lines.filter((line) => /^ .*\]$/.test(line)).map((line) => [...line].length);
  expect(new Set(flush)).toEqual(new Set([80]));
});
