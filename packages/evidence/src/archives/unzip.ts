import { Readable } from 'node:stream';
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

/** A zip archive's bytes: in memory, or where they can be read from any place. */
export type ZipBytes = Buffer | (Required<Pick<EvidenceSource, 'openRange'>> & { readonly size: number });

/** A file in a zip archive. */
export interface ZipEntry {
  /** As the archive has it: hostile. */
  readonly name: string;
  readonly packedBytes: number;
  /** Why it cannot be unpacked; `null` where it can. */
  readonly refusal: InputProblem | null;
  open(): Promise<AsyncIterable<Uint8Array>>;
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
    yield {
      name,
      packedBytes: entry.compressedSize,
      refusal: refusalOf(entry),
      open: () => zip.openReadStreamPromise(entry),
    };
  }
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

/** A stream holds several chunks at a time, and the source may fill them anew. */
async function* copies(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
