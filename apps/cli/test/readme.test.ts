import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRegistryPath, RegistrySnapshot, requiredValues, rulesOf } from '@mailtls/core';
import { expect, test } from 'vitest';
import { root } from './run-cli.ts';

const exported = Array.from(
  readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^reg export (?:"(.+?)"|(\S+)) \S+\.reg \/y$/gm),
  ([, quoted, bare]) => parseRegistryPath(quoted ?? bare ?? ''),
);

test('the exports that the README names show every value that is looked at', () => {
  const shown = new RegistrySnapshot({
    format: 'mailtls-snapshot',
    version: 1,
    name: null,
    covers: exported,
    keys: [],
    facts: {},
  });
  const required = requiredValues(rulesOf('hardened')).map(({ path }) => path);
  expect(required.filter((path) => !shown.shows(path))).toEqual([]);
  expect(required.length).toBeGreaterThan(exported.length);
});
