import { fillTemplate, type Language } from '@mailtls/core';
import { ascii } from '../quote/ascii.ts';
import { en, type SayingId } from './en.ts';
import { ro } from './ro.ts';

const SAYINGS: Readonly<Record<Language, Readonly<Record<SayingId, string>>>> = { en, ro };

/** Says something in generated output. Arguments are put in as they are: whoever passes them makes them safe for the format. */
export type Say = (id: SayingId, args?: Readonly<Record<string, string | number>>) => string;

/** The sayings of a language. */
export function sayIn(language: Language): Say {
  return (id, args = {}) => fillTemplate(SAYINGS[language][id], args, language);
}

/** The same sayings in ASCII, for scripts that may be read in any code page. */
export function asciiWords(say: Say): Say {
  return (id, args) => ascii(say(id, args));
}
