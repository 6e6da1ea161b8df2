import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRegistryPath, RegistrySnapshot, requiredValues, rulesOf } from '@mailtls/core';
import { expect, test } from 'vitest';
import { root, runCli } from './run-cli.ts';

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

test('what no source shows is one paragraph, with the exports of the README that would show it', async () => {
  const lines = readFileSync(join(root, 'README.md'), 'utf8').match(/^reg export .*$/gm) ?? [];
  const name = 'apps/cli/test/fixtures/name-only.reg';
  const { stdout } = await runCli(['check', '--profile', 'hardened', '--from', name]);
  expect(stdout.match(/(?<=^ +)reg export .*$/gm)).toEqual(lines.filter((line) => !line.includes('name.reg')));
  expect(stdout).toContain('--assume-os');
  expect(stdout).not.toContain('cannot be seen here;');
  const schannel = await runCli(['check', '--from', 'apps/cli/test/sources/fixtures/2012r2-schannel.reg']);
  expect(schannel.stdout).not.toContain('schannel.reg /y');
});
