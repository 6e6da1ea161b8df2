import { array, assert, asyncProperty, constantFrom, integer, string } from 'fast-check';
import { expect, test } from 'vitest';
import { wholeLines } from '../../src/logs/whole-lines.ts';
import { inChunks } from '../sources.ts';

async function linesOf(
  text: string,
  chunks: readonly number[],
  longest = 1000,
): Promise<{ lines: string[]; cut: number; blocks: string[] }> {
  const blocks: string[] = [];
  let cut = 0;
  const onCutLine = (): void => {
    cut += 1;
  };
  for await (const block of wholeLines(inChunks(Buffer.from(text), chunks), longest, onCutLine))
    blocks.push(block.toString());
  return { lines: blocks.join('').split('\n'), cut, blocks };
}

test('the lines are the same wherever the chunks end, and blocks end with lines', async () => {
  await assert(
    asyncProperty(
      string({ unit: constantFrom('a', '\n', '\r', 'é', '🚀'), maxLength: 80 }),
      array(integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      async (text, chunks) => {
        const { blocks } = await linesOf(text, chunks);
        expect(blocks.join('')).toBe(text);
        for (const block of blocks.slice(0, -1)) expect(block.endsWith('\n')).toBe(true);
      },
    ),
  );
});

test('a line that is too long is cut off there, and the next one is whole', async () => {
  for (const chunks of [[1], [4, 9], [1000]]) {
    const { lines, cut } = await linesOf(`short\n${'x'.repeat(30)}\nafter\n${'y'.repeat(11)}`, chunks, 10);
    expect(lines).toEqual(['short', 'x'.repeat(10), 'after', 'y'.repeat(10), '']);
    expect(cut).toBe(2);
  }
});

test('a line of just the longest length is not cut', async () => {
  expect(await linesOf('0123456789\n0123456789', [3], 10)).toMatchObject({
    lines: ['0123456789', '0123456789'],
    cut: 0,
  });
});

test('a chunk of any size gives blocks that stay in the cache', async () => {
  const { blocks } = await linesOf('0123456789abcde\n'.repeat(100_000), [1_600_000]);
  expect(Math.max(...blocks.map((block) => block.length))).toBeLessThanOrEqual(256 * 1024);
  expect(blocks.join('')).toHaveLength(1_600_000);
});
