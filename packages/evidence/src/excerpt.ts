import { LONGEST_MATCH_TEXT } from './reading.ts';

/** A match with as much as may be of what stands around it on its line. */
export function excerpt(text: string, index: number, length: number): string {
  const lineStart = text.lastIndexOf('\n', index) + 1;
  const nextLine = text.indexOf('\n', index);
  const lineEnd = nextLine === -1 ? text.length : nextLine;
  const before = Math.max(0, LONGEST_MATCH_TEXT - length) >> 1;
  const from = Math.max(lineStart, Math.min(index - before, lineEnd - LONGEST_MATCH_TEXT));
  return text.slice(from, Math.min(lineEnd, from + LONGEST_MATCH_TEXT)).trim();
}
