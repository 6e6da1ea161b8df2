import { expect, test } from 'vitest';
import { ReferenceTable } from '../src/reference-table.ts';

test('finds what this root and earlier ones defined, the later of two', () => {
  const table = new ReferenceTable<string>(100);
  table.define('0', 'a');
  table.endRoot(10);
  table.define('1', 'b');
  expect([table.resolve('0'), table.resolve('1'), table.resolve('2')]).toEqual(['a', 'b', undefined]);
  table.define('0', 'c');
  expect(table.resolve('0')).toBe('c');
});

test('lets whole roots go, the oldest first, once they are more than it keeps', () => {
  const table = new ReferenceTable<number>(30);
  for (let root = 0; root < 5; root++) {
    table.define(`${root}`, root);
    table.define(`${root}'`, root);
    table.endRoot(10);
  }
  expect(['0', "1'", '2', '3', "4'"].map((id) => table.resolve(id))).toEqual([undefined, undefined, 2, 3, 4]);
});

test('keeps what is referred to again and again', () => {
  const table = new ReferenceTable<number>(50);
  table.define('drive', 0);
  table.endRoot(10);
  for (let root = 1; root < 1000; root++) {
    expect(table.resolve('drive')).toBe(0);
    table.define(`${root}`, root);
    table.endRoot(10);
  }
  expect(table.resolve('990')).toBeUndefined();
});

test('counts a root with what it reached, so that a chain of references is let go too', () => {
  const table = new ReferenceTable<number>(100);
  table.define('0', 0);
  table.endRoot(10);
  let root = 1;
  while (table.resolve(`${root - 1}`) !== undefined) {
    table.define(`${root}`, root);
    table.endRoot(10);
    root++;
  }
  // 10, 20, 30, 40 make 100; the root that counts 50 has the older ones let go, and the one of 110 itself.
  expect(root).toBeLessThan(12);
});

test('keeps what another root defined anew under the same id', () => {
  const table = new ReferenceTable<string>(15);
  table.define('0', 'old');
  table.endRoot(10);
  table.define('0', 'new');
  table.endRoot(10);
  expect(table.resolve('0')).toBe('new');
});

test('sizes may be given with what is defined', () => {
  const table = new ReferenceTable<string>(15);
  table.define('0', 'a', 10);
  table.endRoot();
  table.define('1', 'b', 10);
  table.endRoot();
  expect([table.resolve('0'), table.resolve('1')]).toEqual([undefined, 'b']);
});
