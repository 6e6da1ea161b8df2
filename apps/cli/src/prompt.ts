import { createInterface } from 'node:readline';
import type { Io } from './io.ts';

/** Whether there is someone to ask: a terminal to answer on, and one that shows the question. */
export function canAsk({ keyboard, stderr }: Io): boolean {
  return keyboard !== undefined && stderr.isTTY === true;
}

/** What counts as yes, in both languages: who is asked in one may answer in the other. */
const YES: ReadonlySet<string> = new Set(['y', 'yes', 'd', 'da']);

/** Asks for a yes on standard error. Anything else, and the end of the input, is a no. */
export async function askYes(question: string, { keyboard, stderr }: Io): Promise<boolean> {
  if (keyboard === undefined) return false;
  stderr.write(`${question} `);
  const lines = createInterface({ input: keyboard });
  const answer = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  // Lets the terminal go, so that it does not keep the process from ending.
  lines.close();
  return YES.has(answer.trim().toLowerCase());
}
