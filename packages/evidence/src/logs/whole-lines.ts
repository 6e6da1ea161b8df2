const LINE_FEED = 0x0a;
/** Blocks are no larger than this, whatever the source's chunks are, so that they stay in the processor's cache. */
export const BLOCK_BYTES: number = 256 * 1024;

/**
 * Cuts a stream into blocks of whole lines. Every line ends in a line feed but for the last one, where the stream does not.
 * Where chunks begin and end makes no difference to the lines. A block is only valid until the next is asked for.
 *
 * @param longest a line with more bytes is cut off there, so that memory is bounded, and the rest of it is passed over.
 */
export async function* wholeLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
  onCutLine: () => void,
): AsyncGenerator<Buffer> {
  const begun = new BegunLine(longest);
  // No longer than the longest line, so that only a line that was begun before can be too long.
  const step = Math.min(BLOCK_BYTES, longest);
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += step) {
      const block = asBuffer(chunk.subarray(start, start + step));
      const first = block.indexOf(LINE_FEED);
      if (first === -1) {
        begun.append(block);
        continue;
      }
      begun.append(block.subarray(0, first));
      if (begun.isCut) onCutLine();
      yield begun.take(true);
      const afterLast = block.lastIndexOf(LINE_FEED) + 1;
      if (afterLast > first + 1) yield block.subarray(first + 1, afterLast);
      begun.append(block.subarray(afterLast));
    }
  }
  if (begun.isCut) onCutLine();
  if (!begun.isEmpty) yield begun.take(begun.isCut);
}

/** The beginning of a line whose end has not come yet. */
class BegunLine {
  #parts: Buffer[] = [];
  #length = 0;
  isCut = false;
  readonly #longest: number;

  constructor(longest: number) {
    this.#longest = longest;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  append(part: Buffer): void {
    const kept = part.subarray(0, this.#longest - this.#length);
    if (kept.length < part.length) this.isCut = true;
    if (kept.length === 0) return;
    // Copied, as the source may fill the chunk anew.
    this.#parts.push(Buffer.from(kept));
    this.#length += kept.length;
  }

  take(ended: boolean): Buffer {
    const line = Buffer.concat(ended ? [...this.#parts, Buffer.of(LINE_FEED)] : this.#parts);
    this.#parts = [];
    this.#length = 0;
    this.isCut = false;
    return line;
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
