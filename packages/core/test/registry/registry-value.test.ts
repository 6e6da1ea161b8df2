import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dword, type RegistryValue, registryKindName, sameRegistryValue } from '../../src/registry/registry-value.ts';

const value: fc.Arbitrary<RegistryValue> = fc.oneof(
  fc.record({ kind: fc.constantFrom('String', 'ExpandString'), data: fc.string() }),
  fc.record({ kind: fc.constant('Binary'), data: fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('hex')) }),
  fc.integer().map(dword),
  fc.record({ kind: fc.constant('QWord'), data: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String) }),
  fc.record({ kind: fc.constant('MultiString'), data: fc.array(fc.string()) }),
  fc.record({ kind: fc.constant('Unknown'), type: fc.nat({ max: 20 }), data: fc.constantFrom('', '00', 'ff') }),
) as fc.Arbitrary<RegistryValue>;

describe('dword', () => {
  it.each([
    [1, 1],
    [0, 0],
    [-1, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [-2147483648, 0x80000000],
  ])('takes %d as %d', (number, data) => {
    expect(dword(number)).toEqual({ kind: 'DWord', data });
  });
});

describe('sameRegistryValue', () => {
  it('takes a value as its own copy', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(sameRegistryValue(one, structuredClone(one))).toBe(true);
        expect(sameRegistryValue(one, null)).toBe(false);
      }),
    );
    expect(sameRegistryValue(null, null)).toBe(true);
  });

  it('takes two values as one only where kind and data are the same', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sameRegistryValue(a, b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
      }),
    );
  });

  it.each<[RegistryValue, RegistryValue]>([
    [dword(1), { kind: 'QWord', data: '1' }],
    [dword(1), { kind: 'String', data: '1' }],
    [
      { kind: 'String', data: 'a' },
      { kind: 'ExpandString', data: 'a' },
    ],
    [
      { kind: 'MultiString', data: ['a', 'b'] },
      { kind: 'MultiString', data: ['a,b'] },
    ],
    [
      { kind: 'MultiString', data: [] },
      { kind: 'MultiString', data: [''] },
    ],
    [
      { kind: 'Unknown', type: 0, data: '00' },
      { kind: 'Unknown', type: 6, data: '00' },
    ],
  ])('tells %j from %j', (a, b) => {
    expect(sameRegistryValue(a, b)).toBe(false);
    expect(sameRegistryValue(b, a)).toBe(false);
  });
});

function sorted(one: RegistryValue): unknown {
  return Object.entries(one).toSorted(([a], [b]) => a.localeCompare(b));
}

describe('registryKindName', () => {
  it.each<[RegistryValue, string]>([
    [dword(1), 'REG_DWORD'],
    [{ kind: 'QWord', data: '1' }, 'REG_QWORD'],
    [{ kind: 'String', data: '' }, 'REG_SZ'],
    [{ kind: 'ExpandString', data: '' }, 'REG_EXPAND_SZ'],
    [{ kind: 'Binary', data: '' }, 'REG_BINARY'],
    [{ kind: 'MultiString', data: [] }, 'REG_MULTI_SZ'],
    [{ kind: 'Unknown', type: 8, data: '' }, 'REG type 8'],
  ])('calls %j %s', (one, name) => {
    expect(registryKindName(one)).toBe(name);
  });
});
