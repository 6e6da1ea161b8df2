import { foldRegistryName, type RegistryValue, type SnapshotDocument, type SnapshotKey } from '@mailtls/core';
import fc from 'fast-check';

/** Text of any UTF-16 units, those that `.reg` files make trouble with more often. */
const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('\\', '"', '\r', '\n', '\0', '=', '[', ']', ';', ',', ' ', '\ufeff', 'a'),
      },
      { weight: 1, arbitrary: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 12 },
  )
  .map((units) => units.join(''));

const anyHex = (size: fc.SizeForArbitrary, bytes?: number): fc.Arbitrary<string> =>
  fc
    .uint8Array({ size, ...(bytes !== undefined && { minLength: bytes, maxLength: bytes }) })
    .map((array) => Buffer.from(array).toString('hex'));

/** A value of any kind; bytes that are not of their type too. */
const anyValue: fc.Arbitrary<RegistryValue> = fc.oneof(
  fc.record({ kind: fc.constantFrom('String' as const, 'ExpandString' as const), data: anyText }),
  fc.record({
    kind: fc.constant('MultiString' as const),
    data: fc.array(
      anyText.map((text) => text.replaceAll('\0', '')),
      { maxLength: 4 },
    ),
  }),
  fc.record({ kind: fc.constant('DWord' as const), data: fc.nat(0xffff_ffff) }),
  fc.record({
    kind: fc.constant('QWord' as const),
    data: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  }),
  fc.record({ kind: fc.constant('Binary' as const), data: anyHex('medium') }),
  fc.record({
    kind: fc.constant('Unknown' as const),
    type: fc.oneof(fc.constantFrom(0, 5, 6, 8, 9, 10), fc.integer({ min: 12, max: 0xffff_ffff })),
    data: anyHex('small'),
  }),
  fc.record({ kind: fc.constant('Unknown' as const), type: fc.constantFrom(1, 2, 4, 7, 11), data: anyHex('small', 3) }),
);

const anyKeyName: fc.Arbitrary<string> = anyText
  .map((text) => text.replaceAll(/[\\\r\n]/g, '-'))
  .filter((name) => name !== '');

const anyPath: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('HKLM', 'HKCU', 'HKU'),
    fc.array(fc.oneof(fc.constantFrom('A', 'B', 'TLS 1.2', 'RC4 128/128', '{x}'), anyKeyName), { maxLength: 4 }),
  )
  .map((parts) => parts.flat().join('\\'));

const foldedParts = (path: string): string[] => foldRegistryName(path).split('\\');

/** Parents first, and each subtree in one piece. */
function byParts(a: string, b: string): number {
  const [left, right] = [foldedParts(a), foldedParts(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [one = '', other = ''] = [left[i], right[i]];
    if (one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length;
}

const isBeneath = (path: string, ancestor: string): boolean =>
  foldRegistryName(path).startsWith(`${foldRegistryName(ancestor)}\\`);

/** A document that a `.reg` file can say: nothing in it is unknown, and it covers what its topmost keys hold. */
export const anyRegDocument: fc.Arbitrary<SnapshotDocument> = fc
  .uniqueArray(
    fc.record({
      path: anyPath,
      isAbsent: fc.boolean(),
      values: fc.uniqueArray(fc.tuple(anyText, fc.option(anyValue)), {
        selector: ([name]) => foldRegistryName(name),
        maxLength: 5,
      }),
    }),
    { selector: ({ path }) => foldRegistryName(path), maxLength: 8 },
  )
  .map((drafts): SnapshotDocument => {
    const sorted = drafts.toSorted((a, b) => byParts(a.path, b.path));
    const keys = sorted.map(({ path, isAbsent, values }): SnapshotKey => {
      const isLeaf = !sorted.some((other) => isBeneath(other.path, path));
      if (isAbsent && isLeaf) return { path, state: 'absent', values: {} };
      return { path, state: 'present', values: Object.fromEntries(values) };
    });
    const present = keys.filter(({ state }) => state === 'present').map(({ path }) => path);
    const covers = present.filter((path) => !present.some((other) => isBeneath(path, other)));
    return { format: 'mailtls-snapshot', version: 1, name: null, covers, keys, facts: {} };
  });
