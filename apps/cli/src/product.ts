import { createRequire } from 'node:module';
import { catalogueVersion } from '@mailtls/core';
import type { Result } from '@mailtls/report';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** What every result says of the program that made it. */
export const product: Pick<Result, 'tool' | 'catalogue'> = {
  tool: { name: 'mailtls', version },
  catalogue: { version: catalogueVersion },
};
