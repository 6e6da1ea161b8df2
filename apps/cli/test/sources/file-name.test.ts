import { expect, it } from 'vitest';
import { fileName } from '../../src/sources/file-name.ts';

it.each([
  ['exports/EX03.reg', 'EX03'],
  ['C:\\exports\\EX03.contoso.com.REG', 'EX03.contoso.com'],
  ['EX03', 'EX03'],
  ['.reg', '.reg'],
])('a machine that nothing names is called by its file: %s', (path, name) => {
  expect(fileName(path)).toBe(name);
});
