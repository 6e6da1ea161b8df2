import { fileURLToPath } from 'node:url';
import { isMissing } from '@mailtls/testbed';
import { expect, test } from 'vitest';
import { embeddedScripts } from '../embed-scripts.mjs';
import { wrappers } from '../generate-wrappers.mjs';
import { staleFiles } from '../keep-files.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('PowerShell files are embedded as they are: npm run generate', () => {
  const files = embeddedScripts();
  expect(files.size).toBeGreaterThan(3);
  expect(staleFiles(root, files)).toEqual([]);
});

const title = "the bridge's wrappers are what its cmdlets say: npm run generate";
test.skipIf(isMissing('windowsPwsh'))(title, { timeout: 600_000 }, async () => {
  const files = await wrappers();
  expect(files.size).toBeGreaterThan(4);
  expect(staleFiles(root, files)).toEqual([]);
});
