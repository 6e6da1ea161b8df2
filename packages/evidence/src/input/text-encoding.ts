/** How an input's text is encoded. A code page is taken for UTF-8 with invalid bytes. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const UTF8_MARK = Buffer.of(0xef, 0xbb, 0xbf);
/** How many bytes tell UTF-16 from what is no text. */
const SAMPLE = 4096;

/** The encoding of a text by its first bytes; `null` where they are no text. */
export function encodingOf(head: Buffer): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, SAMPLE);
  let [controls, evenZeros, oddZeros] = [0, 0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) index % 2 === 0 ? evenZeros++ : oddZeros++;
    // Tab, line ends, form feed and escape are met in text.
    else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls += 1;
  }
  const half = sample.length / 2;
  if (oddZeros > half * 0.6 && evenZeros < half * 0.1) return 'utf-16le';
  if (evenZeros > half * 0.6 && oddZeros < half * 0.1) return 'utf-16be';
  // A log that a power failure filled up with zeros still begins as text.
  const text = evenZeros + oddZeros === 0 ? sample : sample.subarray(0, sample.indexOf(0));
  const onlyZerosAfter = text.length + evenZeros + oddZeros === sample.length;
  return text.length > 0 && onlyZerosAfter && controls <= text.length / 20 ? 'utf-8' : null;
}

/** How many of a UTF-8 text's first bytes are its byte order mark. */
export function utf8MarkLength(head: Uint8Array): number {
  return UTF8_MARK.equals(head.subarray(0, UTF8_MARK.length)) ? UTF8_MARK.length : 0;
}

/** A text's bytes in UTF-8, without a byte order mark. UTF-8 is passed on as it is, invalid bytes included. */
export async function* toUtf8(chunks: AsyncIterable<Uint8Array>, encoding: TextEncoding): AsyncGenerator<Uint8Array> {
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    yield Buffer.from(decoder.decode());
    return;
  }
  let first = true;
  for await (const chunk of chunks) {
    const mark = first ? utf8MarkLength(chunk) : 0;
    first = false;
    yield chunk.subarray(mark);
  }
}

/** The text that an input begins with. */
export function headText(head: Buffer, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(head);
}
