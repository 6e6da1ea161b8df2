import { isCompoundFile } from './documents/compound-file.ts';
import { decodeText } from './documents/decode-text.ts';
import { looksLikeMsg, readMsg } from './documents/msg.ts';
import { looksLikeNdr, readNdr } from './documents/ndr.ts';
import { readText } from './documents/pasted-text.ts';
import { looksLikeProbes, readProbes } from './documents/probe-result.ts';
import { looksLikeQueue, readQueue } from './documents/queue.ts';
import { looksLikeHeaders, readHeaders } from './documents/received-headers.ts';
import { looksLikeEvents, readEvents } from './documents/schannel-events.ts';
import type { EvidenceRun, OpenInput } from './evidence-run.ts';
import { wholeLines } from './logs/whole-lines.ts';
import type { ReadContext, Reading } from './reading.ts';

/** Reads a document, which is small enough to be held in memory. */
export type DocumentReader = (content: Uint8Array, context: ReadContext) => Reading | Promise<Reading>;

/** In the order in which they are asked. */
const readers: readonly (readonly [looksLike: (head: string, path: string) => boolean, read: DocumentReader])[] = [
  [looksLikeProbes, readProbes],
  [looksLikeNdr, readNdr],
  [looksLikeQueue, readQueue],
  [looksLikeEvents, readEvents],
  [looksLikeHeaders, readHeaders],
];

/** What reads a binary file; `null` for one that nothing reads. */
export function binaryReader(head: Buffer, path: string): DocumentReader | null {
  return isCompoundFile(head) || looksLikeMsg('', path) ? readMsg : null;
}

/** What reads a text of a known form; `null` for one of none. */
export function documentReader(head: string, path: string): DocumentReader | null {
  return readers.find(([looksLike]) => looksLike(head, path))?.[1] ?? null;
}

export async function readDocument(
  run: EvidenceRun,
  input: OpenInput,
  read: DocumentReader,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const content = await beginning(chunks, run.limits.documentBytes, input);
  const reading = await read(content, { path: input.path, matcher: run.textMatcher, window: run.window });
  input.kind = reading.kind;
  addReading(run, input, reading, 0);
}

async function beginning(chunks: AsyncIterable<Uint8Array>, most: number, { problems }: OpenInput): Promise<Buffer> {
  const parts: Buffer[] = [];
  let left = most;
  for await (const chunk of chunks) {
    parts.push(Buffer.from(chunk.subarray(0, left)));
    left -= chunk.length;
    if (left >= 0) continue;
    problems.report('too-large', { args: { bytes: most } });
    break;
  }
  return Buffer.concat(parts);
}

/** How much of a text is searched at a time. What is wrapped over the end of such a part is not found. */
const TEXT_BYTES = 4 * 1024 * 1024;

/** Searches a text of no known form, however long, in UTF-8. */
export async function searchText(run: EvidenceRun, input: OpenInput, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  let linesBefore = 0;
  let found = 0;
  let part: Buffer[] = [];
  let bytes = 0;
  const search = (): void => {
    const content = Buffer.concat(part);
    if (run.mayHoldSignature(content)) {
      const reading = readText(content, { path: input.path, matcher: run.textMatcher, window: run.window });
      found += reading.matches.length;
      addReading(run, input, reading, linesBefore);
    } else for (const problem of decodeText(content).problems) input.problems.add(problem);
    linesBefore += countLines(content);
    part = [];
    bytes = 0;
  };
  input.kind = 'text';
  const onCutLine = (): void => input.problems.report('line-too-long', { line: linesBefore + countLines(...part) + 1 });
  for await (const block of wholeLines(chunks, run.limits.lineBytes, onCutLine)) {
    part.push(Buffer.from(block));
    bytes += block.length;
    if (bytes >= TEXT_BYTES) search();
  }
  if (bytes > 0) search();
  if (found === 0) input.problems.report('unrecognised');
}

function addReading(run: EvidenceRun, input: OpenInput, reading: Reading, linesBefore: number): void {
  for (const problem of reading.problems) input.problems.add(problem, linesBefore);
  for (const match of reading.matches) {
    run.addMatch(match.line === null || linesBefore === 0 ? match : { ...match, line: match.line + linesBefore });
  }
  for (const peer of reading.peers) run.addPeer(peer);
  for (const probe of reading.probes ?? []) run.probes.push(probe);
}

function countLines(...blocks: readonly Buffer[]): number {
  let lines = 0;
  for (const block of blocks) {
    for (let at = block.indexOf(0x0a); at !== -1; at = block.indexOf(0x0a, at + 1)) lines += 1;
  }
  return lines;
}
