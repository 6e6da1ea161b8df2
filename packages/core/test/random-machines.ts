import fc from 'fast-check';
import { requiredValues } from '../src/evaluate.ts';
import {
  RegistrySnapshot,
  type SnapshotFacts,
  type SnapshotKey,
  type SnapshotValue,
} from '../src/registry/registry-snapshot.ts';
import { dword } from '../src/registry/registry-value.ts';
import type { Rule } from '../src/rules/define-rule.ts';
import { rules } from '../src/rules/index.ts';
import { builds } from './machines.ts';

const value: fc.Arbitrary<SnapshotValue> = fc.oneof(
  fc.constantFrom(0, 1, 2, 0x80, 0x800, 0xa80, 0xffffffff).map(dword),
  fc.nat({ max: 0xffffffff }).map(dword),
  fc.constantFrom<SnapshotValue>(null, 'unknown', { kind: 'String', data: '1' }, { kind: 'String', data: '6.3' }),
  fc.constant<SnapshotValue>({ kind: 'Unknown', type: 11, data: '' }),
);

const key: fc.Arbitrary<SnapshotKey> = fc
  .constantFrom(...requiredValues(rules))
  .chain(({ path, names }) =>
    fc.record({
      path: fc.constant(path),
      state: fc.constantFrom('present', 'present', 'present', 'unknown', 'absent'),
      values: names.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...names), value),
    }),
  )
  .map((one) => (one.state === 'absent' ? { ...one, values: {} } : one));

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const facts: fc.Arbitrary<SnapshotFacts> = fc
  .record({
    windowsBuild: optional(fc.constantFrom(...Object.values(builds), '10.0.25398')),
    exchangeBuild: optional(
      fc.constantFrom(null, '8.3.83.6', '14.3.1.1', '15.0.1.1', '15.1.2507.6', '15.2.1748.10', '15.2.2562.17'),
    ),
    startedAt: optional(fc.constantFrom('2024-01-01T00:00:00Z', 'x')),
    changedAt: optional(fc.constantFrom('2023-01-01T00:00:00Z', '2024-02-01T00:00:00Z')),
  })
  .map((some) => Object.fromEntries(Object.entries(some).filter(([, fact]) => fact !== undefined)));

/** Machines of every sort as sources may show them: whole, in part, contradictory, with values of every kind. */
export const anyMachine: fc.Arbitrary<RegistrySnapshot> = fc
  .record({
    covers: fc.constantFrom<readonly string[]>([], ['HKLM'], ['HKLM\\SYSTEM'], ['HKLM\\SOFTWARE']),
    keys: fc.uniqueArray(key, { selector: ({ path }) => path, maxLength: 30 }),
    facts,
  })
  .map((rest) => new RegistrySnapshot({ format: 'mailtls-snapshot', version: 1, name: null, ...rest }));

/** Any of the catalogue's rules, in their order. */
export const someRules: fc.Arbitrary<readonly Rule[]> = fc.subarray([...rules]);
