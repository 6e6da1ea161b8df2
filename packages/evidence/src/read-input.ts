import type { InputProblem } from '@mailtls/core';
import { gunzip, isGzip } from './archives/gunzip.ts';
import { InflateMeter } from './archives/inflate-meter.ts';
import { isZip, type ZipBytes, type ZipEntry, zipEntries } from './archives/unzip.ts';
import { EvidenceError } from './evidence-error.ts';
import type { EvidenceRun, OpenInput } from './evidence-run.ts';
import { gather } from './input/gather.ts';
import { type OpenedStream, takeHead } from './input/head-of-stream.ts';
import { encodingOf, headText, toUtf8, utf8MarkLength } from './input/text-encoding.ts';
import type { NumberedSpan } from './log-threads.ts';
import { identifyLog } from './logs/identify-log.ts';
import type { LogLayout } from './logs/log-layout.ts';
import { messageOf, problem } from './problem.ts';
import { ProblemList } from './problem-list.ts';
import { binaryReader, documentReader, readDocument, searchText } from './read-document.ts';
import { readLog, readLogSpans } from './read-log.ts';

/** As much as it takes to know what an input is: a mail's headers, the first events of an export. */
const HEAD_BYTES = 64 * 1024;
/** How a `.reg` file begins, of today and of Windows 98. */
const registryExport = /^\uFEFF?\s*(?:Windows Registry Editor Version 5\.00|REGEDIT4)\s*(?:[\r\n]|$)/;
/** An archive, and an archive in it. */
const DEEPEST = 2;

/** A log on disk, for threads to read. */
export interface LogOnDisk {
  readonly size: number;
  /** Its spans, read by threads, from one byte on. */
  spans(layout: LogLayout, from: number): AsyncIterable<NumberedSpan>;
  /** Its bytes from one on, for what the threads leave. */
  rest(from: number): AsyncIterable<Uint8Array>;
}

/** Something to be read: a source, or what an archive holds. */
export interface Input {
  /** An archive's entry is `archive.zip!entry`. */
  readonly path: string;
  /** What it is called where that tells its kind: without the `.gz`. */
  readonly name: string;
  /** In bytes; `null` where it is not known. */
  readonly size: number | null;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The same bytes from any place, where they can be had so. */
  readonly anywhere: ZipBytes | null;
  /** The same in the form that threads read logs in, where it is a file on disk. */
  readonly onDisk: LogOnDisk | null;
  /** Of the archive that it is in. */
  readonly meter: InflateMeter | null;
  /** In how many archives it is. */
  readonly depth: number;
  /** What was wrong with it so far. */
  readonly problems: ProblemList;
}

/**
 * Finds out what an input is and reads it. All that was read is in the run, even where an error ends it.
 *
 * @throws EvidenceError where the source cannot be read
 */
export async function readInput(run: EvidenceRun, input: Input): Promise<void> {
  const stream = await takeHead(input.chunks, HEAD_BYTES);
  try {
    if (isGzip(stream.head)) return await readGzip(run, input, stream.all);
    if (isZip(stream.head)) return await readZip(run, input, stream.all);
    await readContent(run, run.begin(input), input, stream);
  } finally {
    await stream.close();
  }
}

async function readContent(
  run: EvidenceRun,
  open: OpenInput,
  { name, size, onDisk }: Input,
  stream: OpenedStream,
): Promise<void> {
  const { head } = stream;
  const all = counted(stream.all, open);
  if (head.length === 0) return open.problems.report('empty');
  const readBinary = binaryReader(head, name);
  if (readBinary !== null) return readDocument(run, open, readBinary, all);
  const encoding = encodingOf(head);
  if (encoding === null) {
    open.bytes = size ?? head.length;
    return open.problems.report('binary');
  }
  const text = headText(head, encoding);
  if (registryExport.test(text)) {
    open.bytes = size ?? head.length;
    return open.problems.report('registry-export');
  }
  const layout = identifyLog(text, name);
  if (layout !== null) {
    if (onDisk === null || encoding !== 'utf-8' || !run.isWorthThreads(layout, onDisk.size))
      return readLog(run, open, layout, toUtf8(all, encoding));
    const mark = utf8MarkLength(head);
    open.bytes += mark;
    return readLogSpans(run, open, layout, onDisk.spans(layout, mark), (from) => counted(onDisk.rest(from), open));
  }
  const read = documentReader(text, name);
  return read === null ? searchText(run, open, toUtf8(all, encoding)) : readDocument(run, open, read, all);
}

async function readGzip(run: EvidenceRun, input: Input, packed: AsyncIterable<Uint8Array>): Promise<void> {
  if (input.depth >= DEEPEST) return refuse(run, input, problem('archive-depth'));
  const meter = input.meter ?? new InflateMeter(run.limits);
  const chunks = gunzip(packed, meter, input.problems);
  const name = input.name.replace(/\.gz$/i, '');
  await readInput(run, {
    ...input,
    name,
    size: null,
    chunks,
    anywhere: null,
    onDisk: null,
    meter,
    depth: input.depth + 1,
  });
}

async function readZip(run: EvidenceRun, input: Input, packed: AsyncIterable<Uint8Array>): Promise<void> {
  if (input.depth >= DEEPEST) return refuse(run, input, problem('archive-depth'));
  const { bufferedArchiveBytes } = run.limits;
  const bytes = input.anywhere ?? (await gather(packed, bufferedArchiveBytes));
  if (bytes === null) return refuse(run, input, problem('archive-memory', { args: { bytes: bufferedArchiveBytes } }));
  await readEntries(run, input, bytes);
  if (input.problems.list().length > 0) run.begin(input).bytes = input.size ?? 0;
}

/** What is wrong with the archive as a whole becomes its problem. */
async function readEntries(run: EvidenceRun, archive: Input, bytes: ZipBytes): Promise<void> {
  const meter = archive.meter ?? new InflateMeter(run.limits);
  const { problems } = archive;
  const { archiveEntries } = run.limits;
  let count = 0;
  try {
    for await (const entry of zipEntries(bytes)) {
      if (meter.spent !== null) return problems.add(meter.spent);
      if (count >= archiveEntries) return problems.report('archive-entries', { args: { most: archiveEntries } });
      count += 1;
      await readEntry(run, archive, entry, meter);
    }
    if (count === 0) problems.report('empty');
  } catch (cause) {
    if (cause instanceof EvidenceError) throw cause;
    problems.report('archive-broken', { detail: messageOf(cause) });
  }
}

async function readEntry(run: EvidenceRun, archive: Input, entry: ZipEntry, meter: InflateMeter): Promise<void> {
  const problems = new ProblemList();
  const path = `${archive.path}!${entry.name}`;
  if (entry.refusal !== null) {
    problems.add(entry.refusal);
    run.begin({ path, problems });
    return;
  }
  const chunks = meter.measure(entry.open(), problems);
  await readInput(run, {
    path,
    name: path,
    size: null,
    chunks,
    anywhere: null,
    onDisk: null,
    meter,
    depth: archive.depth + 1,
    problems,
  });
}

/** Reports an archive that is not opened. */
function refuse(run: EvidenceRun, input: Input, why: InputProblem): void {
  input.problems.add(why);
  run.begin(input).bytes = input.size ?? 0;
}

async function* counted(chunks: AsyncIterable<Uint8Array>, input: OpenInput): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    input.bytes += chunk.length;
    yield chunk;
  }
}
