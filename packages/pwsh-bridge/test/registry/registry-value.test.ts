import { expect, test } from 'vitest';
import { type RegistryValue, toCmdletValue } from '../../src/registry/registry-value.ts';

test('numbers go as the signed integers of the same bits', () => {
  expect(toCmdletValue({ kind: 'DWord', data: 0xffffffff })).toEqual({ value: -1, type: 'DWord' });
  expect(toCmdletValue({ kind: 'QWord', data: 2n ** 64n - 1n })).toEqual({ value: -1n, type: 'QWord' });
});

test.each<RegistryValue>([
  { kind: 'DWord', data: -1 },
  { kind: 'DWord', data: 2 ** 32 },
  { kind: 'DWord', data: 0.5 },
  { kind: 'QWord', data: -1n },
  { kind: 'QWord', data: 2n ** 64n },
  { kind: 'Unknown', data: null },
])('$kind $data is refused', (value) => {
  expect(() => toCmdletValue(value)).toThrow(expect.objectContaining({ reason: 'invalid-argument' }));
});
