/** A stream's bytes in one piece; `null` where there are more than `most`. */
export async function gather(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) return null;
    // Copied, as the source may fill the chunk anew.
    parts.push(Buffer.from(chunk));
  }
  return Buffer.concat(parts);
}
