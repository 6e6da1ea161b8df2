import { dword, RegistrySnapshot, type SnapshotValue } from '@mailtls/core';
import { expect, test } from 'vitest';
import { showCurrentControlSet } from '../../src/sources/control-sets.ts';
import { mergeDocuments } from '../../src/sources/merge-documents.ts';
import { parseRegFile } from '../../src/sources/reg-file/parse-reg-file.ts';
import { regHeaders } from '../../src/sources/reg-file/reg-headers.ts';
import type { SourceReading } from '../../src/sources/source-reading.ts';

/** An export of keys beneath SYSTEM, each with one value. */
function source(path: string, ...keys: readonly (readonly [key: string, value: string])[]): SourceReading {
  const lines = keys.map(([key, value]) => `[HKEY_LOCAL_MACHINE\\SYSTEM${key}]\n${value}\n`);
  return parseRegFile(Buffer.from(`${regHeaders.unicode}\n\n${lines.join('\n')}`), path);
}

const SCHANNEL = '\\Control\\SecurityProviders\\SCHANNEL';
const select = (number: number): readonly [string, string] => ['\\Select', `"Current"=dword:${number}`];
const set = (name: string, value: number): readonly [string, string] => [`\\${name}${SCHANNEL}`, `"x"=dword:${value}`];

/** What the machine of these sources has under CurrentControlSet, and the ids of the problems. */
function shown(...sources: readonly SourceReading[]): [unknown, unknown, readonly string[]] {
  const { document, problems } = mergeDocuments(showCurrentControlSet(sources));
  const snapshot = new RegistrySnapshot(document);
  const lookUp = (name: string): SnapshotValue | string => {
    const found = snapshot.value(`HKLM\\SYSTEM\\CurrentControlSet${SCHANNEL}`, name);
    return found.state === 'present' ? found.value : found.state;
  };
  return [lookUp('x'), lookUp('other'), problems.map(({ path, what }) => `${path}: ${what.id}`)];
}

test('an export of a numbered set alone leaves the set in use unknown, and says what to export', () => {
  const unknown = ['unknown', 'unknown', ['a.reg: control-set.unknown']];
  expect(shown(source('a.reg', set('ControlSet001', 1)))).toEqual(unknown);
  // All of SYSTEM, as from the disk of another machine: the link is not there, and yet nothing is absent.
  expect(shown(source('a.reg', ['', '"y"=-'], set('ControlSet001', 1)))).toEqual(unknown);
  expect(shown(source('a.reg', set('ControlSet001', 1), ['\\Select', '"Current"="1"']))).toEqual(unknown);
});

test('the set that Select names is the one in use, whatever file says so', () => {
  const found = [dword(1), 'absent', []];
  expect(shown(source('a.reg', set('ControlSet001', 1), select(1)))).toEqual(found);
  expect(shown(source('a.reg', ['', '"y"=-'], set('ControlSet001', 1), set('ControlSet002', 2), select(1)))).toEqual(
    found,
  );
  expect(shown(source('a.reg', set('controlset001', 1)), source('b.reg', select(1)))).toEqual(found);
});

test('a set that is not the one in use is told, and not taken for it', () => {
  const other = source('a.reg', set('ControlSet002', 2), select(1));
  expect(shown(other)).toEqual(['unknown', 'unknown', ['a.reg: control-set.other']]);
});

test('where the set in use is shown, the numbered ones count for nothing', () => {
  const whole = source('a.reg', ['', '"y"=-'], set('CurrentControlSet', 1), set('ControlSet002', 2));
  expect(showCurrentControlSet([whole])[0]).toBe(whole);
  const part = source(
    'a.reg',
    set('CurrentControlSet', 1),
    ['\\ControlSet001\\Control', '"z"=-'],
    set('ControlSet001', 2),
    select(1),
  );
  expect(shown(part)).toEqual([dword(1), 'absent', []]);
});
