// What goes to the registry. After a change that is meant: npx vitest --run --project scripts packed -u, then read the diff.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishedPackages } from '../published-packages.mjs';
import { type Packed, pack } from '../release/pack.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packages = publishedPackages(root);

/** The most that a package may weigh, in kB: packed, and unpacked. What grows beyond it is looked at, and then raised here. */
const BUDGETS: Readonly<Record<string, readonly [packed: number, unpacked: number]>> = {
  '@mailtls/clixml': [60, 210],
  '@mailtls/core': [210, 780],
  '@mailtls/evidence': [350, 1450],
  '@mailtls/module-generator': [240, 850],
  '@mailtls/pwsh-bridge': [100, 340],
  '@mailtls/report': [320, 1050],
  mailtls: [440, 1700],
};

test('each package has a budget', () => {
  expect(packages.map(({ name }) => name).filter((name) => !(name in BUDGETS))).toEqual([]);
});

describe.each(packages)('$name', ({ name, folder, manifest }) => {
  const temporary = mkdtempSync(join(tmpdir(), 'packed-'));
  let packed: Packed;
  beforeAll(() => {
    packed = pack(join(root, folder), temporary);
  });
  afterAll(() => rmSync(temporary, { recursive: true }));

  test('has these files', async () => {
    // What the build makes of the sources comes and goes with them.
    const listed = packed.files.map((file) => file.replace(/^dist\/.+?(\.js|\.js\.map|\.d\.ts)$/, 'dist/**/*$1'));
    await expect(`${[...new Set(listed)].join('\n')}\n`).toMatchFileSnapshot(
      join(root, 'scripts', 'test', 'golden', `${name.replace('@mailtls/', '')}.files.txt`),
    );
    const maps = packed.files.filter((file) => file.endsWith('.js.map'));
    expect(maps.length).toBeGreaterThan(0);
    expect(packed.files.filter((file) => file.endsWith('.d.ts.map'))).toEqual([]);
    for (const map of maps) {
      const { sources } = JSON.parse(readFileSync(join(root, folder, map), 'utf8')) as { sources: readonly string[] };
      expect(sources.filter((source) => source.startsWith('/') || source.includes(':'))).toEqual([]);
    }
  });

  test('keeps to its budget', () => {
    const [mostPacked = 0, mostUnpacked = 0] = BUDGETS[name] ?? [];
    expect(packed.bytes / 1000).toBeLessThan(mostPacked);
    expect(packed.unpackedBytes / 1000).toBeLessThan(mostUnpacked);
  });

  test('says what npm and bundlers ask for', async () => {
    const tarball = packed.tarball.buffer.slice(
      packed.tarball.byteOffset,
      packed.tarball.byteOffset + packed.tarball.byteLength,
    ) as ArrayBuffer;
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
    expect(manifest).toMatchObject({
      type: 'module',
      license: 'MIT',
      sideEffects: false,
      engines: { node: '^20.19.0 || ^22.12.0 || >=24.0.0' },
      publishConfig: { access: 'public' },
    });
    expect(readFileSync(join(root, folder, 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  });

  test('has types that every way of resolving them finds, but for CommonJS', async () => {
    const result = await checkPackage(createPackageFromTarballData(packed.tarball));
    if (!result.types) throw new Error('it has no types');
    // The profile of packages that are ESM only: `require` and the resolution of Node 10 are no promise.
    const ours = result.problems.filter(
      (problem) => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
    );
    expect(ours).toEqual([]);
  });
});
