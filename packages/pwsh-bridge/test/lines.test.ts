import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLines } from '../src/lines.ts';

test('lines are the same however they are cut into chunks', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '\r') });
  fc.assert(
    fc.property(text, fc.array(fc.nat(5)), (whole, cuts) => {
      const lines: string[] = [];
      const push = splitLines((line) => lines.push(line));
      let at = 0;
      for (const length of cuts) {
        push(whole.slice(at, at + length));
        at += length;
      }
      push(whole.slice(at));
      expect(lines).toEqual(whole.split(/\r?\n/).slice(0, -1));
    }),
  );
});

test('a long line in many chunks is put together once', () => {
  let lines = 0;
  const push = splitLines((line) => {
    lines++;
    expect(line).toHaveLength(50_000_000);
  });
  for (let chunk = 0; chunk < 50_000; chunk++) push('x'.repeat(1000));
  push('\n');
  expect(lines).toBe(1);
});
