import type { MessageId } from './en.ts';
import { diagnosis } from './ro/diagnosis.ts';
import { findings } from './ro/findings.ts';
import { probe } from './ro/probe.ts';
import { rules } from './ro/rules.ts';
import { scenarios } from './ro/scenarios.ts';
import { signatures } from './ro/signatures.ts';

/** The same in Romanian. A message that lacks here does not compile. */
export const ro: Readonly<Record<MessageId, string>> = {
  ...diagnosis,
  ...findings,
  ...probe,
  ...rules,
  ...scenarios,
  ...signatures,
};
