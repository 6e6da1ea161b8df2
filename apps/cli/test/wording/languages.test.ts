import { languages } from '@mailtls/core';
import { expect, test } from 'vitest';
import { en, type SayingId } from '../../src/wording/en.ts';
import { ro } from '../../src/wording/ro.ts';
import { sayIn } from '../../src/wording/say.ts';
import { saying } from '../../src/wording/saying.ts';

const ids = Object.keys(en) as SayingId[];
const placeholdersOf = (words: string): readonly string[] => [...new Set(words.match(/\{\w+:?/g))].toSorted();

test.each(ids)('%s asks for the same arguments in each language', (id) => {
  expect(placeholdersOf(ro[id])).toEqual(placeholdersOf(en[id]));
});

test('a saying within one is worded in the same language', () => {
  const broken = saying('reg.bad-line', { what: saying('reg.line'), key: 'HKLM\\A', why: saying('reg.open-quote') });
  expect(languages.map((language) => sayIn(language)(broken.id, broken.args))).toEqual([
    'a line in HKLM\\A cannot be read: no closing quote',
    'o linie din HKLM\\A nu poate fi citită: lipsesc ghilimelele de închidere',
  ]);
});

test('what fills a saying is not taken for a part of it', () => {
  expect(sayIn('en')('merge.value', { name: '{path}', path: 'HKLM\\A' })).toBe('the value "{path}" of HKLM\\A');
});
