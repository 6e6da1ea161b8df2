import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

describe('the build', () => {
  it('sees no types but those of the language, so that nothing of Node can be used', () => {
    const config = JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8'));
    expect(config.compilerOptions.types).toEqual([]);
    expect(config.include).toEqual(['src']);
    const base = JSON.parse(readFileSync(join(root, config.extends), 'utf8'));
    expect(
      [...base.compilerOptions.lib, ...(config.compilerOptions.lib ?? [])].filter((lib) => /dom|worker/i.test(lib)),
    ).toEqual([]);
  });

  it('imports nothing but its own files', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const foreign = files.flatMap((file) =>
      [...readFileSync(join(root, 'src', file), 'utf8').matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)/g)]
        .map(([, from, called]) => from ?? called ?? '')
        .filter((from) => !/^\.\.?\//.test(from))
        .map((from) => `${file}: ${from}`),
    );
    expect(foreign).toEqual([]);
    expect(files.length).toBeGreaterThan(30);
  });
});
