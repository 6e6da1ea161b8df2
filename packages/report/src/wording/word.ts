import { fillTemplate, type Language } from '@mailtls/core';
import { en, type WordId } from './en.ts';
import { ro } from './ro.ts';

const WORDS: Readonly<Record<Language, Readonly<Record<WordId, string>>>> = { en, ro };

/** A word of the report in the reader's language. */
export function word(id: WordId, language: Language, args: Readonly<Record<string, string | number>> = {}): string {
  return fillTemplate(WORDS[language][id], args, language);
}
