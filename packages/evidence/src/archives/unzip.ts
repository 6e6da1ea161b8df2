import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { InputProblem } from '@mailtls/core';
import {
  type Entry,
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
} from 'yauzl';
import type { EvidenceSource } from '../evidence-source.ts';
import { problem } from '../problem.ts';
import { copies } from './gunzip.ts';
import { type Inflating, inflate, OUTPUT_BYTES } from './inflate.ts';

/** A zip archive's bytes: in memory, or where they can be read from any place. */
export type ZipBytes = Buffer | (Required<Pick<EvidenceSource, 'openRange'>> & { readonly size: number });

/** A file in a zip archive. */
export interface ZipEntry {
  /** As the archive has it: hostile. */
  readonly name: string;
  /** Why it cannot be unpacked; `null` where it can. */
  readonly refusal: InputProblem | null;
  open(): Promise<Inflating>;
}

export function isZip(head: Uint8Array): boolean {
  const [p, k, kind, end] = head;
  return p === 0x50 && k === 0x4b && ((kind === 3 && end === 4) || (kind === 5 && end === 6));
}

/** The files of a zip archive, zip64 included, in the order of its directory. Throws an `Error` where that is broken. */
export async function* zipEntries(archive: ZipBytes): AsyncGenerator<ZipEntry> {
  // Names are labels here and never become paths, so that none has to be refused.
  const options = { decodeStrings: false } as const;
  const zip = Buffer.isBuffer(archive)
    ? await fromBufferPromise(archive, options)
    : await fromRandomAccessReaderPromise(new RangeReader(archive.openRange), archive.size, options);
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    if (name.endsWith('/')) continue;
    // It is unpacked here, where it can be seen how much went in.
    const open = async (): Promise<Inflating> =>
      unpack(await zip.openReadStreamPromise(entry, { decodeFileData: false }), entry);
    yield { name, refusal: refusalOf(entry), open };
  }
}

const STORED = 0;

function unpack(packed: Readable, { compressionMethod }: Entry): Inflating {
  if (compressionMethod !== STORED) return inflate(packed, createInflateRaw({ chunkSize: OUTPUT_BYTES }));
  let consumed = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed as AsyncIterable<Buffer>) {
      consumed += chunk.length;
      yield chunk;
    }
  };
  return { chunks: counted(), consumed: () => consumed };
}

function refusalOf(entry: Entry): InputProblem | null {
  if (entry.isEncrypted()) return problem('archive-encrypted');
  return entry.canDecodeFileData() ? null : problem('archive-method', { args: { method: entry.compressionMethod } });
}

class RangeReader extends RandomAccessReader {
  readonly #openRange: (start: number, end: number) => AsyncIterable<Uint8Array>;

  constructor(openRange: (start: number, end: number) => AsyncIterable<Uint8Array>) {
    super();
    this.#openRange = openRange;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(copies(this.#openRange(start, end)), { objectMode: false });
  }
}
