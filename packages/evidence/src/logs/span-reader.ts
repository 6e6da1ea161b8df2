import { closeSync, openSync, readSync } from 'node:fs';
import type { LineTracer } from './line-tracer.ts';
import type { Trace } from './trace.ts';

/** What is read at a time: small enough to stay in the processor's cache between reading and scanning. */
const READ_BYTES = 512 * 1024;
/** What is read at a time where only the end of a line is wanted. */
const REST_BYTES = 16 * 1024;
const LINE_FEED = 0x0a;

/** What a scanner for spans needs to hold: what is read, and the line that was begun before. */
export const SPAN_CAPACITY: number = READ_BYTES + 128 * 1024;

/** A part of a file: the lines that begin in it. */
export interface Span {
  /** Its first byte, and the one behind its last one. */
  readonly from: number;
  readonly to: number;
  /** Where the log begins, behind its byte order mark. */
  readonly logFrom: number;
}

export interface TracedSpan {
  readonly trace: Trace;
  /** How much of the file it was. */
  readonly length: number;
  /** Where the line begins that this cannot read, nor what follows it; `null` where all was read. */
  readonly stoppedAt: number | null;
  /** The file's last line, where it has no line feed. */
  readonly unended: Uint8Array;
}

/** Reads spans of protocol logs. */
export class SpanReader {
  readonly #tracer: LineTracer;
  readonly #readBytes: number;

  /** @param readBytes what is read at a time. */
  constructor(tracer: LineTracer, readBytes: number = READ_BYTES) {
    this.#tracer = tracer;
    this.#readBytes = readBytes;
  }

  /** @throws what `node:fs` throws */
  read(path: string, span: Span): TracedSpan {
    const descriptor = openSync(path, 'r');
    try {
      return this.#read(descriptor, span);
    } finally {
      closeSync(descriptor);
    }
  }

  #read(descriptor: number, { from, to, logFrom }: Span): TracedSpan {
    const tracer = this.#tracer;
    const { memory, start, capacity } = tracer.scanner;
    tracer.begin();
    // Where the byte before the span is no line feed, the first line that begins in it comes after the first one that is.
    let isSought = from > logFrom;
    let position = isSought ? from - 1 : from;
    let held = 0;
    const result = (stoppedAt: number | null, unended = 0): TracedSpan => ({
      trace: tracer.takeTrace(),
      length: Math.max(0, Math.min(to, stoppedAt ?? position) - from),
      stoppedAt,
      unended: memory.subarray(start, start + unended),
    });
    for (;;) {
      const wanted = Math.min(capacity - held, this.#readBytes, position < to ? READ_BYTES : REST_BYTES);
      // A line that does not fit.
      if (wanted === 0) return result(position - held);
      const read = readSync(descriptor, memory, start + held, wanted, position);
      if (read === 0) return result(null, isSought ? 0 : held);
      position += read;
      held += read;
      const bytes = memory.subarray(start, start + held);
      const base = position - held;
      let first = 0;
      if (isSought) {
        first = bytes.indexOf(LINE_FEED) + 1;
        isSought = first === 0;
        if (isSought) {
          held = 0;
          continue;
        }
      }
      // The span's last line is that of the byte before its end.
      const lastFeed = position < to ? -1 : bytes.indexOf(LINE_FEED, Math.max(0, to - 1 - base));
      const afterLast = (lastFeed === -1 ? bytes.lastIndexOf(LINE_FEED) : lastFeed) + 1;
      if (afterLast > first) {
        const stopped = tracer.read(start + first, start + afterLast);
        if (stopped < start + afterLast) return result(base + stopped - start);
      }
      if (lastFeed !== -1) return result(null);
      const kept = Math.max(first, afterLast);
      bytes.copyWithin(0, kept);
      held -= kept;
    }
  }
}
