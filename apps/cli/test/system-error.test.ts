import { expect, test } from 'vitest';
import { systemError } from '../src/system-error.ts';
import { sayIn } from '../src/wording/say.ts';

const failure = (code: string): Error => Object.assign(new Error(`${code}: in the system's words`), { code });

test.each([
  ['ENOENT', failure('ENOENT'), 'nu există un asemenea fișier sau folder (ENOENT)'],
  ['EMFILE', failure('EMFILE'), 'prea multe fișiere deschise deodată (EMFILE)'],
  ['a code that is not known', failure('EWEIRD'), "EWEIRD: in the system's words"],
  ['an error without a code', new Error('other'), 'other'],
  ['no error', 'thrown', 'thrown'],
])('%s is worded', (_, error, want) => {
  const { id, args } = systemError(error);
  expect(sayIn('ro')(id, args)).toBe(want);
});
