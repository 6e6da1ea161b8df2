import { rules as english } from '../en/rules.ts';

export const rules: Readonly<Record<keyof typeof english, string>> = english;
