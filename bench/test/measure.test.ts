import { expect, test } from 'vitest';
import { compare, measured, timed } from '../measure.mjs';

const node = process.execPath;

test('contenders run by turns, after one that is not counted', async () => {
  const command = (name: string): string[] => [node, '-p', `'${name}'`];
  const runs = await compare(
    [
      { name: 'one', command: command('first') },
      { name: 'other', command: command('second') },
    ],
    2,
  );
  expect(Object.keys(runs)).toEqual(['one', 'other']);
  expect(runs['other']).toMatchObject({ output: 'second\n', peak: null });
  expect(runs['one']?.seconds).toBeGreaterThan(0);
  expect(runs['one']?.spread).toBeGreaterThanOrEqual(0);
});

test('the most memory that a process took is what it took at most', async () => {
  const held = 80e6;
  const { peak } = await timed(measured(node, '-e', `Buffer.alloc(${held}, 1)`), 0);
  expect(peak).toBeGreaterThan(held);
  expect((await timed(measured(node, '-e', '0'), 0)).peak).toBeLessThan(peak ?? 0);
});

test('a contender that fails says so', async () => {
  const failing = [node, '-e', 'console.error("no such luck"); process.exit(3)'];
  await expect(timed(failing, 0)).rejects.toThrow(/ended with 3: no such luck/);
});

test('searchers that find nothing have not failed', async () => {
  expect((await timed([node, '-e', 'process.exit(1)'], 0)).output).toBe('');
});
