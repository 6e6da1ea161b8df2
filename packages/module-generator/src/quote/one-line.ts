/**
 * A text on one line, for comments and tables: what could end a line, or act on a terminal, becomes a blank. Half of a
 * surrogate pair becomes U+FFFD, as it does in every encoding.
 */
export function oneLine(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+/g, ' ').replace(/\p{Surrogate}/gu, '\ufffd');
}
