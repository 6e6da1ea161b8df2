import { isUtf8 } from 'node:buffer';
import { type Saying, saying } from '../wording/saying.ts';

/** The text of a file. */
export interface DecodedText {
  readonly text: string;
  /** What could not be told of it, or was lost; `null` for nothing. */
  readonly problem: Saying | null;
  /** Whether it ends in the middle of a character. */
  readonly isCut: boolean;
}

const ANSI = new TextDecoder('windows-1252');

/** Text in an ANSI code page that is not named, read as Windows-1252. */
export function decodeAnsi(bytes: Uint8Array): string {
  return ANSI.decode(bytes);
}

/** Reads text as Windows' tools write it: UTF-16LE with a mark, UTF-8 with or without one, else an ANSI code page. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) {
    // Not TextDecoder: lone surrogates are legal in registry names and must stay what they are.
    const isCut = buffer.length % 2 === 1;
    return { text: buffer.toString('utf16le', 2), problem: isCut ? saying('text.cut') : null, isCut };
  }
  const isValid = isUtf8(buffer);
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) {
    return { text: buffer.toString('utf8', 3), problem: isValid ? null : saying('text.not-utf8'), isCut: false };
  }
  if (isValid) return { text: buffer.toString('utf8'), problem: null, isCut: false };
  return { text: decodeAnsi(buffer), problem: saying('text.code-page'), isCut: false };
}
