import { readFileSync } from 'node:fs';
import type { EvidenceSource } from '../src/evidence-source.ts';

/** A source that gives bytes in chunks, all of them in the same memory: what keeps one without a copy is found out. */
export function sourceOf(
  path: string,
  content: Uint8Array | string,
  chunkLengths: readonly number[] = [65_536],
): EvidenceSource {
  const bytes = Buffer.from(content);
  return { path, size: bytes.length, open: () => inChunks(bytes, chunkLengths) };
}

export async function* inChunks(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  const shared = Buffer.alloc(Math.max(...lengths));
  for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    const chunk = bytes.subarray(start, start + length);
    shared.set(chunk);
    yield shared.subarray(0, chunk.length);
    shared.fill(0x21);
    start += chunk.length;
  }
}

export function fixture(name: string): Buffer {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url));
}

export async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}
