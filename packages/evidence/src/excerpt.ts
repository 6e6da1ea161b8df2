import { LONGEST_MATCH_TEXT } from './reading.ts';

/** A match with as much as may be of what stands around it. */
export function excerpt(text: string, index: number, length: number): string {
  if (text.length <= LONGEST_MATCH_TEXT) return text;
  const spare = Math.max(0, LONGEST_MATCH_TEXT - length);
  const from = Math.max(0, Math.min(index - Math.floor(spare / 2), text.length - LONGEST_MATCH_TEXT));
  return text.slice(from, from + LONGEST_MATCH_TEXT);
}
