// Prints how long it takes to make snapshots of machines ready and to judge each by every rule: [machines, seconds] for a number
// of them that grows.
import { evaluate, RegistrySnapshot, requiredValues, rulesOf } from '@mailtls/core';

const rules = rulesOf('hardened');
const required = requiredValues(rules);
const builds = ['6.1.7601', '6.3.9600', '10.0.14393', '10.0.17763.5122', '10.0.20348'];

function machine(number) {
  const keys = required
    .filter((_, index) => (index + number) % 3 > 0)
    .map(({ path, names }) => ({
      path,
      state: 'present',
      values: Object.fromEntries(names.map((name, index) => [name, { kind: 'DWord', data: (index + number) % 2 }])),
    }));
  const facts = { windowsBuild: builds[number % builds.length], exchangeBuild: '15.1.2507.6' };
  return { format: 'mailtls-snapshot', version: 1, name: `EX${number}`, covers: ['HKLM\\SYSTEM'], keys, facts };
}

const judge = (count) => {
  const documents = Array.from({ length: count }, (_, index) => machine(index));
  const begun = performance.now();
  let findings = 0;
  for (const document of documents) findings += evaluate(rules, new RegistrySnapshot(document), null).findings.length;
  if (findings === 0) throw new Error('nothing was found, so nothing was judged');
  return (performance.now() - begun) / 1000;
};

const first = judge(1);
judge(2000);
const later = [10, 100, 1000, 10_000].map((count) => [
  count,
  [1, 2, 3].map(() => judge(count)).sort((a, b) => a - b)[1],
]);
console.log(JSON.stringify([[1, first], ...later]));
