import { describe, expect, it } from 'vitest';
import { CoreError } from '../../src/core-error.ts';
import { RegistrySnapshot, type SnapshotDocument, type SnapshotKey } from '../../src/registry/registry-snapshot.ts';
import { dword } from '../../src/registry/registry-value.ts';

const ONE = dword(1);

function snapshot(covers: readonly string[], keys: readonly SnapshotKey[]): RegistrySnapshot {
  const document: SnapshotDocument = { format: 'mailtls-snapshot', version: 1, name: null, covers, keys, facts: {} };
  return new RegistrySnapshot(document);
}

describe('what a snapshot says of a value', () => {
  it('is present when it is listed, whatever the case of the names', () => {
    const one = snapshot([], [{ path: 'HKLM\\A', state: 'present', values: { Enabled: ONE } }]);
    expect(one.value('hklm\\a', 'ENABLED')).toEqual({ state: 'present', value: ONE });
  });

  it('is absent inside a covered subtree and unknown outside it', () => {
    const one = snapshot(['HKLM\\A'], [{ path: 'HKLM\\A', state: 'present', values: {} }]);
    expect(one.value('HKLM\\A', 'x')).toEqual({ state: 'absent', key: 'present' });
    expect(one.value('HKLM\\A\\B', 'x')).toEqual({ state: 'absent', key: 'absent' });
    expect(one.value('HKLM\\AB', 'x')).toEqual({ state: 'unknown' });
  });

  it('is absent beneath a key that is known to be absent', () => {
    const one = snapshot([], [{ path: 'HKLM\\A', state: 'absent', values: {} }]);
    expect(one.value('HKLM\\A\\B', 'x')).toEqual({ state: 'absent', key: 'absent' });
    expect(one.key('HKLM\\A\\B')).toBe('absent');
  });

  it('is absent where the source asked for that very value', () => {
    const one = snapshot([], [{ path: 'HKLM\\A', state: 'unknown', values: { x: null } }]);
    expect(one.value('HKLM\\A', 'x')).toEqual({ state: 'absent', key: 'unknown' });
    expect(one.value('HKLM\\A', 'y')).toEqual({ state: 'unknown' });
  });

  it('is unknown where the source has it but could not read it', () => {
    const one = snapshot(['HKLM\\A'], [{ path: 'HKLM\\A', state: 'present', values: { x: 'unknown' } }]);
    expect(one.value('HKLM\\A', 'X')).toEqual({ state: 'unknown' });
    expect(one.value('HKLM\\A', 'y')).toEqual({ state: 'absent', key: 'present' });
  });

  it('is unknown in a key that is shown in part, though the subtree is covered', () => {
    const one = snapshot(
      ['HKLM\\A'],
      [
        { path: 'HKLM\\A', state: 'present', values: {} },
        { path: 'HKLM\\A\\B', state: 'unknown', values: { x: ONE } },
      ],
    );
    expect(one.value('HKLM\\A\\B', 'x')).toEqual({ state: 'present', value: ONE });
    expect(one.value('HKLM\\A\\B', 'y')).toEqual({ state: 'unknown' });
    expect(one.key('HKLM\\A\\B')).toBe('unknown');
    expect(one.key('HKLM\\A\\B\\C')).toBe('absent');
    expect([one.shows('HKLM\\A'), one.shows('HKLM\\A\\B'), one.shows('HKLM\\A\\B\\C')]).toEqual([true, false, true]);
  });
});

describe('a document that contradicts itself', () => {
  it('is refused when it lists a key twice', () => {
    const twice: SnapshotKey[] = ['HKLM\\A', 'HKLM\\a'].map((path) => ({ path, state: 'present', values: {} }));
    expect(() => snapshot([], twice)).toThrow(CoreError);
  });
});
