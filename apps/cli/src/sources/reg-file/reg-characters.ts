/** The characters that mean something in a `.reg` file, as UTF-16 units. */
const TAB = 9;
export const NEWLINE = 10;
export const RETURN = 13;
const SPACE = 32;
export const QUOTE = 34;
export const COMMA = 44;
export const MINUS = 45;
export const SEMICOLON = 59;
export const EQUALS = 61;
export const AT = 64;
export const BRACKET = 91;
export const BACKSLASH = 92;
export const LETTER_D = 100;
export const BYTE_ORDER_MARK = 0xfeff;

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** The end of the file counts, where the code is no number; so does a comment. */
export function isLineEnd(code: number): boolean {
  return code === NEWLINE || code === RETURN || code === SEMICOLON || Number.isNaN(code);
}

/** Where the blanks from a place on end. */
export function skipBlanks(text: string, from: number): number {
  let pos = from;
  while (isBlank(text.charCodeAt(pos))) pos++;
  return pos;
}

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
