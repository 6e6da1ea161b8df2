import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type * as Parts from '../src/parts.ts';

/** A checkout in which nothing was set up. */
describe('parts that are not set up', () => {
  let folder: string;
  let parts: typeof Parts;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailtls-testbed-'));
    await cp(fileURLToPath(new URL('../src', import.meta.url)), join(folder, 'src'), { recursive: true });
    parts = await import(pathToFileURL(join(folder, 'src', 'parts.ts')).href);
  });

  afterEach(() => vi.unstubAllEnvs());

  afterAll(() => rm(folder, { recursive: true }));

  test('are missing, so that their suites are skipped', () => {
    vi.stubEnv('MAILTLS_REQUIRE_ALL', '');
    expect(parts.isMissing('linuxPwsh')).toBe(true);
    expect(parts.isMissing('windowsNode')).toBe(true);
  });

  test('fail where nothing may be skipped, naming the remedy', () => {
    vi.stubEnv('MAILTLS_REQUIRE_ALL', '1');
    expect(() => parts.isMissing('wineTemplate')).toThrow(/wineTemplate.*node scripts\/setup-testbed\.mjs/);
  });

  test('a real PowerShell is what MAILTLS_PWSH names, and never required', () => {
    vi.stubEnv('MAILTLS_REQUIRE_ALL', '1');
    vi.stubEnv('MAILTLS_PWSH', '');
    expect(parts.isMissing('realPwsh')).toBe(true);
    vi.stubEnv('MAILTLS_PWSH', '/opt/pwsh');
    expect(parts.requirePart('realPwsh')).toBe('/opt/pwsh');
  });
});
