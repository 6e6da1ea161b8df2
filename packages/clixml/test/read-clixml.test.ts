import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClixmlReadOptions, type ClixmlValue, parseClixml, readClixml, serializeClixml } from '../src/index.ts';
import { anyRoots } from './any-value.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
  }
}

async function collect(
  source: AsyncIterable<Uint8Array | string>,
  options?: ClixmlReadOptions,
): Promise<ClixmlValue[]> {
  const values: ClixmlValue[] = [];
  for await (const value of readClixml(source, options)) {
    values.push(value);
  }
  return values;
}

test('reads a file as it comes', async () => {
  const path = new URL('fixtures/queues.xml', import.meta.url);
  expect(await collect(createReadStream(path, { highWaterMark: 100 }))).toHaveLength(2);
});

test('where the pieces end does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(anyRoots, fc.integer({ min: 1, max: 50 }), fc.boolean(), async (roots, size, wide) => {
      const text = serializeClixml(roots);
      const bytes = Buffer.from(`\ufeff${text}`, wide ? 'utf16le' : 'utf8');
      assert.deepEqual(await collect(pieces(bytes, size)), parseClixml(text));
    }),
    { numRuns: 100 },
  );
});

test('yields all values before an error, wherever the pieces end', async () => {
  const text = '<Objs><S>a</S><S>b</S><I32>x</I32></Objs>';
  for (let size = 1; size <= text.length; size++) {
    const seen: ClixmlValue[] = [];
    const reading = async (): Promise<void> => {
      for await (const value of readClixml(pieces(Buffer.from(text), size))) {
        seen.push(value);
      }
    };
    await expect(reading()).rejects.toMatchObject({ reason: 'invalid-value', line: 1 });
    expect(seen).toHaveLength(2);
  }
});

test('stops reading when its reader does', async () => {
  let closed = false;
  async function* endless(): AsyncGenerator<string> {
    try {
      yield '<Objs>';
      while (true) yield '<S>x</S>';
    } finally {
      closed = true;
    }
  }
  let count = 0;
  for await (const value of readClixml(endless())) {
    expect(value).toEqual({ type: 'S', value: 'x' });
    if (++count === 10) break;
  }
  expect(closed).toBe(true);
});

test('an endless value is refused instead of kept', async () => {
  async function* endless(): AsyncGenerator<string> {
    yield '<Objs><S>';
    while (true) yield 'x'.repeat(1 << 16);
  }
  await expect(collect(endless(), { maxLength: 1 << 20 })).rejects.toMatchObject({ reason: 'too-large' });
});

test('items of a list that is the root value come one by one', async () => {
  async function* many(): AsyncGenerator<string> {
    yield '<Objs><Obj RefId="0"><LST>';
    for (let id = 1; id <= 20_000; id++) yield `<Obj RefId="${id}"><MS><S N="a">${'x'.repeat(200)}</S></MS></Obj>`;
    yield '</LST></Obj></Objs>';
  }
  const values = await collect(many(), { items: true, maxLength: 1000, maxRetained: 1000 });
  expect(values).toHaveLength(20_000);
});
