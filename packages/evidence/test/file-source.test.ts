import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileSource } from '../src/file-source.ts';
import { gathered } from './sources.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailtls-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

// No part of it is like another.
const content = Buffer.from(Uint32Array.from({ length: 375_000 }, (_, index) => Math.imul(index, 0x9e3779b1)).buffer);

test('a file of several chunks comes whole, and so does each part of it', async () => {
  const path = join(folder, 'large');
  writeFileSync(path, content);
  const source = fileSource(path);
  expect(source.size).toBe(content.length);
  expect((await gathered(source.open())).equals(content)).toBe(true);
  for (const [start, end] of [
    [0, 10],
    [600_000, 1_400_000],
    [1_499_990, 1_500_000],
    [5, 5],
    [1_400_000, 9_999_999],
  ] as const) {
    const part = source.openRange?.(start, end);
    expect(part && (await gathered(part)).equals(content.subarray(start, end))).toBe(true);
  }
});

test('a chunk stays as it is while the next one is read', async () => {
  const path = join(folder, 'slow');
  writeFileSync(path, content);
  const parts: Buffer[] = [];
  for await (const chunk of fileSource(path).open()) {
    await setTimeout(10);
    parts.push(Buffer.from(chunk));
  }
  expect(Buffer.concat(parts).equals(content)).toBe(true);
});

test('an empty file has no chunk', async () => {
  const path = join(folder, 'empty');
  writeFileSync(path, '');
  expect((await gathered(fileSource(path).open())).length).toBe(0);
});

test('a file can be left before its end', async () => {
  const path = join(folder, 'left');
  writeFileSync(path, content);
  for await (const chunk of fileSource(path).open()) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
});

test('what is not there has no size, and fails when it is read', async () => {
  const source = fileSource(join(folder, 'missing'));
  expect(source.size).toBeUndefined();
  await expect(gathered(source.open())).rejects.toMatchObject({ code: 'ENOENT' });
});

test.skipIf(process.platform === 'win32')('a pipe is read', async () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const reading = gathered(fileSource(path).open());
  execFileSync('sh', ['-c', `printf hello > '${path}'`]);
  expect((await reading).toString()).toBe('hello');
});
