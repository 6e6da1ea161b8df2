import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoreError } from '../../src/core-error.ts';
import { foldRegistryName, parentOf, parseRegistryPath } from '../../src/registry/registry-path.ts';

describe('parseRegistryPath', () => {
  it.each([
    ['HKLM\\SYSTEM\\CurrentControlSet', 'HKLM\\SYSTEM\\CurrentControlSet'],
    ['HKEY_LOCAL_MACHINE\\SYSTEM', 'HKLM\\SYSTEM'],
    ['hkey_local_machine\\System', 'HKLM\\System'],
    ['HKLM:\\SOFTWARE', 'HKLM\\SOFTWARE'],
    ['hklm:\\SOFTWARE\\', 'HKLM\\SOFTWARE'],
    ['Registry::HKEY_CURRENT_USER\\Software', 'HKCU\\Software'],
    ['Microsoft.PowerShell.Core\\Registry::HKEY_USERS\\.DEFAULT', 'HKU\\.DEFAULT'],
    ['HKEY_CLASSES_ROOT\\.txt', 'HKCR\\.txt'],
    ['HKEY_CURRENT_CONFIG\\Software', 'HKCC\\Software'],
    ['HKLM', 'HKLM'],
    ['HKLM:\\', 'HKLM'],
    ['HKLM\\\\SOFTWARE\\\\Microsoft', 'HKLM\\SOFTWARE\\Microsoft'],
    // A cipher's key has a slash in its name, and a key's name may end in a space.
    ['HKLM\\SYSTEM\\Ciphers\\RC4 128/128', 'HKLM\\SYSTEM\\Ciphers\\RC4 128/128'],
    ['HKLM\\SOFTWARE\\ a ', 'HKLM\\SOFTWARE\\ a '],
  ])('reads %j', (text, path) => {
    expect(parseRegistryPath(text)).toBe(path);
  });

  it.each([
    '',
    '\\',
    'SYSTEM\\CurrentControlSet',
    'HKXX\\SOFTWARE',
    'C:\\Windows',
    'constructor\\x',
    '__proto__\\x',
    'HKLM::\\x',
  ])('refuses %j', (text) => {
    expect(() => parseRegistryPath(text)).toThrowError(
      expect.objectContaining({
        name: 'CoreError',
        reason: 'bad-registry-path',
        message: expect.stringContaining(text),
      }),
    );
    expect(() => parseRegistryPath(text)).toThrow(CoreError);
  });

  it('gives the same for what it gave', () => {
    const part = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !text.includes('\\'));
    const spelling = fc.constantFrom('HKLM', 'HKEY_LOCAL_MACHINE', 'HKLM:', 'Registry::HKLM', 'hkey_Users', 'HKCU');
    fc.assert(
      fc.property(spelling, fc.array(part), (hive, parts) => {
        const path = parseRegistryPath([hive, ...parts].join('\\'));
        expect(parseRegistryPath(path)).toBe(path);
        expect(path.split('\\').slice(1)).toEqual(parts);
      }),
    );
  });
});

describe('foldRegistryName', () => {
  it.each([
    ['Enabled', 'ENABLED'],
    ['TLS 1.2', 'TLS 1.2'],
    ['é', 'É'],
    ['ß', 'ß'],
    // Not ASCII letters to Windows, although JavaScript's upper case makes them ones.
    ['ı', 'ı'],
    ['ſ', 'ſ'],
    ['straße', 'STRAßE'],
  ])('takes %j as %j', (name, folded) => {
    expect(foldRegistryName(name)).toBe(folded);
  });

  it('folds every unit by itself, keeps the length, and is stable', () => {
    const text = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(foldRegistryName(a + b)).toBe(foldRegistryName(a) + foldRegistryName(b));
        expect(foldRegistryName(a)).toHaveLength(a.length);
        expect(foldRegistryName(foldRegistryName(a))).toBe(foldRegistryName(a));
      }),
    );
  });

  it('ignores the case of ASCII and of nothing that is not a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(foldRegistryName(text)).toBe(foldRegistryName(text.toLowerCase()));
        expect(foldRegistryName(text)).toBe(text.toUpperCase());
      }),
    );
  });
});

describe('parentOf', () => {
  it('climbs to the hive and ends there', () => {
    expect(parentOf('HKLM\\SOFTWARE\\Microsoft')).toBe('HKLM\\SOFTWARE');
    expect(parentOf('HKLM\\SOFTWARE')).toBe('HKLM');
    expect(parentOf('HKLM')).toBeNull();
  });
});
