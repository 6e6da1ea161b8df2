import { editableValues, profiles, rules } from '@mailtls/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Journal, journalStatuses, newJournal, parseJournal, writeJournal } from '../../src/apply/journal.ts';

const TIME = '2026-01-31T08:00:00.000Z';
const PLACES = editableValues(rules).flatMap(({ path, names }) => names.map((name) => ({ path, name })));

const hex = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''));
const value = fc.oneof(
  fc.record({ kind: fc.constantFrom('String', 'ExpandString'), data: text }),
  fc.record({ kind: fc.constant('Binary'), data: hex }),
  fc.record({ kind: fc.constant('DWord'), data: fc.integer({ min: 0, max: 2 ** 32 - 1 }) }),
  fc.record({ kind: fc.constant('QWord'), data: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String) }),
  fc.record({ kind: fc.constant('MultiString'), data: fc.array(text) }),
  fc.record({ kind: fc.constant('Unknown'), type: fc.nat(), data: hex }),
);
const edit = fc
  .record({ place: fc.constantFrom(...PLACES), from: fc.option(value), to: value, rule: text })
  .map(({ place, ...rest }) => ({ ...place, ...rest }));
const journal = fc
  .record({
    machine: text,
    profile: fc.constantFrom(...profiles),
    status: fc.constantFrom(...journalStatuses),
    edits: fc.array(edit),
    createdKeys: fc.array(fc.constantFrom(...PLACES.map(({ path }) => path))),
  })
  .map(({ machine, profile, status, ...rest }) => ({
    ...newJournal(machine, profile, TIME, rest as Pick<Journal, 'createdKeys' | 'edits'>),
    status,
  }));

test('what is written is read back', () => {
  fc.assert(
    fc.property(journal, (written) => {
      expect(parseJournal(writeJournal(written))).toEqual(written);
    }),
  );
});

describe('a journal is taken whole or not at all', () => {
  const sound = newJournal('EX01', 'mailflow', TIME, {
    createdKeys: [],
    edits: [{ ...at(0), from: null, to: { kind: 'DWord', data: 1 }, rule: 'schannel-tls12-client' }],
  });
  const changed = (change: object): string => JSON.stringify({ ...sound, ...change });
  const withEdit = (change: object): string => changed({ edits: [{ ...sound.edits[0], ...change }] });

  test('it is sound', () => expect(parseJournal(JSON.stringify(sound))).toEqual(sound));

  test.each([
    ['another format', changed({ format: 'mailtls-snapshot' }), '$.format'],
    ['another version', changed({ version: 2 }), '$.version'],
    ['an unknown status', changed({ status: 'done' }), '$.status'],
    ['an unknown field', changed({ extra: 1 }), '$.extra'],
    ['no time', changed({ startedAt: 'yesterday' }), '$.startedAt'],
    ['a kind that is none', withEdit({ to: { kind: 'Word', data: 1 } }), '$.edits[0].to.kind'],
    ['a DWord out of range', withEdit({ to: { kind: 'DWord', data: -1 } }), '$.edits[0].to.data'],
    // Anyone who can write into the folder could else have an administrator write it.
    [
      'a value that no rule writes',
      withEdit({ path: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Spooler' }),
      '$.edits[0]',
    ],
    ['another value of a key', withEdit({ name: 'ImagePath' }), '$.edits[0]'],
    [
      'a value that rules only read',
      withEdit({ path: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName', name: 'ComputerName' }),
      '$.edits[0]',
    ],
    ['a key that no rule makes', changed({ createdKeys: ['HKLM\\SOFTWARE\\Classes'] }), '$.createdKeys[0]'],
  ])('%s', (_, json, place) => {
    expect(() => parseJournal(json)).toThrow(place);
  });

  test.each(['', '{', 'null', '[]'])('%j', (json) => {
    expect(() => parseJournal(json)).toThrow();
  });
});

function at(index: number): { path: string; name: string } {
  const place = PLACES[index];
  if (place === undefined) throw new Error('no such place');
  return place;
}
