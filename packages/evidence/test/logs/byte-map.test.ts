import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { ByteMap } from '../../src/logs/byte-map.ts';

test('it does what a map of strings does', () => {
  const action = record({
    what: constantFrom('add', 'delete', 'get'),
    scope: integer({ min: 0, max: 2 }),
    key: constantFrom('', 'a', 'ab', 'é', '08D9F50000000001', '08D9F50000000002'),
  });
  assert(
    property(array(action, { maxLength: 40 }), (actions) => {
      const map = new ByteMap<number>();
      const plain = new Map<string, number>();
      for (const [index, { what, scope, key }] of actions.entries()) {
        const bytes = Buffer.from(`<${key}>`);
        const at = [scope, bytes, 1, bytes.length - 1] as const;
        const name = `${scope} ${key}`;
        if (what === 'delete') {
          map.delete(...at);
          plain.delete(name);
        } else if (what === 'add' && !plain.has(name)) {
          map.add(...at, index);
          plain.set(name, index);
        }
        expect(map.get(...at)).toBe(plain.get(name));
        expect(map.size).toBe(plain.size);
      }
      expect(map.takeOldest(Number.POSITIVE_INFINITY)).toEqual([...plain.values()]);
      expect(map.size).toBe(0);
    }),
  );
});

test('keys that share a place are told apart, and one can go', () => {
  // So many in so few places that some do share one.
  const map = new ByteMap<number>();
  const key = (index: number): readonly [number, Buffer, number, number] => [
    0,
    Buffer.from(`${index}`.padStart(6, '0')),
    0,
    6,
  ];
  const COUNT = 100_000;
  for (let index = 0; index < COUNT; index += 1) map.add(...key(index), index);
  for (let index = 0; index < COUNT; index += 2) map.delete(...key(index));
  expect(map.size).toBe(COUNT / 2);
  for (let index = 0; index < COUNT; index += 997) expect(map.get(...key(index))).toBe(index % 2 ? index : undefined);
});

test('the oldest can be taken out', () => {
  const map = new ByteMap<string>();
  for (const key of ['a', 'b', 'c']) map.add(0, Buffer.from(key), 0, 1, key);
  expect(map.takeOldest(2)).toEqual(['a', 'b']);
  expect(map.size).toBe(1);
  expect(map.get(0, Buffer.from('a'), 0, 1)).toBeUndefined();
  expect(map.get(0, Buffer.from('c'), 0, 1)).toBe('c');
});
