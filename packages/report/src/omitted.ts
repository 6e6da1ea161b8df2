import type { Language } from '@mailtls/core';
import type { EvidenceResult } from './result.ts';
import { word } from './wording/word.ts';

/** What was found and is not in a list of the result. */
export interface Omitted {
  readonly what: 'matches' | 'diagnoses';
  readonly message: string;
}

/** What the lists of a result leave out, with how much it is; nothing where they are whole. */
export function omittedOf(
  { omittedMatches, omittedDiagnoses }: EvidenceResult,
  language: Language,
): readonly Omitted[] {
  const counts = [
    { what: 'matches', count: omittedMatches },
    { what: 'diagnoses', count: omittedDiagnoses },
  ] as const;
  return counts
    .filter(({ count }) => count > 0)
    .map(({ what, count }) => ({ what, message: word(`omitted.${what}`, language, { count }) }));
}
