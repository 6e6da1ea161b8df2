import fc from 'fast-check';
import { expect, test } from 'vitest';
import { camelCase, Identifiers, kebabCase, pascalCase } from '../../../src/emit/typescript/identifier.ts';
import { isIdentifier } from '../../../src/quote/quote-typescript.ts';

test.each([
  ['Get-ItemProperty', 'getItemProperty', 'get-item-property'],
  ['Get-PSHostProcessInfo', 'getPSHostProcessInfo', 'get-ps-host-process-info'],
  ['TabExpansion2', 'tabExpansion2', 'tab-expansion2'],
  ['PSConsoleHostReadLine', 'psConsoleHostReadLine', 'ps-console-host-read-line'],
  ['Get-X509Certificate', 'getX509Certificate', 'get-x509-certificate'],
  ['cd..', 'cd', 'cd'],
  ['oss', 'oss', 'oss'],
  ['3D', 'd', 'd'],
  ['Citește-Poșta', 'citestePosta', 'citeste-posta'],
  ['名', '', ''],
])('%s is the function %s in the file %s', (name, identifier, file) => {
  expect(camelCase(name)).toBe(identifier);
  expect(kebabCase(camelCase(name))).toBe(file);
});

test('a long name is cut', () => {
  expect(pascalCase(`Get-${'x'.repeat(300)}`)).toHaveLength(80);
});

test('every name is an identifier of its own, in any case, and not one that is taken', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 })), (wanted) => {
      const identifiers = new Identifiers(['Taken']);
      const names = ['class', 'taken', ...wanted].map((each) => identifiers.take(camelCase(each), 'command'));
      expect(names.every(isIdentifier)).toBe(true);
      const unlike = new Set(['taken', ...names.map((name) => name.toLowerCase())]);
      expect(unlike.size).toBe(names.length + 1);
      // So are the files.
      expect(new Set(names.map(kebabCase)).size).toBe(names.length);
    }),
  );
});
