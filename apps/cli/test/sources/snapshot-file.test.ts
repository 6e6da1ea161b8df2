import type { SnapshotDocument, SnapshotFacts } from '@mailtls/core';
import { dword } from '@mailtls/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSnapshot, writeSnapshot } from '../../src/sources/snapshot-file.ts';
import type { SourceError } from '../../src/sources/source-error.ts';
import { anyRegDocument } from './reg-file/any-document.ts';

const anyFacts: fc.Arbitrary<SnapshotFacts> = fc.record(
  {
    windowsBuild: fc.constantFrom('6.3.9600', '10.0.17763.5122'),
    windowsName: fc.string(),
    exchangeBuild: fc.constantFrom('15.1.2507.6', null),
    startedAt: fc.constantFrom('2024-01-02T03:04:05Z', '2024-01-02T03:04:05.678+02:00'),
    changedAt: fc.constant('2024-01-02T03:04Z'),
  },
  { requiredKeys: [] },
);

const parse = (json: unknown): SnapshotDocument =>
  parseSnapshot(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)), 'a.json').document;

const DOCUMENT: SnapshotDocument = {
  format: 'mailtls-snapshot',
  version: 1,
  name: 'EX01',
  covers: ['HKLM\\A'],
  keys: [{ path: 'HKLM\\A', state: 'unknown', values: { x: 'unknown', y: null, z: dword(1) } }],
  facts: {},
};

it('is read back as it was written, whatever is in it', () => {
  fc.assert(
    fc.property(anyRegDocument, anyFacts, fc.option(fc.string()), (draft, facts, name) => {
      const document: SnapshotDocument = { ...draft, name, facts };
      expect(writeSnapshot(parse(writeSnapshot(document)))).toBe(writeSnapshot(document));
    }),
  );
  expect(parse(writeSnapshot(DOCUMENT))).toEqual(DOCUMENT);
});

it('may spell keys as other tools do', () => {
  const keys = [{ path: 'HKEY_LOCAL_MACHINE\\A\\', state: 'present', values: {} }];
  expect(parse({ ...DOCUMENT, covers: ['Registry::HKLM\\A'], keys })).toMatchObject({
    covers: ['HKLM\\A'],
    keys: [{ path: 'HKLM\\A' }],
  });
});

describe('a snapshot that breaks the rules is refused, by its place', () => {
  const withValue = (value: unknown): unknown => ({
    ...DOCUMENT,
    keys: [{ path: 'HKLM\\A', state: 'present', values: { 'a"b': value } }],
  });
  const data = '$.keys[0].values["a\\"b"].data';

  it.each<[string, unknown]>([
    ['not a snapshot of mailtls', '{"format":'],
    ['$ is not an object', '[]'],
    ['$.format', { ...DOCUMENT, format: 'other' }],
    ['$.version', { ...DOCUMENT, version: 2 }],
    ['$.name', { ...DOCUMENT, name: 1 }],
    ['$.more', { ...DOCUMENT, more: 1 }],
    ['$.covers is not a list', { ...DOCUMENT, covers: 'HKLM' }],
    ['$.covers[1]', { ...DOCUMENT, covers: ['HKLM', 'HKEY\\A'] }],
    ['$.keys[0]', { ...DOCUMENT, keys: [null] }],
    ['$.keys[0].path', { ...DOCUMENT, keys: [{ path: 'A', state: 'present', values: {} }] }],
    ['$.keys[0].state', { ...DOCUMENT, keys: [{ path: 'HKLM', state: 'there', values: {} }] }],
    ['$.keys[0].values', { ...DOCUMENT, keys: [{ path: 'HKLM', state: 'present' }] }],
    [
      '$.keys[1].path',
      { ...DOCUMENT, keys: ['HKLM\\a', 'HKLM\\A'].map((path) => ({ path, state: 'present', values: {} })) },
    ],
    [
      '$.keys[0].values["A"]',
      { ...DOCUMENT, keys: [{ path: 'HKLM', state: 'present', values: { a: null, A: null } }] },
    ],
    ['$.keys[0].values["a\\"b"] is', withValue('absent')],
    ['$.keys[0].values["a\\"b"].kind', withValue({ kind: 'DWORD', data: 1 })],
    ['$.keys[0].values["a\\"b"].type', withValue({ kind: 'Unknown', data: '' })],
    ['$.keys[0].values["a\\"b"].type', withValue({ kind: 'DWord', type: 4, data: 1 })],
    ['$.keys[0].values["a\\"b"].value', withValue({ kind: 'DWord', value: 1 })],
    [data, withValue({ kind: 'DWord', data: -1 })],
    [data, withValue({ kind: 'DWord', data: 2 ** 32 })],
    [data, withValue({ kind: 'DWord', data: '1' })],
    [data, withValue({ kind: 'QWord', data: 1 })],
    [data, withValue({ kind: 'QWord', data: '18446744073709551616' })],
    [data, withValue({ kind: 'Binary', data: 'A0' })],
    [data, withValue({ kind: 'Binary', data: 'abc' })],
    [data, withValue({ kind: 'String', data: null })],
    [`${data}[1]`, withValue({ kind: 'MultiString', data: ['a', 'b\0c'] })],
    ['$.facts', { ...DOCUMENT, facts: [] }],
    ['$.facts.build', { ...DOCUMENT, facts: { build: '1.2' } }],
    ['$.facts.windowsBuild', { ...DOCUMENT, facts: { windowsBuild: '2012R2' } }],
    ['$.facts.windowsBuild', { ...DOCUMENT, facts: { windowsBuild: null } }],
    ['$.facts.startedAt', { ...DOCUMENT, facts: { startedAt: '2024-13-02T03:04:05Z' } }],
    ['$.facts.changedAt', { ...DOCUMENT, facts: { changedAt: 'yesterday' } }],
  ])('%s', (place, json) => {
    expect(() => parse(json)).toThrow(
      expect.objectContaining({ reason: 'malformed', message: expect.stringContaining(place) }) as SourceError,
    );
  });
});
