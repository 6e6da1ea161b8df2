/**
 * The scanning pass alone: `node bench/scan-pass.ts FILE…` reads files by ranges of bytes on two threads, cuts their lines and
 * finds the anchors of the catalogue, and prints how many lines hold one of a signature. What sessions need is left out.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { signatures } from '@mailtls/core';
import { LineScanner, record, scannerTables } from '../src/logs/line-scanner.ts';
import { tag, tracerAnchors } from '../src/logs/line-tags.ts';

const READ_BYTES = 512 * 1024;
const THREADS = 2;
const LINE_FEED = 0x0a;

interface Part {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** The lines of a part, and those of them that hold a signature's anchor. A line belongs to where it begins. */
function scanPart(scanner: LineScanner, { path, from, to }: Part): readonly [lines: number, hits: number] {
  const { memory, start, records } = scanner;
  const file = openSync(path);
  let [lines, hits, held, position] = [0, 0, 0, from];
  let isSought = from > 0;
  while (position - held < to) {
    const read = readSync(file, memory, start + held, READ_BYTES, position);
    if (read === 0) break;
    position += read;
    const end = start + held + read;
    let at = start;
    if (isSought) at = memory.indexOf(LINE_FEED, start) + 1;
    isSought = false;
    const last = memory.lastIndexOf(LINE_FEED, end - 1) + 1;
    while (at < last) {
      const count = scanner.scan(at, last);
      lines += count;
      for (let index = record.tagsAndEvent; index < count * record.length; index += record.length) {
        hits += ((records[index] ?? 0) >>> 8) & tag.signature;
      }
      at = scanner.next;
    }
    held = end - last;
    memory.copyWithin(start, last, end);
  }
  closeSync(file);
  return [lines, hits];
}

if (isMainThread) {
  const paths = process.argv.slice(2);
  const parts = paths.flatMap((path) => {
    const { size } = statSync(path);
    const share = Math.ceil(size / THREADS);
    return Array.from({ length: THREADS }, (_, index) => ({ path, from: index * share, to: (index + 1) * share }));
  });
  const tables = scannerTables(tracerAnchors(signatures));
  const counts = await Promise.all(
    Array.from({ length: THREADS }, (_, thread) => {
      const own = parts.filter((_, index) => index % THREADS === thread);
      const worker = new Worker(new URL(import.meta.url), { workerData: { parts: own, tables } });
      return new Promise<readonly [number, number]>((resolve, reject) =>
        worker.once('message', resolve).once('error', reject),
      );
    }),
  );
  process.stdout.write(`${counts.reduce((sum, [, hits]) => sum + hits, 0)}\n`);
} else {
  const { parts, tables } = workerData as { parts: readonly Part[]; tables: Uint8Array };
  const scanner = new LineScanner(tables, READ_BYTES * 2);
  const counts = parts.map((part) => scanPart(scanner, part));
  parentPort?.postMessage([
    counts.reduce((sum, [lines]) => sum + lines, 0),
    counts.reduce((sum, [, hits]) => sum + hits, 0),
  ]);
}
