import type { Anchor } from './anchor-scanner.ts';
import { bucketsOf } from './fingerprints.ts';
import { lineScannerCode } from './line-scanner-code.ts';

/** A line's record: twelve numbers. Places are bytes of the scanner's memory. */
export const record = {
  /** Where the line begins, and where its end is, without return and line feed. */
  start: 0,
  end: 1,
  /**
   * Where the field `data` begins; 0 for a line that is not plain, of which the rest of the record says nothing. A plain line has
   * the usual fields, a time of 24 bytes, a session id of 16, and no quote before its data.
   */
  data: 2,
  /** Where the session's id begins. The connector ends before the comma that is before it, and begins after the time. */
  id: 3,
  remote: 4,
  remoteEnd: 5,
  /** The tags of the anchors in the data and behind, and in the lowest eight bits the first byte of the event. */
  tagsAndEvent: 6,
  /** Of the session's id. */
  hash: 7,
  /** The session's id itself: four numbers. */
  idBytes: 8,
  length: 12,
} as const;

/** Where a plain line's connector begins: after its time and a comma. */
export const CONNECTOR_AT = 25;

// As line-scanner.wat has them.
const BUCKETS_AT = 96;
const TEXTS_AT = 192;
const VECTOR = 16;
const PAGE = 65_536;
/** What the scan may read before and behind the lines. */
const MARGIN = 64;
/** Room for what is kept of many lines. */
const SPARE = 4 * 1024 * 1024;
/** Records are written for so many lines at a time. */
const RECORDS = 1024;

/** What is used of WebAssembly, whose types only come with those of browsers. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly next: { readonly value: number };
  readonly beyondAscii: { readonly value: number };
  readonly seed1: { value: bigint };
  readonly seed2: { value: bigint };
  scan(from: number, to: number, records: number, most: number): number;
  same(one: number, other: number, length: number): number;
  hash(at: number, end: number, mixedWith: number): number;
}

/**
 * Cuts whole lines of protocol logs, finds their fields and what anchors they hold: one pass over the bytes, sixteen at a time
 * (WebAssembly's SIMD). Anchors are found by three of their bytes ("Teddy", the algorithm of Intel's Hyperscan).
 */
export class LineScanner {
  /** Lines are put here by who calls, from `start` on. */
  readonly memory: Buffer;
  readonly start: number;
  /** How many bytes fit in from there. */
  readonly capacity: number;
  /** Bytes that nobody else writes to: where they are, and how many. */
  readonly spare: number;
  readonly spareLength: number = SPARE;
  /** The records of the last scan. */
  readonly records: Int32Array;
  readonly #exports: Exports;
  readonly #recordsAt: number;

  /**
   * @param tables what it looks for, as `scannerTables` gives it.
   * @param capacity how many bytes of lines it is to take at a time.
   */
  constructor(tables: Uint8Array, capacity: number) {
    const code = new WebAssembly.Module(Buffer.from(lineScannerCode, 'base64'));
    this.#exports = new WebAssembly.Instance(code).exports as Exports;
    this.#recordsAt = roundUp(TEXTS_AT + tables.length, VECTOR);
    this.start = roundUp(this.#recordsAt + RECORDS * record.length * 4 + MARGIN, PAGE / 16);
    this.capacity = capacity;
    const { memory, seed1, seed2 } = this.#exports;
    this.spare = this.start + capacity + MARGIN;
    memory.grow(Math.ceil((this.spare + SPARE + MARGIN) / PAGE) - 1);
    this.memory = Buffer.from(memory.buffer);
    this.memory.set(tables);
    this.records = new Int32Array(memory.buffer, this.#recordsAt, RECORDS * record.length);
    seed1.value = randomOdd();
    seed2.value = randomOdd();
  }

  /**
   * Scans lines that lie between two places of the memory, each of which ends in a line feed, and writes a record for each, up
   * to the most that fit.
   *
   * @returns how many lines were scanned. Those that are left begin at `next`.
   */
  scan(from: number, to: number): number {
    return this.#exports.scan(from, to, this.#recordsAt, RECORDS);
  }

  /** Whether two ranges of the memory, one as long as the other, hold the same bytes. */
  same(one: number, other: number, length: number): boolean {
    return this.#exports.same(one, other, length) !== 0;
  }

  /** A hash of a range of the memory and another hash. Nobody can foresee it. */
  hash(at: number, end: number, mixedWith: number): number {
    return this.#exports.hash(at, end, mixedWith);
  }

  /** Whether the lines of the last scan, or the bytes right behind them, hold more than ASCII. */
  get mayBeBeyondAscii(): boolean {
    return this.#exports.beyondAscii.value !== 0;
  }

  /** Where the last scan ended. */
  get next(): number {
    return this.#exports.next.value;
  }
}

function randomOdd(): bigint {
  return BigInt(Math.trunc(Math.random() * 2 ** 52)) * 4099n * 2n + 1n;
}

function roundUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}

/** What a scanner looks for, as its code reads it. To make it takes longer than all else that a scanner needs. */
export function scannerTables(anchors: readonly Anchor[]): Uint8Array {
  const buckets = bucketsOf(anchors);
  const parts: Uint8Array[] = [];
  let at = TEXTS_AT;
  const head = new Uint8Array(TEXTS_AT);
  const addresses = new DataView(head.buffer, BUCKETS_AT);
  for (const [bucket, { masks, members }] of buckets.entries()) {
    for (const [place, lows] of masks.low.entries()) mark(head, 2 * place, bucket, lows);
    for (const [place, highs] of masks.high.entries()) mark(head, 2 * place + 1, bucket, highs);
    addresses.setUint32(bucket * 4, at, true);
    for (const part of [
      ...members.map(({ anchor, at: offset }) => textEntry(anchor, offset)),
      new Uint8Array(VECTOR),
    ]) {
      parts.push(part);
      at += part.length;
    }
  }
  return Buffer.concat([head, ...parts]);
}

/** Sets a bucket's bit for each half of a byte that it may have. */
function mark(head: Uint8Array, vector: number, bucket: number, halves: number): void {
  for (let half = 0; half < VECTOR; half += 1) {
    if ((halves >> half) & 1) head[vector * VECTOR + half] = (head[vector * VECTOR + half] as number) | (1 << bucket);
  }
}

function textEntry({ text, tag, ignoreCase }: Anchor, offset: number): Uint8Array {
  const fold = ignoreCase ? 0x20 : 0;
  const bytes = new TextEncoder().encode(text);
  const pieces = Math.ceil(bytes.length / VECTOR);
  const entry = new Uint8Array(VECTOR + pieces * 3 * VECTOR);
  const head = new DataView(entry.buffer);
  head.setUint32(0, tag, true);
  head.setUint32(4, offset + 2, true);
  head.setUint32(8, pieces, true);
  for (const [index, byte] of bytes.entries()) {
    const at = VECTOR + Math.floor(index / VECTOR) * 3 * VECTOR + (index % VECTOR);
    entry[at] = byte | fold;
    entry[at + VECTOR] = 0xff;
    entry[at + 2 * VECTOR] = fold;
  }
  return entry;
}
