import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutputFile } from '@mailtls/module-generator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MANIFEST } from '../../src/generate/manifest.ts';
import { type Generated, type GenerateRequest, generateFolder } from '../../src/operations/generate-folder.ts';

let above = '';
let folder = '';
beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), 'mailtls-generate-'));
  folder = join(above, 'out');
});
afterEach(() => rm(above, { recursive: true }));

const file = (path: string, text = path, format: OutputFile['format'] = 'utf8'): OutputFile => ({ path, text, format });
const FILES = [file('a.txt'), file('b/c.txt')];

const generate = (files: readonly OutputFile[], more: Partial<GenerateRequest> = {}): Promise<Generated> =>
  generateFolder({ folder, target: 'reg', files, ...more });
const states = ({ files }: Generated): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ path, state }) => [path, state]));
const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
const put = (path: string, text: string): Promise<void> => writeFile(join(folder, path), text);

describe('generateFolder', () => {
  test('writes what is missing, and then has nothing to do', async () => {
    expect(states(await generate(FILES))).toEqual({ 'a.txt': 'missing', 'b/c.txt': 'missing', [MANIFEST]: 'missing' });
    expect(await read('b/c.txt')).toBe('b/c.txt');
    const again = await generate(FILES);
    expect(states(again)).toEqual({ 'a.txt': 'current', 'b/c.txt': 'current', [MANIFEST]: 'current' });
    expect(again.target).toBe('reg');
  });

  test('leaves no other file behind', async () => {
    await generate(FILES);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(['a.txt', 'b', 'b/c.txt', MANIFEST]);
  });

  test('brings what is stale up to date, and takes away what is left over', async () => {
    await generate(FILES);
    await put('mine.txt', 'mine');
    const newer = await generate([file('a.txt', 'newer')]);
    expect(states(newer)).toEqual({ 'a.txt': 'stale', 'b/c.txt': 'left-over', [MANIFEST]: 'stale' });
    expect(await read('a.txt')).toBe('newer');
    expect(await readdir(join(folder, 'b'))).toEqual([]);
    expect(await read('mine.txt')).toBe('mine');
  });

  test('keeps what is left over and was changed', async () => {
    await generate(FILES);
    await put('b/c.txt', 'changed');
    expect(states(await generate([file('a.txt')]))).not.toHaveProperty('b/c.txt');
    expect(await read('b/c.txt')).toBe('changed');
  });

  test.each<[what: string, prepare: () => Promise<unknown>]>([
    ['was there before', async () => mkdir(folder).then(() => put('a.txt', 'mine'))],
    ['was changed since', async () => generate(FILES).then(() => put('a.txt', 'mine'))],
  ])('writes nothing at all where a file %s, unless that is forced', async (_, prepare) => {
    await prepare();
    const refused = await generate([file('a.txt', 'newer'), file('d.txt')]);
    expect(refused.refusal).toBe('files');
    expect(states(refused)).toMatchObject({ 'a.txt': 'foreign', 'd.txt': 'missing' });
    expect(await read('a.txt')).toBe('mine');
    await expect(read('d.txt')).rejects.toThrow();
    expect((await generate([file('a.txt', 'newer')], { force: true })).refusal).toBe(null);
    expect(await read('a.txt')).toBe('newer');
  });

  test('a folder belongs to one target, unless that is forced', async () => {
    await generate(FILES);
    const other = { target: 'dsc' };
    expect((await generate([file('d.txt')], other)).refusal).toBe('target');
    await expect(read('d.txt')).rejects.toThrow();
    expect((await generate([file('d.txt')], { ...other, force: true })).refusal).toBe(null);
    await expect(read('a.txt')).rejects.toThrow();
  });

  test('never writes through a link, forced or not', async () => {
    await mkdir(join(above, 'elsewhere'));
    await mkdir(folder);
    await symlink(join(above, 'elsewhere'), join(folder, 'b'));
    await symlink(join(above, 'elsewhere', 'x'), join(folder, 'a.txt'));
    const refused = await generate(FILES, { force: true });
    expect(refused.refusal).toBe('files');
    expect(states(refused)).toMatchObject({ 'a.txt': 'blocked', 'b/c.txt': 'blocked' });
    expect(await readdir(join(above, 'elsewhere'))).toEqual([]);
  });

  test.each(['../x', '/x', 'a/../../x', 'c:x', 'a\\..\\..\\x', ''])(
    'never writes to %j, forced or not',
    async (path) => {
      expect(await generate([file(path)], { force: true })).toMatchObject({ refusal: 'files' });
      expect(await readdir(above)).toEqual([]);
    },
  );

  test('a manifest cannot have a file removed outside of the folder', async () => {
    await generate(FILES);
    await writeFile(join(above, 'precious'), 'a.txt');
    const manifest = JSON.parse(await read(MANIFEST));
    const hash = manifest.files['a.txt'];
    const outside = ['../precious', '/../precious', 'b/../../precious', '..\\precious', join(above, 'precious')];
    for (const path of outside) manifest.files[path] = hash;
    await put(MANIFEST, JSON.stringify(manifest));
    await generate([file('a.txt')]);
    expect(await readFile(join(above, 'precious'), 'utf8')).toBe('a.txt');
  });

  test.each(['no JSON', '[]', '{"format":"mailtls-generated"}', 'null'])(
    'a manifest that is %s is foreign',
    async (text) => {
      await generate(FILES);
      await put(MANIFEST, text);
      const refused = await generate([file('a.txt', 'newer')]);
      expect(states(refused)).toMatchObject({ 'a.txt': 'foreign', [MANIFEST]: 'foreign' });
    },
  );

  test('knows its files again with other line ends', async () => {
    const files = [file('a.ps1', 'x\ny\n', 'windows'), file('b.txt', 'x\ny\n'), file('c.reg', 'x\ny\n', 'regedit')];
    await generate(files);
    await put('a.ps1', (await read('a.ps1')).replaceAll('\r\n', '\n'));
    await put('b.txt', (await read('b.txt')).replaceAll('\n', '\r\n'));
    expect(new Set(Object.values(states(await generate(files))))).toEqual(new Set(['current']));
  });

  test('check compares and writes nothing', async () => {
    const checked = await generate(FILES, { check: true });
    expect(states(checked)).toEqual({ 'a.txt': 'missing', 'b/c.txt': 'missing', [MANIFEST]: 'missing' });
    await expect(readdir(folder)).rejects.toThrow();
    await generate(FILES);
    await put('a.txt', 'mine');
    const changed = await generate(FILES, { check: true });
    expect([changed.refusal, states(changed)['a.txt']]).toEqual([null, 'foreign']);
  });

  test('a frame is written once, and is its maintainer’s from then on', async () => {
    const frame = [file('package.json', 'first')];
    expect(states(await generate(FILES, { frame }))).toMatchObject({ 'package.json': 'missing' });
    await put('package.json', 'mine');
    const again = await generate(FILES, { frame: [file('package.json', 'newer')] });
    expect([again.refusal, states(again)['package.json']]).toEqual([null, 'current']);
    expect(await read('package.json')).toBe('mine');
  });
});
