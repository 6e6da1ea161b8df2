// What is written for the module in given, file by file. After a change that is meant: npx vitest --run --project
// module-generator -u, then read the diff of want.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { typescriptPackage } from '../../../src/emit/typescript.ts';
import type { ModuleMetadata } from '../../../src/read/command-metadata.ts';

const want = fileURLToPath(new URL('want', import.meta.url));
const given = JSON.parse(readFileSync(new URL('given/contoso-mail.json', import.meta.url), 'utf8')) as ModuleMetadata;
const { generated, frame } = typescriptPackage(given, '@contoso/mail');
const files = [...generated, ...frame];

/** What is kept does not change with every release of the packages that the generated one stands on. */
const withoutVersions = (text: string): string => text.replace(/("@mailtls\/[\w-]+": "\^)[\d.]+"/g, '$10.0.0"');

test.each(files.map((file) => [file.path, file.text]))('%s', async (path, text) => {
  await expect(withoutVersions(text)).toMatchFileSnapshot(join(want, path));
});

test('nothing else is wanted', () => {
  const found = readdirSync(want, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(want, path)).isFile(),
  );
  expect(found.map((path) => path.replaceAll('\\', '/')).sort()).toEqual(files.map(({ path }) => path).sort());
});

test('the README is there in both languages, with a row for each command', () => {
  for (const path of ['README.md', 'README.ro.md']) {
    const readme = generated.find((file) => file.path === path)?.text ?? '';
    expect(readme.match(/^\| `/gm)).toHaveLength(given.commands.length);
  }
});

const manifestOf = (module: ModuleMetadata, name: string): Record<string, unknown> => {
  const file = typescriptPackage(module, name).frame.find(({ path }) => path === 'package.json');
  return JSON.parse(file?.text ?? '') as Record<string, unknown>;
};

test('a package is built and tested with what this repository is', () => {
  const read = (path: string): Record<string, Record<string, string>> =>
    JSON.parse(readFileSync(new URL(`../../../../../${path}package.json`, import.meta.url), 'utf8'));
  const { devDependencies = {}, dependencies } = manifestOf(given, 'x') as Record<string, Record<string, string>>;
  const root = read('')['devDependencies'] ?? {};
  expect(Object.entries(devDependencies)).toEqual(Object.keys(devDependencies).map((name) => [name, root[name]]));
  expect(dependencies?.['@mailtls/pwsh-bridge']).toBe(`^${read('packages/pwsh-bridge/')['version']}`);
});

test.each(['', 'Upper', '.hidden', '@contoso', '@contoso/', 'a b', '../x', 'x'.repeat(215), "x'; evil"])(
  'a package cannot be named %j',
  (name) => {
    expect(() => typescriptPackage(given, name)).toThrow(expect.objectContaining({ reason: 'invalid-name' }));
  },
);
