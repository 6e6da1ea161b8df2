import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawReadmeImage } from '../readme-image.mjs';

test('the picture in the README is what the command line prints today', async () => {
  const image = readFileSync(new URL('../../docs/diagnose.svg', import.meta.url), 'utf8');
  expect(image).toBe(await drawReadmeImage());
});
