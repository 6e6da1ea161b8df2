import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ProblemList } from '../problem-list.ts';
import type { InflateMeter } from './inflate-meter.ts';

const OUTPUT_BYTES = 256 * 1024;

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 0x08;
}

/** What a gzip stream holds, all its members, up to its first trouble. */
export function gunzip(
  chunks: AsyncIterable<Uint8Array>,
  meter: InflateMeter,
  problems: ProblemList,
): AsyncIterable<Uint8Array> {
  let packed = 0;
  async function* copies(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      packed += chunk.length;
      yield Buffer.from(chunk);
    }
  }
  // The errors come out of the stream when it is read.
  const inflating = pipeline(
    Readable.from(copies(), { objectMode: false }),
    createGunzip({ chunkSize: OUTPUT_BYTES }),
    () => undefined,
  );
  return meter.measure(inflating, () => packed, problems);
}
