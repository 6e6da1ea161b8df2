import { catalogueVersion } from '@mailtls/core';
import type { Result } from '@mailtls/report';
import { version } from './prepared-answer.ts';

/** What every result says of the program that made it. */
export const product: Pick<Result, 'tool' | 'catalogue'> = {
  tool: { name: 'mailtls', version },
  catalogue: { version: catalogueVersion },
};
