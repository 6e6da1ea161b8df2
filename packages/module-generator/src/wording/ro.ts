import type { SayingId } from './en.ts';
import { readme } from './ro/readme.ts';
import { reg } from './ro/reg.ts';

/** The same in Romanian. What lacks here does not compile. */
export const ro: Readonly<Record<SayingId, string>> = { ...readme, ...reg };
