import { expect, test } from 'vitest';
import { parseRegistryPath } from '../../src/registry/registry-path.ts';

test.each([
  'HKLM:\\SOFTWARE\\a/b',
  'hklm\\SOFTWARE\\a/b\\',
  'HKEY_LOCAL_MACHINE\\\\SOFTWARE\\a/b',
  'Registry::HKEY_LOCAL_MACHINE\\SOFTWARE\\a/b',
  'Microsoft.PowerShell.Core\\Registry::HKLM\\SOFTWARE\\a/b',
])('%s is a key of HKEY_LOCAL_MACHINE', (path) => {
  expect(parseRegistryPath(path)).toEqual({
    hive: 'HKEY_LOCAL_MACHINE',
    property: 'LocalMachine',
    keys: ['SOFTWARE', 'a/b'],
  });
});

test('each hive has its name in .NET', () => {
  const hives = ['HKLM:', 'HKCU:\\', 'HKEY_CLASSES_ROOT', 'HKU', 'HKCC'].map(
    (path) => parseRegistryPath(path)?.property,
  );
  expect(hives).toEqual(['LocalMachine', 'CurrentUser', 'ClassesRoot', 'Users', 'CurrentConfig']);
});

test.each(['/tmp', 'C:\\Windows', 'Env:\\PATH', 'HKXX:\\a', 'HKLMX\\a', 'HKLM:/SOFTWARE', ''])('%s is none', (path) => {
  expect(parseRegistryPath(path)).toBeNull();
});

test.each([`HKLM\\${'x'.repeat(256)}`, 'HKLM\\a\0b'])('a name that Windows cannot have is refused', (path) => {
  expect(() => parseRegistryPath(path)).toThrow(expect.objectContaining({ reason: 'invalid-argument' }));
  expect(parseRegistryPath(`HKLM\\${'x'.repeat(255)}`)?.keys).toHaveLength(1);
});
