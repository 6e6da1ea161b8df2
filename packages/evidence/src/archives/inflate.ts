import { pipeline, type Readable } from 'node:stream';
import type { Gunzip, InflateRaw } from 'node:zlib';

/** Something packed, on its way out. */
export interface Inflating {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How many packed bytes went into what came out so far: not those that were read ahead. */
  consumed(): number;
}

/** How much is unpacked at a time. */
export const OUTPUT_BYTES: number = 256 * 1024;

/** Unpacks a stream. Errors of either come out of `chunks`. */
export function inflate(packed: Readable, engine: Gunzip | InflateRaw): Inflating {
  return { chunks: pipeline(packed, engine, () => undefined), consumed: () => engine.bytesWritten };
}
