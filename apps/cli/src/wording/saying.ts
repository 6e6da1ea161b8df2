import type { MessageArgs } from '@mailtls/core';
import type { en, SayingId } from './en.ts';

/** What fills a place in a saying: text or a number as it is, or another saying, worded in the same language. */
export type SayingArg = string | number | Saying;

/** Something to be said, and of what, by those who do not know the reader's language. `Say` words it. */
export interface Saying {
  readonly id: SayingId;
  readonly args: Readonly<Record<string, SayingArg>>;
}

type Placeholder<Id extends SayingId> = keyof MessageArgs<(typeof en)[Id]>;

/** Makes a saying. The compiler asks for exactly the arguments that the English words name. */
export function saying<Id extends SayingId>(
  id: Id,
  ...args: Placeholder<Id> extends never ? [] : [Readonly<Record<Placeholder<Id>, SayingArg>>]
): Saying {
  return { id, args: args[0] ?? {} };
}
