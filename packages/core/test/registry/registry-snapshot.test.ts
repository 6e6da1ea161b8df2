import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RegistrySnapshot, type SnapshotDocument, type SnapshotKey } from '../../src/registry/registry-snapshot.ts';
import { dword } from '../../src/registry/registry-value.ts';

function snapshot(covers: readonly string[], keys: readonly SnapshotKey[]): RegistrySnapshot {
  const document: SnapshotDocument = { format: 'mailtls-snapshot', version: 1, name: null, covers, keys, facts: {} };
  return new RegistrySnapshot(document);
}

function present(path: string, values: SnapshotKey['values'] = {}): SnapshotKey {
  return { path, state: 'present', values };
}

describe('RegistrySnapshot', () => {
  it('does not know what lies outside of what it covers', () => {
    const source = snapshot(['HKLM\\SYSTEM\\A'], [present('HKLM\\SYSTEM\\A', { x: dword(1) })]);
    for (const path of ['HKLM\\SYSTEM\\B', 'HKLM\\SYSTEM\\AB', 'HKLM\\SOFTWARE', 'HKCU\\SYSTEM\\A']) {
      expect(source.key(path)).toBe('unknown');
      expect(source.value(path, 'x')).toEqual({ state: 'unknown' });
    }
  });

  it('knows that what it covers and does not list is absent', () => {
    const source = snapshot(['HKLM\\SYSTEM\\A'], [present('HKLM\\SYSTEM\\A', { x: dword(1) })]);
    expect(source.value('HKLM\\SYSTEM\\A', 'x')).toEqual({ state: 'present', value: dword(1) });
    expect(source.value('HKLM\\SYSTEM\\A', 'y')).toEqual({ state: 'absent', key: 'present' });
    expect(source.key('HKLM\\SYSTEM\\A\\B\\C')).toBe('absent');
    expect(source.value('HKLM\\SYSTEM\\A\\B\\C', 'x')).toEqual({ state: 'absent', key: 'absent' });
  });

  it('knows nothing of a covered root that is not listed but that it is absent', () => {
    const source = snapshot(['HKLM\\SYSTEM\\A'], []);
    expect(source.key('HKLM\\SYSTEM\\A')).toBe('absent');
    expect(source.value('HKLM\\SYSTEM\\A', 'x')).toEqual({ state: 'absent', key: 'absent' });
  });

  it('knows that beneath an absent key everything is absent', () => {
    const source = snapshot([], [{ path: 'HKLM\\SYSTEM\\A', state: 'absent', values: {} }]);
    expect(source.key('HKLM\\SYSTEM\\A')).toBe('absent');
    expect(source.key('HKLM\\SYSTEM\\A\\B')).toBe('absent');
    expect(source.value('HKLM\\SYSTEM\\A\\B\\C', 'x')).toEqual({ state: 'absent', key: 'absent' });
    expect(source.key('HKLM\\SYSTEM')).toBe('unknown');
  });

  it('knows single values of a key whose state is unknown', () => {
    const key: SnapshotKey = {
      path: 'HKLM\\SYSTEM\\A',
      state: 'unknown',
      values: { there: dword(1), missing: null, unreadable: 'unknown' },
    };
    for (const covers of [[], ['HKLM\\SYSTEM']]) {
      const source = snapshot(covers, [key]);
      expect(source.value('HKLM\\SYSTEM\\A', 'there')).toEqual({ state: 'present', value: dword(1) });
      expect(source.value('HKLM\\SYSTEM\\A', 'missing')).toEqual({ state: 'absent', key: 'unknown' });
      expect(source.value('HKLM\\SYSTEM\\A', 'unreadable')).toEqual({ state: 'unknown' });
      expect(source.value('HKLM\\SYSTEM\\A', 'unasked')).toEqual({ state: 'unknown' });
      expect(source.key('HKLM\\SYSTEM\\A')).toBe('unknown');
    }
  });

  it('does not know unlisted values of a listed key that it does not cover', () => {
    const source = snapshot([], [present('HKLM\\SYSTEM\\A', { x: dword(1), y: null })]);
    expect(source.value('HKLM\\SYSTEM\\A', 'X')).toEqual({ state: 'present', value: dword(1) });
    expect(source.value('HKLM\\SYSTEM\\A', 'y')).toEqual({ state: 'absent', key: 'present' });
    expect(source.value('HKLM\\SYSTEM\\A', 'z')).toEqual({ state: 'unknown' });
    expect(source.key('HKLM\\SYSTEM\\A\\B')).toBe('unknown');
  });

  it('knows that the keys above a listed one are there', () => {
    const source = snapshot(['HKLM\\SYSTEM'], [present('HKLM\\SYSTEM\\A\\B\\C')]);
    expect(source.key('HKLM\\SYSTEM\\A')).toBe('present');
    expect(source.key('hklm\\system\\a\\b')).toBe('present');
    expect(source.value('HKLM\\SYSTEM\\A', 'x')).toEqual({ state: 'absent', key: 'present' });
    expect(source.key('HKLM\\SYSTEM\\A\\B\\D')).toBe('absent');
    expect(snapshot([], [present('HKLM\\SYSTEM\\A\\B')]).value('HKLM\\SYSTEM\\A', 'x')).toEqual({ state: 'unknown' });
  });

  it('reads hives in any spelling and ignores the case of keys and values', () => {
    const source = snapshot(
      ['HKEY_LOCAL_MACHINE\\system'],
      [present('HKLM:\\System\\schannel\\TLS 1.2\\client', { ENABLED: dword(1) })],
    );
    const key = 'HKLM\\SYSTEM\\SCHANNEL\\TLS 1.2\\Client';
    expect(source.value(key, 'Enabled')).toEqual({ state: 'present', value: dword(1) });
    expect(source.value(key.toLowerCase(), 'eNaBlEd')).toEqual({ state: 'present', value: dword(1) });
    expect(source.key(key)).toBe('present');
  });

  it('keeps the unnamed value apart', () => {
    const source = snapshot(['HKLM'], [present('HKLM\\A', { '': { kind: 'String', data: 'unnamed' } })]);
    expect(source.value('HKLM\\A', '')).toEqual({ state: 'present', value: { kind: 'String', data: 'unnamed' } });
    expect(source.value('HKLM\\B', '')).toEqual({ state: 'absent', key: 'absent' });
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('takes %s as a name like any other', (name) => {
    const source = snapshot(['HKLM'], [present('HKLM\\A', JSON.parse('{}'))]);
    expect(source.value('HKLM\\A', name)).toEqual({ state: 'absent', key: 'present' });
    const hostile = snapshot([], [present(`HKLM\\${name}`, JSON.parse(`{"${name}":{"kind":"DWord","data":7}}`))]);
    expect(hostile.value(`HKLM\\${name}`, name)).toEqual({ state: 'present', value: dword(7) });
  });

  it.each<[string, readonly string[], readonly SnapshotKey[]]>([
    ['bad-registry-path', ['SYSTEM\\A'], []],
    ['bad-registry-path', [], [present('SYSTEM\\A')]],
    ['bad-snapshot', [], [present('HKLM\\A'), present('HKEY_LOCAL_MACHINE\\a')]],
    ['bad-snapshot', [], [present('HKLM\\A', { Enabled: dword(0), enabled: dword(1) })]],
  ])('refuses a document with %s', (reason, covers, keys) => {
    expect(() => snapshot(covers, keys)).toThrowError(expect.objectContaining({ name: 'CoreError', reason }));
  });

  it('never takes as absent what an export of a part may have left out', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => ['HKLM', ...parts].join('\\'));
    const values = fc.dictionary(fc.constantFrom('x', 'y'), fc.nat().map(dword));
    const machine = fc.dictionary(path, values);
    fc.assert(
      fc.property(machine, path, path, fc.constantFrom('x', 'y'), (whole, root, asked, valueName) => {
        const isBeneath = (key: string, top: string): boolean => `${key}\\`.startsWith(`${top}\\`);
        const exported = Object.entries(whole).filter(([key]) => isBeneath(key, root));
        const source = snapshot(
          [root],
          exported.map(([key, listed]) => present(key, listed)),
        );
        const truth = whole[asked]?.[valueName];
        const found = source.value(asked, valueName);
        if (isBeneath(asked, root)) {
          expect(found).toEqual(
            truth ? { state: 'present', value: truth } : { state: 'absent', key: source.key(asked) },
          );
        } else {
          expect(found).toEqual({ state: 'unknown' });
        }
      }),
    );
  });
});
