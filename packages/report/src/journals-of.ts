import type { Result } from './result.ts';

/** The files that what was written is written down in. */
export function journalsOf({ journal, journals }: Pick<Result, 'journal' | 'journals'>): readonly string[] {
  return journals ? journals.map(({ path }) => path) : journal === undefined ? [] : [journal];
}
