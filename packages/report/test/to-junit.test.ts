import { readFileSync } from 'node:fs';
import { evaluate, type Finding, RegistrySnapshot, rules, rulesOf, type SnapshotFacts } from '@mailtls/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { type JudgedMachine, type Result, toJunit } from '../src/index.ts';
import { hostileResult } from './hostile-result.ts';
import { childrenOf, type Element, readXml } from './junit/read-junit.ts';
import { match, sample, sampleEvidence, sampleProbes } from './sample-result.ts';

const { tool, catalogue } = sample;
const schema = readFileSync(new URL('fixtures/jenkins-junit.xsd', import.meta.url), 'utf8').replace(
  '<xs:element name="skipped" type="xs:string"/>',
  '<xs:element name="skipped"><xs:complexType mixed="true"><xs:attribute name="message" type="xs:string"/></xs:complexType></xs:element>',
);

const errorsOf = async (xml: string): Promise<unknown> => {
  const { errors } = await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, schema });
  return errors.map(({ message }) => message);
};

const suitesOf = (result: Partial<Result>): readonly Element[] =>
  readXml(toJunit({ tool, catalogue, ...result }, 'en')).children;

/** How each test of a suite ended, by its name. */
const endingsOf = (suite: Element | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    childrenOf(suite, 'testcase').map(({ attributes, children }) => [
      attributes['name'],
      children.map(({ name }) => name).find((name) => name !== 'system-out') ?? 'passed',
    ]),
  );

test.each(['en', 'ro'] as const)('a whole result in %s', async (language) => {
  const xml = toJunit(sample, language);
  await expect(xml).toMatchFileSnapshot(`golden/whole-result.${language}.junit.xml`);
  expect(await errorsOf(xml)).toEqual([]);
});

test('the schema refuses what is no JUnit', async () => {
  expect(await errorsOf('<testsuites><testsuite name="x"/></testsuites>')).not.toEqual([]);
});

test('an empty result, and the catalogue alone, have no test', async () => {
  const empty = toJunit({ tool, catalogue }, 'en');
  expect(await errorsOf(empty)).toEqual([]);
  expect(suitesOf({ entries: { rules, signatures: [], scenarios: [], detail: 'list' } })).toEqual([]);
});

describe('a machine is a suite', () => {
  const judged = (facts: SnapshotFacts, profile: 'mailflow' | 'exchange' = 'exchange'): JudgedMachine => {
    const snapshot = new RegistrySnapshot({
      format: 'mailtls-snapshot',
      version: 1,
      name: 'EX1',
      covers: ['HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL'],
      keys: [],
      facts,
    });
    return { name: 'EX1', report: evaluate(rulesOf(profile), snapshot), problems: [] };
  };
  const endings = (machine: JudgedMachine, plan: Result['plan'] = []): Readonly<Record<string, string>> =>
    endingsOf(suitesOf({ machines: { machines: [machine], failures: [] }, plan })[0]);

  test('with a test for each rule that it was judged by', () => {
    for (const profile of ['mailflow', 'exchange'] as const) {
      expect(Object.keys(endings(judged({}, profile)))).toEqual(rulesOf(profile).map(({ id }) => id));
    }
  });

  test('in which what is wrong fails, what is right passes, and what is not known is skipped', () => {
    expect(endings(judged({ windowsBuild: '6.1.7601', exchangeBuild: '15.1.2507.6' }))).toMatchObject({
      'schannel-tls12-client': 'failure',
      'schannel-tls12-misplaced': 'passed',
      'restart-needed': 'skipped',
      'dotnet4-strong-crypto': 'skipped',
      'windows-build-tls12': 'passed',
      'exchange-build-tls12': 'passed',
    });
    expect(endings(judged({}))).toMatchObject({
      'schannel-tls12-client': 'skipped',
      'windows-build-tls12': 'skipped',
      'exchange-build-tls12': 'skipped',
    });
  });

  test('a state that cannot be known although a value is there is skipped, and so is a build of an unknown line', () => {
    expect(endings(judged({ windowsBuild: '6.3.9600', exchangeBuild: '99.1.2.3' }))).toMatchObject({
      'exchange-build-tls12': 'skipped',
    });
  });

  test('a rule that is met only by a default passes, and fails where its value is to be written', () => {
    const machine = judged({ windowsBuild: '10.0.14393' }, 'mailflow');
    expect(endings(machine)).toMatchObject({ 'schannel-tls12-client': 'passed' });
    const plan = machine.report.findings.flatMap(({ edit }: Finding) => (edit ? [{ ...edit, machine: 'EX1' }] : []));
    expect(endings(machine, plan)).toMatchObject({ 'schannel-tls12-client': 'failure' });
    expect(
      endings(
        machine,
        plan.map((edit) => ({ ...edit, machine: 'EX2' })),
      ),
    ).toMatchObject({
      'schannel-tls12-client': 'passed',
    });
  });

  test('an unreachable one is a suite with an error', () => {
    const failures = [{ name: 'EX2', reason: 'unreachable', message: 'EX2 does not answer' }];
    const [suite] = suitesOf({ machines: { machines: [], failures } });
    expect(suite?.attributes).toEqual({ name: 'EX2', tests: '1', failures: '0', errors: '1', skipped: '0' });
    expect(endingsOf(suite)).toEqual({ read: 'error' });
  });

  test('what was written is a suite beside it, and the plan no longer counts', () => {
    const applied = [
      ['written', 'passed'],
      ['drift', 'failure'],
      ['not-tried', 'skipped'],
    ] as const;
    const [change] = sample.plan ?? [];
    if (change === undefined) throw new Error('the sample has a plan');
    const [suite] = suitesOf({ applied: applied.map(([outcome]) => ({ ...change, name: outcome, outcome })) });
    expect(suite?.attributes['name']).toBe('EX1 writes');
    expect(Object.values(endingsOf(suite))).toEqual(applied.map(([, ending]) => ending));
  });

  test('a write that was refused fails, beside those that were made before it', () => {
    const [change] = sample.plan ?? [];
    if (change === undefined) throw new Error('the sample has a plan');
    const refusals = [{ name: 'EX1', reason: 'declined', message: 'it was not confirmed' }];
    const [suite] = suitesOf({ applied: [{ ...change, outcome: 'written' }], refusals });
    expect(endingsOf(suite)).toEqual({ [`${change.path}\\${change.name}`]: 'passed', write: 'failure' });
    expect(endingsOf(suitesOf({ refusals })[0])).toEqual({ write: 'failure' });
  });
});

