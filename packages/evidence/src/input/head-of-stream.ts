/** A stream whose first bytes were looked at. */
export interface OpenedStream {
  /** As many of the first bytes as were wanted, or more; all there are where there are fewer. */
  readonly head: Buffer;
  /** The stream from its beginning. Either this is read or the stream closed. */
  readonly all: AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a stream and looks at its first bytes, to know what it is. */
export async function takeHead(chunks: AsyncIterable<Uint8Array>, wanted: number): Promise<OpenedStream> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < wanted) {
    const { value, done } = await iterator.next();
    if (done) break;
    // Copied, as the source may fill the chunk anew.
    parts.push(Buffer.from(value));
    length += value.length;
  }
  const head = Buffer.concat(parts);
  const close = async (): Promise<void> => void (await iterator.return?.());
  return { head, all: withHead(head, iterator, close), close };
}

async function* withHead(
  head: Buffer,
  iterator: AsyncIterator<Uint8Array>,
  close: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (;;) {
      const { value, done } = await iterator.next();
      if (done) return;
      yield value;
    }
  } finally {
    await close();
  }
}
