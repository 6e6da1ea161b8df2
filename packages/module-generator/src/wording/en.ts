import { readme } from './en/readme.ts';
import { reg } from './en/reg.ts';

/** The words of generated output that are not the catalogue's, in English: the list of those that other languages must have. */
export const en: typeof readme & typeof reg = { ...readme, ...reg };

export type SayingId = keyof typeof en;
