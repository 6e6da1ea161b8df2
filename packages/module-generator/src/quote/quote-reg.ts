/** A text between quotes in a `.reg` file, which escapes quotes and backslashes. The text must have no line break. */
export function quoteReg(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
