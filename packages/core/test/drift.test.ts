import { expect, test } from 'vitest';
import {
  dword,
  evaluate,
  findDrift,
  RegistrySnapshot,
  type RegistryValue,
  rulesOf,
  schannelKey,
} from '../src/index.ts';

const CLIENT = schannelKey('TLS 1.2', 'client');
const NET = 'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319';
const rules = rulesOf('exchange');

function machine(name: string, windowsBuild: string, client: Record<string, RegistryValue | 'unknown'>, net = {}) {
  const snapshot = new RegistrySnapshot({
    format: 'mailtls-snapshot',
    version: 1,
    name,
    covers: ['HKLM\\SYSTEM', 'HKLM\\SOFTWARE'],
    keys: [
      { path: CLIENT, state: 'present', values: client },
      { path: NET, state: 'present', values: net },
    ],
    facts: { windowsBuild },
  });
  return { name, snapshot, report: evaluate(rules, snapshot) };
}

const on = { Enabled: dword(1), DisabledByDefault: dword(0) };
const off = { Enabled: dword(0), DisabledByDefault: dword(1) };

test('machines that are alike have no drift', () => {
  const fleet = ['a', 'b', 'c'].map((name) => machine(name, '10.0.17763.1', on));
  expect(findDrift(fleet, rules)).toEqual({ protocols: [], values: [] });
});

test('a difference is told with the majority first, in effect and as it is written', () => {
  const fleet = [machine('a', '10.0.17763.1', off), machine('b', '10.0.17763.1', on), machine('c', '10.0.17763.1', on)];
  const { protocols, values } = findDrift(fleet, rules);
  expect(protocols).toEqual([
    {
      protocol: 'TLS 1.2',
      role: 'client',
      states: [
        { effective: 'enabled', machines: ['b', 'c'] },
        { effective: 'disabled', machines: ['a'] },
      ],
    },
  ]);
  expect(values.map(({ path, name }) => [path, name])).toEqual([
    [CLIENT, 'DisabledByDefault'],
    [CLIENT, 'Enabled'],
  ]);
  expect(values[1]?.values).toEqual([
    { value: dword(1), seen: true, machines: ['b', 'c'] },
    { value: dword(0), seen: true, machines: ['a'] },
  ]);
});

test('the same effect by another way is a difference of what is written alone', () => {
  const { protocols, values } = findDrift([machine('a', '10.0.17763.1', {}), machine('b', '10.0.17763.1', on)], rules);
  expect(protocols).toEqual([]);
  expect(values.at(-1)?.values).toEqual([
    { value: null, seen: true, machines: ['a'] },
    { value: dword(1), seen: true, machines: ['b'] },
  ]);
});

test('what could not be seen is no difference, and stands beside one', () => {
  const unseen = { SchUseStrongCrypto: 'unknown' };
  const strong = { SchUseStrongCrypto: dword(1) };
  const two = [machine('a', '10.0.17763.1', on, unseen), machine('b', '10.0.17763.1', on, strong)];
  expect(findDrift(two, rules).values).toEqual([]);
  const weak = machine('c', '10.0.17763.1', on, { SchUseStrongCrypto: dword(0) });
  expect(findDrift([...two, weak], rules).values).toEqual([
    {
      path: NET,
      name: 'SchUseStrongCrypto',
      values: [
        { value: null, seen: false, machines: ['a'] },
        { value: dword(1), seen: true, machines: ['b'] },
        { value: dword(0), seen: true, machines: ['c'] },
      ],
    },
  ]);
});
