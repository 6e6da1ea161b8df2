import { readdirSync, readFileSync } from 'node:fs';
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
])('%s is refused', (_, plant) => {
  const document = JSON.parse(toJson(sample, 'en'));
  plant(document);
  expect(isValid(document)).toBe(false);
});
