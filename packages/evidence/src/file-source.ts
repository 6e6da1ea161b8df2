import { statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { EvidenceSource } from './evidence-source.ts';

/** Small enough to stay in the processor's cache between reading and scanning. */
const BUFFER_BYTES = 512 * 1024;

/**
 * A file on disk. A chunk that its streams give is overwritten after the next one was asked for: copy what must last. The
 * streams throw what `node:fs` throws.
 */
export function fileSource(path: string): EvidenceSource {
  return {
    path,
    file: path,
    get size() {
      return statSync(path, { throwIfNoEntry: false })?.size;
    },
    open: () => readFile(path, null, Number.POSITIVE_INFINITY),
    openRange: (start, end) => readFile(path, start, end),
  };
}

/** Reads the next chunk while the last one is worked on. Without a start it asks for no position, so that pipes can be read. */
async function* readFile(path: string, start: number | null, end: number): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  let position = start;
  const fill = async (buffer: Uint8Array): Promise<Uint8Array> => {
    const wanted = Math.min(buffer.length, end - (position ?? 0));
    const bytes = wanted > 0 ? await readInto(file, buffer.subarray(0, wanted), position) : 0;
    if (position !== null) position += bytes;
    return buffer.subarray(0, bytes);
  };
  let spare: Uint8Array = Buffer.allocUnsafe(BUFFER_BYTES);
  let buffer: Uint8Array = Buffer.allocUnsafe(BUFFER_BYTES);
  let next = fill(buffer);
  try {
    for (let chunk = await next; chunk.length > 0; chunk = await next) {
      [buffer, spare] = [spare, buffer];
      next = fill(buffer);
      // It is awaited on the next turn; should there be none, its failure is of no interest.
      next.catch(() => undefined);
      yield chunk;
    }
  } finally {
    await next.catch(() => undefined);
    await file.close();
  }
}

async function readInto(file: FileHandle, buffer: Uint8Array, position: number | null): Promise<number> {
  const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
  return bytesRead;
}
