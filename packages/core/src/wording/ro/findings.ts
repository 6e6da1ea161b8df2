import { findings as english } from '../en/findings.ts';

export const findings: Readonly<Record<keyof typeof english, string>> = english;
