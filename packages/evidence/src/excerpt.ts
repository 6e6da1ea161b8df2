import { LONGEST_MATCH_TEXT } from './reading.ts';

/** A match with as much as may be of what stands around it on its line. */
export function excerpt(text: string, index: number, length: number): string {
  // No more is looked at than can be shown: a line may have megabytes, and a match in each of its words.
  const first = Math.max(0, index - LONGEST_MATCH_TEXT);
  const near = text.slice(first, index + LONGEST_MATCH_TEXT);
  const at = index - first;
  const lineStart = near.lastIndexOf('\n', at) + 1;
  const nextLine = near.indexOf('\n', at);
  const lineEnd = nextLine === -1 ? near.length : nextLine;
  const before = Math.max(0, LONGEST_MATCH_TEXT - length) >> 1;
  const from = Math.max(lineStart, Math.min(at - before, lineEnd - LONGEST_MATCH_TEXT));
  return near.slice(from, Math.min(lineEnd, from + LONGEST_MATCH_TEXT)).trim();
}
