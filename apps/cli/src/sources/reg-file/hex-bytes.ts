import { BACKSLASH, COMMA, hexDigit, isLineEnd, NEWLINE, RETURN, skipBlanks } from './reg-characters.ts';

/** Reads the bytes of a `hex:` value: most of what a `.reg` file holds. */
export class HexBytes {
  #bytes: Buffer = Buffer.alloc(1024);
  /** Where reading stopped. */
  end = 0;

  /**
   * Takes bytes of one or two digits between commas, over as many lines as end with a backslash.
   *
   * @returns the bytes, until the next call; `undefined` where one is none.
   */
  take(text: string, start: number): Buffer | undefined {
    let pos = skipBlanks(text, start);
    let size = 0;
    for (let more = !isLineEnd(text.charCodeAt(pos)); more; ) {
      let high = hexDigit(text.charCodeAt(pos));
      if (high < 0) {
        pos = skipContinuation(text, pos);
        high = hexDigit(text.charCodeAt(pos));
      }
      if (high < 0) {
        this.end = pos;
        return undefined;
      }
      const low = hexDigit(text.charCodeAt(++pos));
      if (low >= 0) pos++;
      if (size === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], size * 2);
      this.#bytes[size++] = low < 0 ? high : high * 16 + low;
      if (text.charCodeAt(pos) !== COMMA) pos = skipBlanks(text, pos);
      more = text.charCodeAt(pos) === COMMA;
      if (more) pos++;
    }
    this.end = pos;
    return this.#bytes.subarray(0, size);
  }
}

/** Where the text goes on in the next line after a backslash at the end of one. A backslash elsewhere stays where it is. */
function skipContinuation(text: string, start: number): number {
  let pos = skipBlanks(text, start);
  while (text.charCodeAt(pos) === BACKSLASH) {
    let end = skipBlanks(text, pos + 1);
    if (text.charCodeAt(end) === RETURN) end++;
    if (text.charCodeAt(end) !== NEWLINE) return pos;
    pos = skipBlanks(text, end + 1);
  }
  return pos;
}
