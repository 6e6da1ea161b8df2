import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ProblemList } from '../problem-list.ts';
import { inflate, OUTPUT_BYTES } from './inflate.ts';
import type { InflateMeter } from './inflate-meter.ts';

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 0x08;
}

/** What a gzip stream holds, all its members, up to its first trouble. */
export function gunzip(
  chunks: AsyncIterable<Uint8Array>,
  meter: InflateMeter,
  problems: ProblemList,
): AsyncIterable<Uint8Array> {
  const packed = Readable.from(copies(chunks), { objectMode: false });
  return meter.measure(inflate(packed, createGunzip({ chunkSize: OUTPUT_BYTES })), problems);
}

/** A stream holds several chunks at a time, and the source may fill them anew. */
export async function* copies(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
