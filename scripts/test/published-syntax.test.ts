import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('what is published has no syntax that the oldest Node cannot read', () => {
  const files = globSync('{packages,apps}/*/dist/*.js', { cwd: root });
  expect(files.length).toBeGreaterThan(6);
  // The only syntax in use here that came after it.
  expect(files.filter((file) => /\busing \w+ = /.test(readFileSync(`${root}/${file}`, 'utf8')))).toEqual([]);
});
