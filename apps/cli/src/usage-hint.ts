import { existsSync } from 'node:fs';
import type { Say } from './wording/say.ts';

/** The commands that take no file but with an option. */
const WITHOUT_FILES: ReadonlySet<string> = new Set(['check', 'fix']);

/**
 * What to do about the mistakes that are made most: options with one dash, as PowerShell has them, and files without an option,
 * as a shell makes of `--from *.reg`. Empty for any other.
 *
 * @param objection what yargs says of the arguments; it ends with those that it does not know.
 */
export function usageHint(objection: string, args: readonly string[], say: Say): string {
  const option = args.find((arg) => /^-[a-z]{2}/i.test(arg));
  if (option !== undefined) return say('hint.two-dashes', { option: `-${option.toLowerCase()}` });
  if (!args.some((arg) => WITHOUT_FILES.has(arg))) return '';
  const [, unknown = ''] = /: (.*)$/s.exec(objection) ?? [];
  const file = unknown.split(', ').find((name) => args.includes(name) && existsSync(name));
  return file === undefined ? '' : say('hint.from', { file });
}