describe('evidence', () => {
  test('has a suite of diagnoses and one for each input', () => {
    const suites = suitesOf({ evidence: sampleEvidence });
    expect(suites.map(({ attributes }) => attributes['name'])).toEqual([
      'diagnosis',
      'SEND2021030208-1.LOG',
      'secret.log',
    ]);
    expect(endingsOf(suites[0])).toEqual({ 'mail · 198.51.100.36 · Outbound to Office 365': 'failure' });
    expect(endingsOf(suites[1])).toEqual({ read: 'passed', 'tls-negotiation-failed-socket-error': 'failure' });
    expect(endingsOf(suites[2])).toEqual({ read: 'error' });
  });

  test.each([
    ['text', 'passed'],
    ['unknown', 'skipped'],
  ] as const)('without any error in an input of kind %s is %s', (kind, want) => {
    const [input] = sampleEvidence.inputs;
    const inputs = [{ path: 'x', bytes: 1, problems: input?.problems ?? [], kind }];
    const suites = suitesOf({ evidence: { ...sampleEvidence, inputs, failures: [], matches: [], diagnoses: [] } });
    expect(suites.map(endingsOf)).toEqual([{ mail: want }, { read: want }]);
  });

  test('an unlikely cause and a text that only carries another error do not fail', () => {
    const [diagnosis] = sampleEvidence.diagnoses;
    if (diagnosis === undefined) throw new Error('the sample has a diagnosis');
    const evidence = {
      ...sampleEvidence,
      diagnoses: [{ ...diagnosis, verdict: 'unlikely' as const }],
      matches: [{ ...match, signature: 'target-host-error' as const }],
    };
    const [diagnoses, input] = suitesOf({ evidence });
    expect(Object.values(endingsOf(diagnoses))).toEqual(['passed']);
    expect(endingsOf(input)).toEqual({ read: 'passed', 'target-host-error': 'passed' });
  });

  test('what was only counted is skipped', () => {
    const [diagnoses] = suitesOf({ evidence: { ...sampleEvidence, omittedMatches: 2, omittedDiagnoses: 1 } });
    expect(endingsOf(diagnoses)).toMatchObject({ 'omitted matches': 'skipped', 'omitted diagnoses': 'skipped' });
  });

  test('100,000 errors of one kind are one test, which tells ten of them', () => {
    const matches = Array.from({ length: 100_000 }, () => match);
    const [, suite] = suitesOf({ evidence: { ...sampleEvidence, matches } });
    const [, found] = childrenOf(suite, 'testcase');
    expect(found?.children[0]?.text.split('\n')).toHaveLength(12);
    expect(found?.children[0]?.text).toContain('99990');
  });
});

test('a probe is a suite with what was expected and what was found', () => {
  const [held, masked, silent] = suitesOf({ probes: sampleProbes });
  expect(endingsOf(held)).toMatchObject({
    'expect TLS1_2': 'failure',
    'expect TLS1_0': 'passed',
    'only-old': 'failure',
  });
  expect(endingsOf(masked)).toMatchObject({ 'expect TLS1_2': 'failure', masked: 'failure' });
  expect(endingsOf(silent)).toEqual({ read: 'error' });
});

test('an expected version that could not be tried is skipped', () => {
  const [judged] = sampleProbes.probes;
  if (judged === undefined) throw new Error('the sample has a probe');
  const handshakes = judged.probe.handshakes.map(
    (one) => ({ ...one, outcome: 'not-tried', reason: 'not-here' }) as const,
  );
  const probes = [{ probe: { ...judged.probe, handshakes }, findings: [] }];
  const [suite] = suitesOf({ probes: { probes, failures: [], expected: ['TLS1_3'] } });
  expect(endingsOf(suite)).toEqual({ 'expect TLS1_3': 'skipped' });
});

test('names and types do not depend on the language', () => {
  const codes = (element: Element): unknown => [
    element.name,
    { ...element.attributes, message: undefined },
    element.children.map(codes),
  ];
  expect(codes(readXml(toJunit(sample, 'ro')))).toEqual(codes(readXml(toJunit(sample, 'en'))));
  expect(toJunit(sample, 'ro')).not.toBe(toJunit(sample, 'en'));
});

test('whatever stands in logs, it is XML 1.0', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(readXml(toJunit(hostileResult(text), 'en')).name).toBe('testsuites');
    }),
    { numRuns: 50 },
  );
});
