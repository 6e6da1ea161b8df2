import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { cacheFolder, findParts, isMissing } from '../src/parts.ts';
import { run } from '../src/run.ts';

const script = (name: string): string => fileURLToPath(new URL(`../../scripts/${name}`, import.meta.url));

describe('a part of the cache', async () => {
  const { cached } = await import(script('testbed/cache.mjs'));
  const name = `test-${process.pid}`;
  const left = async (): Promise<string[]> => (await readdir(cacheFolder)).filter((entry) => entry.includes(name));

  afterEach(async () => {
    for (const entry of await left()) await rm(join(cacheFolder, entry), { recursive: true });
  });

  test('is built once, whole, and by whichever of two set-ups is the quicker', async () => {
    const build = async (folder: string): Promise<void> => {
      await writeFile(join(folder, 'half'), 'a');
      await writeFile(join(folder, 'whole'), 'b');
    };
    const folders = await Promise.all([cached(name, 'key', build), cached(name, 'key', build)]);
    expect(new Set(folders)).toEqual(new Set([join(cacheFolder, `${name}-key`)]));
    expect(existsSync(join(folders[0], 'whole'))).toBe(true);
    expect(await cached(name, 'key', () => Promise.reject(new Error('built again')))).toBe(folders[0]);
  });

  test('is not there at all where the build failed', async () => {
    const build = async (folder: string): Promise<void> => {
      await writeFile(join(folder, 'half'), 'a');
      throw new Error('no network');
    };
    await expect(cached(name, 'key', build)).rejects.toThrow('no network');
    expect(await left()).toEqual([]);
  });
});

const everyPart = ['linuxPwsh', 'windowsPwsh', 'wineTemplate', 'windowsNode', 'referenceAssemblies'] as const;

describe.skipIf(everyPart.some((part) => isMissing(part)))('the set-up', () => {
  test('done again only looks, and says what there is', async () => {
    const { stdout, exitCode } = await run(process.execPath, [script('setup-testbed.mjs')]);
    expect(exitCode).toBe(0);
    const summary = JSON.parse(stdout);
    const parts = findParts();
    expect(summary).toEqual(JSON.parse(await readFile(join(cacheFolder, 'testbed.json'), 'utf8')));
    expect(summary).toMatchObject({
      engine: { linux: parts.linuxPwsh, windows: parts.windowsPwsh },
      wineTemplate: parts.wineTemplate,
      windowsNode: parts.windowsNode,
      referenceAssemblies: parts.referenceAssemblies,
    });
  });
});
