import { readFileSync } from 'node:fs';
import { profiles, windowsReleases } from '@mailtls/core';
import { expect, test } from 'vitest';
import { embed, embedded } from '../../../scripts/embed-module.ts';
import { moduleSources } from '../../../src/emit/powershell/module-sources.ts';

test('the hand-written files are embedded as they are: npm run embed', () => {
  expect(readFileSync(embedded, 'utf8')).toBe(embed());
});

const functions = Object.entries(moduleSources).filter(([path]) => path.startsWith('Public/'));

test.each(functions)('%s takes the profiles and the releases of Windows that there are', (_, text) => {
  const sets = [...text.matchAll(/\[ValidateSet\((.*?)\)\]\s*\[string\]\$(\w+)/g)].map(([, values = '', name]) => [
    name,
    values.split(', ').map((value) => value.slice(1, -1)),
  ]);
  const known = { Profile: profiles, AssumeOs: windowsReleases };
  expect(sets).toEqual(sets.map(([name]) => [name, known[name as keyof typeof known]]));
});
