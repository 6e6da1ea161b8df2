import type { Message } from 'sarif';

/**
 * A message of SARIF. In one, `[text](target)` is a link (§3.11.6): in text from outside it would lead the reader astray, so that
 * it is taken apart.
 */
export function plainMessage(text: string): Message {
  return { text: text.replaceAll('](', '] (') };
}
