import { TextDecoder } from 'node:util';
import { ClixmlError } from './clixml-error.ts';

/** What a file starts with tells its encoding: a byte order mark, or else the two bytes of `<`. Longest first. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe, 0, 0], 'UTF-32LE'],
  [[0, 0, 0xfe, 0xff], 'UTF-32BE'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0], 'utf-16le'],
  [[0, 0x3c], 'utf-16be'],
];

const LONGEST_SIGNATURE = 4;

/** The line that PowerShell puts before CLIXML on a stream that is not its own, such as a redirected stderr. */
const HEADER = '#< CLIXML';

function decoderFor(start: Uint8Array): TextDecoder {
  const signature = SIGNATURES.find(([bytes]) => bytes.every((byte, index) => start[index] === byte));
  const encoding = signature?.[1] ?? 'utf-8';
  if (encoding.startsWith('UTF-32')) {
    throw new ClixmlError('encoding', `the bytes are ${encoding}, which is not read; re-encode them as UTF-8`);
  }
  return new TextDecoder(encoding, { fatal: true });
}

/** Turns the pieces of a file into text: the encoding found out, a byte order mark and the header line taken away. */
export class TextDecoding {
  #decoder: TextDecoder | undefined;
  /** The first bytes, until there are enough to tell the encoding. */
  #start: Uint8Array | undefined = new Uint8Array(0);
  /** The first characters, until there are enough to tell whether they are the header. */
  #head: string | undefined = '';

  decode(piece: Uint8Array | string): string {
    return this.#withoutHeader(typeof piece === 'string' ? piece : this.#decodeBytes(piece, false), false);
  }

  /** What was still held back. */
  end(): string {
    return this.#withoutHeader(this.#start?.length === 0 ? '' : this.#decodeBytes(new Uint8Array(0), true), true);
  }

  #decodeBytes(bytes: Uint8Array, ended: boolean): string {
    let pending = bytes;
    if (this.#start !== undefined) {
      pending = Buffer.concat([this.#start, bytes]);
      if (pending.length < LONGEST_SIGNATURE && !ended) {
        this.#start = pending;
        return '';
      }
      this.#start = undefined;
      this.#decoder = decoderFor(pending);
    }
    try {
      return this.#decoder?.decode(pending, { stream: !ended }) ?? '';
    } catch (cause) {
      throw new ClixmlError(
        'encoding',
        `the bytes are not valid ${this.#decoder?.encoding}; decode them yourself if they are of a code page`,
        { cause },
      );
    }
  }

  #withoutHeader(text: string, ended: boolean): string {
    if (this.#head === undefined) {
      return text;
    }
    const head = (this.#head + text).replace(/^\uFEFF/, '');
    if (!ended && head.length < HEADER.length && HEADER.startsWith(head)) {
      this.#head = head;
      return '';
    }
    this.#head = undefined;
    // Spaces in its place keep the lines and columns of errors true.
    return head.startsWith(HEADER) ? ' '.repeat(HEADER.length) + head.slice(HEADER.length) : head;
  }
}
