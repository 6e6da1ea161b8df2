import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signatures } from '@mailtls/core';
import { array, assert, asyncProperty, boolean, constantFrom, integer } from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { defaultLimits } from '../../src/evidence-limits.ts';
import { EvidenceRun, type OpenInput } from '../../src/evidence-run.ts';
import type { NumberedSpan } from '../../src/log-threads.ts';
import { scannerTables } from '../../src/logs/line-scanner.ts';
import { tracerAnchors } from '../../src/logs/line-tags.ts';
import { LineTracer } from '../../src/logs/line-tracer.ts';
import { layoutOf } from '../../src/logs/log-layout.ts';
import { SpanReader } from '../../src/logs/span-reader.ts';
import { ProblemList } from '../../src/problem-list.ts';
import { readLog, readLogSpans } from '../../src/read-log.ts';
import { TimeWindow } from '../../src/time-window.ts';
import { bytesWithErrors, oddLine } from './odd-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'mailtls-spans-'));
const path = join(folder, 'SEND.LOG');
afterAll(() => rmSync(folder, { recursive: true }));

const layout = layoutOf('smtp-send-log');
const tables = scannerTables(tracerAnchors(signatures));

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}

/** What a log gives that is read by `read`. */
async function resultOf(read: (run: EvidenceRun, input: OpenInput) => Promise<void>): Promise<unknown> {
  const run = new EvidenceRun(signatures, new TimeWindow(), defaultLimits);
  const input = run.begin({ path, problems: new ProblemList() });
  await read(run, input);
  const { peers } = run.finish();
  return { matches: run.matches, peers, problems: input.problems.list() };
}

/** @param cuts where one span ends and the next begins. */
async function readInSpans(log: Buffer, mark: string, cuts: readonly number[], readBytes: number): Promise<unknown> {
  const bytes = Buffer.concat([Buffer.from(mark), log]);
  writeFileSync(path, bytes);
  const logFrom = bytes.length - log.length;
  const reader = new SpanReader(new LineTracer(tables, 1000, layout, new TimeWindow()), readBytes);
  async function* spans(): AsyncGenerator<NumberedSpan> {
    for (const [index, from] of [logFrom, ...cuts].entries()) {
      const span = reader.read(path, { from, to: cuts[index] ?? Number.MAX_SAFE_INTEGER, logFrom });
      yield { ...span, leftOut: 0, thread: 0 };
      if (span.stoppedAt !== null) return;
    }
  }
  return resultOf(async (run, input) => {
    let rest = 0;
    await readLogSpans(run, input, layout, spans(), (from) => {
      rest = bytes.length - from;
      return inPieces(bytes.subarray(from));
    });
    // All of it was read, and nothing twice.
    expect(input.bytes + rest).toBe(log.length);
  });
}

test('a log is the same in spans as it is line by line, wherever they are cut', async () => {
  const lines = array(oddLine, { minLength: 1, maxLength: 60 });
  await assert(
    asyncProperty(
      lines,
      constantFrom('\n', '\r\n'),
      boolean(),
      constantFrom('', '\uFEFF'),
      array(integer({ min: 1, max: 8000 }), { maxLength: 6 }),
      integer({ min: 1, max: 900 }),
      async (given, end, isEnded, mark, cuts, readBytes) => {
        const bytes = bytesWithErrors(given.join(end) + (isEnded ? end : ''));
        const places = [...new Set(cuts.filter((cut) => cut > mark.length * 3 && cut < bytes.length))].sort(
          (a, b) => a - b,
        );
        expect(await readInSpans(bytes, mark, places, readBytes)).toEqual(
          await resultOf((run, input) => readLog(run, input, layout, inPieces(bytes))),
        );
      },
    ),
    { numRuns: 500 },
  );
});
