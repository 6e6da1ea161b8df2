import {
  buildsOfRelease,
  evaluate,
  planEdits,
  profiles,
  RegistrySnapshot,
  type RegistryValue,
  rules,
  rulesOf,
  type SnapshotKey,
  windowsReleases,
} from '@mailtls/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/model/model-of.ts';
import { type Builds, wantedNumber } from '../wanted-number.ts';

const windowsBuilds = [...windowsReleases.flatMap(buildsOfRelease), '10.0.22000', '10.0.25398', '10.0.26200'];
const exchangeBuilds = [
  '14.3.123.4',
  '15.0.1365.1',
  '15.0.1367.3',
  '15.1.1466.2',
  '15.1.2507.6',
  '15.2.1544.4',
  '15.2.1748.10',
  '16.0.1.1',
];
const everyValue = modelOf('hardened').rules.flatMap(({ values }) => values);

interface Machine extends Builds {
  readonly values: readonly (RegistryValue | null)[];
}

const machine: fc.Arbitrary<Machine> = fc.record({
  windows: fc.constantFrom(...windowsBuilds),
  exchange: fc.option(fc.constantFrom(...exchangeBuilds)),
  values: fc.array(
    fc.option(
      fc.oneof(
        fc.constantFrom(0, 1, 0x80, 0x2280, 0x2a80, 0xffffffff).map((data): RegistryValue => ({ kind: 'DWord', data })),
        fc.constant<RegistryValue>({ kind: 'String', data: '1' }),
      ),
    ),
    { minLength: everyValue.length, maxLength: everyValue.length },
  ),
});

function snapshotOf({ windows, exchange, values }: Machine): RegistrySnapshot {
  const keys = new Map<string, Record<string, RegistryValue | null>>();
  for (const [i, { path, name }] of everyValue.entries()) {
    keys.set(path, { ...keys.get(path), [name]: values[i] ?? null });
  }
  return new RegistrySnapshot({
    format: 'mailtls-snapshot',
    version: 1,
    name: null,
    covers: ['HKLM'],
    keys: Array.from(keys, ([path, of]): SnapshotKey => ({ path, state: 'present', values: of })),
    facts: { windowsBuild: windows, exchangeBuild: exchange },
  });
}

describe.each(profiles)('the model of %s', (profile) => {
  const model = modelOf(profile);

  test('wants all that a repair plans, and where it is met nothing is left to plan', () => {
    fc.assert(
      fc.property(machine, (before) => {
        const wanted = model.rules.flatMap(({ values }) => values);
        const numbers = new Map(
          wanted.map((value) => {
            const found =
              before.values[everyValue.findIndex(({ path, name }) => path === value.path && name === value.name)];
            return [`${value.path}\\${value.name}`, wantedNumber(value, found ?? null, before)] as const;
          }),
        );
        const plan = (of: Machine) =>
          planEdits(evaluate(rulesOf(profile), snapshotOf(of)).findings, { explicit: true });
        for (const { path, name, to } of plan(before)) {
          expect([path, name, to]).toEqual([path, name, { kind: 'DWord', data: numbers.get(`${path}\\${name}`) }]);
        }
        const after = everyValue.map(({ path, name }, i): RegistryValue | null => {
          const number = numbers.get(`${path}\\${name}`) ?? null;
          return number === null ? (before.values[i] ?? null) : { kind: 'DWord', data: number };
        });
        expect(plan({ ...before, values: after })).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

test('a rule without values is one that only looks', () => {
  const looking = modelOf('hardened')
    .rules.filter(({ values }) => values.length === 0)
    .map(({ id }) => id);
  const types = ['misplaced-values', 'restart', 'windows-build', 'exchange-build'];
  expect(looking).toEqual(rules.filter(({ check }) => types.includes(check.type)).map(({ id }) => id));
});
