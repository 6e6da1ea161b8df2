import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { embed, powerShellFiles } from '../scripts/embed-scripts.ts';

test.each(powerShellFiles())('%s is embedded as it is: npm run embed', (path) => {
  expect(readFileSync(new URL(`../src/${path}.ts`, import.meta.url), 'utf8')).toBe(embed(path));
});
