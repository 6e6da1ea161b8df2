import { fillTemplate, type Language } from '@mailtls/core';
import { en, type SayingId } from './en.ts';
import { ro } from './ro.ts';
import type { Saying, SayingArg } from './saying.ts';

const SAYINGS: Readonly<Record<Language, Readonly<Record<SayingId, string>>>> = { en, ro };

/** Says something of the command line in one language. */
export type Say = (id: SayingId, args?: Saying['args']) => string;

/** The sayings of a language. */
export function sayIn(language: Language): Say {
  const say: Say = (id, args = {}) => {
    const worded = Object.entries(args).map(([name, arg]) => [name, wordArg(arg, say)]);
    return fillTemplate(SAYINGS[language][id], Object.fromEntries(worded), language);
  };
  return say;
}

function wordArg(arg: SayingArg, say: Say): string | number {
  return typeof arg === 'object' ? say(arg.id, arg.args) : arg;
}
