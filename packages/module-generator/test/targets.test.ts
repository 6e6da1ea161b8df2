// What each target writes, file by file. After a change that is meant: npx vitest --run --project module-generator -u, then
// read the diff of test/want.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { modelOf } from '../src/model/model-of.ts';
import { generate, targetNames } from '../src/targets.ts';
import { given } from './given.ts';

const want = fileURLToPath(new URL('want', import.meta.url));

/** The files under a folder, relative to it, with `/`. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

describe.each(targetNames)('%s', (target) => {
  test.each(Object.entries(given[target]))('writes what is wanted of %s', async (name, { profile, language }) => {
    const folder = join(want, target, name);
    const files = generate(target, modelOf(profile), language);
    for (const { path, text } of files) await expect(text).toMatchFileSnapshot(join(folder, path));
    expect(filesIn(folder).filter((found) => !files.some(({ path }) => path === found))).toEqual([]);
  });

  test('writes the same again', () => {
    expect(generate(target, modelOf('hardened'), 'ro')).toEqual(generate(target, modelOf('hardened'), 'ro'));
  });

  test('has a page on how to install and undo in both languages', () => {
    const paths = generate(target, modelOf('mailflow'), 'en').map(({ path }) => path);
    expect(paths).toContain('README.md');
    expect(paths).toContain('README.ro.md');
    expect(new Set(paths).size).toBe(paths.length);
  });
});

test('nothing is wanted of what is no target or no case', () => {
  const cases = targetNames.flatMap((target) => Object.keys(given[target]).map((name) => `${target}/${name}`));
  const folders = new Set(filesIn(want).map((path) => path.split('/').slice(0, 2).join('/')));
  expect([...folders].filter((folder) => !cases.includes(folder))).toEqual([]);
});
