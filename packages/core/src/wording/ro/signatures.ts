import { signatures as english } from '../en/signatures.ts';

export const signatures: Readonly<Record<keyof typeof english, string>> = english;
