import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { array, assert, asyncProperty, constantFrom, integer, record, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { readEvidence } from '../src/read-evidence.ts';
import { fixture, sourceOf } from './sources.ts';

const fixtures = readdirSync(new URL('fixtures', import.meta.url), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath.split('fixtures')[1]?.replace(/^[\\/]/, '')}/${entry.name}`);

test('evidence that was damaged anywhere is read, and every source is accounted for', async () => {
  const damage = record({
    name: constantFrom(...fixtures),
    at: array(integer({ min: 0, max: 20_000 }), { maxLength: 6 }),
    with: uint8Array({ minLength: 1, maxLength: 8 }),
    keep: integer({ min: 1, max: 40_000 }),
    packed: constantFrom(true, false),
  });
  await assert(
    asyncProperty(damage, async ({ name, at, with: bytes, keep, packed }) => {
      const whole = packed ? gzipSync(fixture(name)) : fixture(name);
      const content = Buffer.from(whole.subarray(0, keep));
      for (const place of at)
        content.set(bytes.subarray(0, Math.max(0, content.length - place)), Math.min(place, content.length));
      const { inputs, failures } = await readEvidence([sourceOf(name, content, [1000])]);
      expect(inputs).toHaveLength(1);
      expect(failures).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
