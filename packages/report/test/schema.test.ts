import { readdirSync, readFileSync } from 'node:fs';
import { rules, scenarios, signatures } from '@mailtls/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { toJson } from '../src/index.ts';
import { sample } from './sample-result.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const ajv = new Ajv2020({ allowUnionTypes: true });
const isValid = ajv.compile(JSON.parse(read('../schema/result.schema.json')));

const errorsOf = (document: unknown): unknown => (isValid(document) ? [] : isValid.errors);

test.each(['en', 'ro'] as const)('a whole result in %s is what the schema says', (language) => {
  expect(errorsOf(JSON.parse(toJson(sample, language)))).toEqual([]);
});

test('a refused write is what the schema says', () => {
  const refusals = [{ name: 'EX1', reason: 'locked', message: 'another mailtls is writing' }];
  const document = JSON.parse(toJson({ ...sample, refusals }, 'en'));
  expect(errorsOf(document)).toEqual([]);
  expect(document.refusals).toEqual([{ machine: 'EX1', reason: 'locked', message: 'another mailtls is writing' }]);
});

test('the whole catalogue is what the schema says', () => {
  const { tool, catalogue } = sample;
  const entries = { rules, signatures, scenarios, detail: 'full' } as const;
  expect(errorsOf(JSON.parse(toJson({ tool, catalogue, entries }, 'en')))).toEqual([]);
});

test('a machine that could not be looked at, and one with a source that is broken, are what the schema says', () => {
  const broken = { path: 'EX1.reg', line: 7, count: 1, message: 'no value' };
  const { machines = [] } = sample.machines ?? {};
  const failures = [{ name: 'EX2', reason: 'unreadable', message: 'EX2.reg could not be read' }];
  const result = {
    ...sample,
    machines: { machines: machines.map((machine) => ({ ...machine, problems: [broken] })), failures },
  };
  expect(errorsOf(JSON.parse(toJson(result, 'en')))).toEqual([]);
});

const GOLDEN = '../../../apps/cli/test/golden/';

test.each(readdirSync(new URL(GOLDEN, import.meta.url)).filter((name) => name.endsWith('.json.txt')))(
  'the command line’s %s is what the schema says',
  (name) => {
    const transcript = read(`${GOLDEN}${name}`);
    const json = transcript.slice(transcript.indexOf('\n') + 1, transcript.lastIndexOf('--- exit'));
    expect(errorsOf(JSON.parse(json))).toEqual([]);
  },
);

test.each<[string, (document: ReturnType<typeof JSON.parse>) => unknown]>([
  ['a cause that is none', ({ diagnosis }) => Object.assign(diagnosis, { cause: 'weather' })],
  ['a confidence above 1', ({ diagnosis }) => Object.assign(diagnosis, { confidence: 2 })],
  ['a field that nobody declared', (document) => Object.assign(document, { extra: 1 })],
  ['a machine without its restart', ({ machines }) => delete machines[0].restart],
  ['another version', (document) => Object.assign(document, { schemaVersion: 2 })],
  ['a kind of input that is none', ({ inputs }) => Object.assign(inputs[0], { kind: 'fax' })],
  ['a match without its line', ({ matches }) => delete matches[0].line],
  ['a count that is text', ({ peers }) => Object.assign(peers[0], { failures: '3' })],
  ['a version that nobody negotiates', ({ peers }) => Object.assign(peers[0].negotiated, { TLS9_9: 1 })],
  ['a severity that is none', ({ machines }) => Object.assign(machines[0].findings[0], { severity: 'fatal' })],
  ['a negative DWord', ({ plan }) => Object.assign(plan[0], { to: -1 })],
  ['a protocol left out', ({ machines }) => machines[0].protocols.pop()],
  ['a handshake that ended in no known way', ({ probes }) => Object.assign(probes[0].handshakes[0], { outcome: 'ok' })],
  ['a probe without one of its handshakes', ({ probes }) => probes[0].handshakes.pop()],
  ['a chain without certificates', ({ probes }) => probes[0].chain.certificates.splice(0)],
  ['a machine that is both judged and failed', ({ machines }) => Object.assign(machines[0], { error: {} })],
])('%s is refused', (_, plant) => {
  const document = JSON.parse(toJson(sample, 'en'));
  plant(document);
  expect(isValid(document)).toBe(false);
});
