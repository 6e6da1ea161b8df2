import { expect, test } from 'vitest';
import { takeHead } from '../../src/input/head-of-stream.ts';
import { gathered, inChunks } from '../sources.ts';

test('the head is looked at, and the stream still has it', async () => {
  const content = Buffer.from('0123456789');
  for (const wanted of [1, 4, 10, 50]) {
    const { head, all } = await takeHead(inChunks(content, [3]), wanted);
    expect(head.length).toBeGreaterThanOrEqual(Math.min(wanted, 10));
    expect((await gathered(all)).toString()).toBe('0123456789');
  }
});

test('the stream is closed, read or not', async () => {
  let closed = 0;
  async function* stream(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.from('x');
    } finally {
      closed += 1;
    }
  }
  await (await takeHead(stream(), 5)).close();
  expect(closed).toBe(1);
  for await (const _ of (await takeHead(stream(), 5)).all) break;
  expect(closed).toBe(2);
});
