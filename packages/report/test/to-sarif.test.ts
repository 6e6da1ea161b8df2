import { readdirSync, readFileSync } from 'node:fs';
import { rules, signatures } from '@mailtls/core';
import Ajv from 'ajv-draft-04';
import fc from 'fast-check';
import type { Log, ReportingDescriptor, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { type Result, toSarif } from '../src/index.ts';
import { hostileResult } from './hostile-result.ts';
import { match, sample, sampleEvidence, sampleProbes } from './sample-result.ts';

const schema = JSON.parse(readFileSync(new URL('fixtures/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
// Of the formats, the published schema only has `uri-reference` and `date-time`; what a URI is made of is tested apart.
const isValid = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

function logOf(result: Result, language: 'en' | 'ro' = 'en'): Log {
  const log = JSON.parse(toSarif(result, language));
  expect(isValid(log) ? [] : isValid.errors).toEqual([]);
  return log;
}

function runOf(result: Result, language: 'en' | 'ro' = 'en'): Run {
  const [run, ...others] = logOf(result, language).runs;
  expect(others).toEqual([]);
  return run as Run;
}

const { tool, catalogue } = sample;
const resultsOf = (run: Run): NonNullable<Run['results']> => run.results ?? [];
const rulesOf = (run: Run): readonly ReportingDescriptor[] => run.tool.driver.rules ?? [];

test.each(['en', 'ro'] as const)('a whole result in %s', async (language) => {
  const log = logOf(sample, language);
  for (const { tool: made, results = [] } of log.runs) {
    // The whole catalogue is in it; only the rules that were met are of interest here.
    const met = new Set(results.map(({ ruleId }) => ruleId));
    made.driver.rules = made.driver.rules?.filter(({ id }) => met.has(id)) ?? [];
  }
  const text = `${JSON.stringify(log, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`golden/whole-result.${language}.sarif`);
});

test('the schema refuses what is no SARIF', () => {
  const log = JSON.parse(toSarif(sample, 'en'));
  delete log.runs[0].invocations[0].executionSuccessful;
  expect(isValid(log)).toBe(false);
});

test('an empty result and the whole catalogue are valid', () => {
  expect(resultsOf(runOf({ tool, catalogue }))).toEqual([]);
  const entries = { rules, signatures, scenarios: [], detail: 'full' } as const;
  expect(rulesOf(runOf({ tool, catalogue, entries })).map(({ id }) => id)).toEqual(
    [...rules, ...signatures].map(({ id }) => id),
  );
});

describe.each(['en', 'ro'] as const)('what GitHub’s code scanning asks for, in %s:', (language) => {
  const run = runOf(sample, language);

  test('every rule has an id of its own, both descriptions and a help', () => {
    const descriptors = rulesOf(run);
    expect(new Set(descriptors.map(({ id }) => id)).size).toBe(descriptors.length);
    for (const { id, shortDescription, fullDescription, help } of descriptors) {
      for (const text of [id, shortDescription?.text, fullDescription?.text, help?.text, help?.markdown]) {
        expect(text, id).toMatch(/\S/);
        expect(text, id).not.toMatch(/\{[a-z]+\}/i);
      }
      expect(shortDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(fullDescription?.text.length).toBeLessThanOrEqual(1024);
    }
  });

  test('every result has its rule, a message, one place with a line, and a fingerprint of its own', () => {
    expect(resultsOf(run).length).toBeGreaterThan(10);
    for (const { ruleId, ruleIndex = -1, level, message, locations = [] } of resultsOf(run)) {
      expect(rulesOf(run)[ruleIndex]?.id).toBe(ruleId);
      expect(['note', 'warning', 'error']).toContain(level);
      expect(message.text).toMatch(/\S/);
      expect(locations).toHaveLength(1);
      expect(locations[0]?.physicalLocation).toEqual({
        artifactLocation: { uri: expect.stringMatching(/^[\w\-.!~*'()%/:]+$/) },
        region: { startLine: expect.any(Number) },
      });
    }
    const prints = resultsOf(run).map(({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash']);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

test('ids and fingerprints do not depend on the language, nor on a line that has moved', () => {
  const sameness = (run: Run): unknown =>
    resultsOf(run).map(({ ruleId, partialFingerprints, locations }) => [
      ruleId,
      partialFingerprints,
      locations?.[0]?.physicalLocation?.artifactLocation,
    ]);
  const moved = { ...sampleEvidence, matches: sampleEvidence.matches.map((one) => ({ ...one, line: 4711 })) };
  expect(sameness(runOf(sample, 'ro'))).toEqual(sameness(runOf(sample)));
  expect(sameness(runOf({ ...sample, evidence: moved }))).toEqual(sameness(runOf(sample)));
});

test('language, tool and catalogue are named', () => {
  expect(runOf(sample, 'ro')).toMatchObject({
    language: 'ro',
    tool: { driver: { name: 'mailtls', semanticVersion: '1.2.3', language: 'ro', properties: { catalogue: '1.0.0' } } },
  });
});

test('a match is in its file at its line, and a finding at its registry key', () => {
  const found = resultsOf(runOf(sample));
  expect(found).toContainEqual(
    expect.objectContaining({
      ruleId: 'tls-negotiation-failed-socket-error',
      level: 'error',
      occurrenceCount: 1,
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'SEND2021030208-1.LOG' },
            region: { startLine: 28 },
          },
        },
      ],
    }),
  );
  const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client';
  expect(found).toContainEqual(
    expect.objectContaining({
      ruleId: 'schannel-tls12-client',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `EX1/${key.replaceAll('\\', '/').replace(' ', '%20')}` },
            region: { startLine: 1 },
          },
          logicalLocations: [{ name: 'Enabled', fullyQualifiedName: `EX1\\${key}\\Enabled`, kind: 'value' }],
        },
      ],
      properties: { machine: 'EX1', key, value: 'Enabled', actual: null, seen: true, expected: 1 },
    }),
  );
});

test('an error that fills a log is one result, so that GitHub takes it', () => {
  const matches = Array.from({ length: 100_000 }, (_, i) => ({ ...match, line: i + 1 }));
  const run = runOf({ tool, catalogue, evidence: { ...sampleEvidence, diagnoses: [], matches } });
  expect(resultsOf(run)).toHaveLength(1);
  expect(resultsOf(run)[0]).toMatchObject({ occurrenceCount: 100_000 });
  expect(resultsOf(run)[0]?.relatedLocations).toHaveLength(99);
  expect(resultsOf(run)[0]?.message.text).toContain('100000 times');
});

test('a version that was expected and is not accepted is a result', () => {
  const expected = resultsOf(runOf(sample)).filter(({ ruleId }) => ruleId === 'probe.expected');
  expect(expected.map(({ level, properties }) => [properties?.['server'], properties?.['version'], level])).toEqual([
    ['mail.paperhouse.example:25', 'TLS1_2', 'error'],
    ['192.0.2.25:25', 'TLS1_2', 'error'],
    ['192.0.2.25:25', 'TLS1_0', 'error'],
  ]);
});

describe('the run was a success', () => {
  const refusal = { name: 'EX1', reason: 'not-elevated', message: 'no rights' };
  const invocation = (result: Partial<Result>): unknown => runOf({ tool, catalogue, ...result }).invocations?.[0];
  const readable = { ...sampleEvidence, failures: [] };
  const [input] = sampleEvidence.inputs;
  const broken = { ...input, path: 'x.zip', kind: 'unknown', bytes: 1 } as const;
  const problem = { reason: 'archive-broken', args: {}, line: null, count: 1, detail: null } as const;

  test.each<[when: string, result: Partial<Result>, want: boolean]>([
    [
      'where all could be read',
      { evidence: { ...readable, inputs: [{ ...broken, kind: 'text', problems: [] }] } },
      true,
    ],
    ['where a part of a readable file could not be understood', { evidence: readable }, true],
    ['not where an input could not be read', { evidence: sampleEvidence }, false],
    ['not where nothing could be understood', { evidence: { ...readable, inputs: [] } }, false],
    [
      'not where an archive could not be opened',
      { evidence: { ...readable, inputs: [...readable.inputs, { ...broken, problems: [problem] }] } },
      false,
    ],
    ['where machines were judged', { machines: { machines: sample.machines?.machines ?? [], failures: [] } }, true],
    ['not where a machine could not be reached', { machines: { machines: [], failures: readFailure() } }, false],
    ['where servers answered', { probes: { ...sampleProbes, failures: [] } }, true],
    ['not where one did not', { probes: sampleProbes }, false],
    ['not where a write failed', { applied: (sample.plan ?? []).map((one) => ({ ...one, outcome: 'denied' })) }, false],
    ['not where a write was refused', { plan: [], refusals: [refusal] }, false],
    ['where all was written', { applied: (sample.plan ?? []).map((one) => ({ ...one, outcome: 'written' })) }, true],
  ])('%s', (_, result, want) => {
    expect(invocation(result)).toMatchObject({ executionSuccessful: want });
  });

  test('and what was only counted is said', () => {
    expect(invocation({ evidence: { ...readable, omittedMatches: 3 } })).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: expect.arrayContaining([
        expect.objectContaining({ descriptor: { id: 'omitted-matches' }, level: 'warning' }),
      ]),
    });
  });
});

const GOLDEN = new URL('../../../apps/cli/test/golden/', import.meta.url);

test.each(readdirSync(GOLDEN).filter((name) => name.endsWith('.sarif.txt')))(
  'the command line’s %s is valid',
  (name) => {
    const transcript = readFileSync(new URL(name, GOLDEN), 'utf8');
    const sarif = transcript.slice(transcript.indexOf('\n') + 1, transcript.lastIndexOf('--- exit'));
    expect(isValid(JSON.parse(sarif)) ? [] : isValid.errors).toEqual([]);
  },
);

test('whatever stands in logs, it is valid, links nowhere, and nothing in it acts on a terminal', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('[x](https://evil.example)')),
      (text) => {
        const sarif = toSarif(hostileResult(text), 'en');
        expect(sarif.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e]/u);
        const messages: unknown[] = [];
        const log = JSON.parse(sarif, (key, value) => {
          if (key === 'message') messages.push(value);
          return value;
        });
        expect(isValid(log) ? [] : isValid.errors).toEqual([]);
        expect(JSON.stringify(messages)).not.toContain('](');
      },
    ),
    { numRuns: 50 },
  );
});

function readFailure(): readonly { name: string; reason: string; message: string }[] {
  return [{ name: 'EX2', reason: 'unreachable', message: 'EX2 does not answer' }];
}
