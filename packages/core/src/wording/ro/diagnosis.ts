import { diagnosis as english } from '../en/diagnosis.ts';

export const diagnosis: Readonly<Record<keyof typeof english, string>> = english;
