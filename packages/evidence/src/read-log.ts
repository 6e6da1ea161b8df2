import type { EvidenceRun, OpenInput } from './evidence-run.ts';
import type { NumberedSpan } from './log-threads.ts';
import { seriesOf } from './logs/identify-log.ts';
import type { LogLayout } from './logs/log-layout.ts';
import { LogMatches } from './logs/log-matches.ts';
import { type LineReaders, LogReader } from './logs/log-reader.ts';
import { ProtocolLines } from './logs/protocol-lines.ts';
import { RecordLines } from './logs/record-lines.ts';
import { wholeLines } from './logs/whole-lines.ts';

/** A block that is shorter than this is read line by line, so that a small log does not wait for a scanner. */
const TRACED_BYTES = 32 * 1024;

/** Reads a log of Exchange, in UTF-8. */
export async function readLog(
  run: EvidenceRun,
  input: OpenInput,
  layout: LogLayout,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { reader } = openLog(run, input, layout);
  try {
    await readChunks(run, input, reader, chunks);
  } finally {
    run.reportCrowding(input);
  }
}

/**
 * Reads a log whose spans were read by threads.
 *
 * @param rest the log's bytes from one on, for what the threads leave.
 */
export async function readLogSpans(
  run: EvidenceRun,
  input: OpenInput,
  layout: LogLayout,
  spans: AsyncIterable<NumberedSpan>,
  rest: (from: number) => AsyncIterable<Uint8Array>,
): Promise<void> {
  const { reader, series } = openLog(run, input, layout);
  try {
    for await (const { trace, thread, length, leftOut, stoppedAt, unended } of spans) {
      const sessions = run.sessionsOf(thread, layout);
      run.threads?.learnOnline(
        thread,
        layout,
        reader.readTrace(trace, (...lines) => sessions.replay(series, ...lines)),
      );
      run.window.leaveOut(leftOut);
      input.bytes += length;
      if (unended.length > 0) reader.read(Buffer.from(unended));
      if (stoppedAt !== null) await readChunks(run, input, reader, rest(stoppedAt));
    }
  } finally {
    run.reportCrowding(input);
  }
}

function openLog(run: EvidenceRun, input: OpenInput, layout: LogLayout): { reader: LogReader; series: number } {
  const { scanner, logMatcher, sessions, rawPeers, window } = run;
  const { path, problems } = input;
  input.kind = layout.kind;
  const series = run.seriesNumber(seriesOf(path));
  const matches = new LogMatches(path, logMatcher, (match) => run.addMatch(match));
  const readers: LineReaders = {
    linesOf: (layout) =>
      layout.kind === 'smtp-send-log' || layout.kind === 'smtp-receive-log'
        ? new ProtocolLines(layout, series, scanner, matches, sessions, rawPeers)
        : new RecordLines(layout, scanner, matches),
    tracingOf(layout, bytes) {
      const tracing = bytes < TRACED_BYTES ? null : run.tracingOf(layout);
      return tracing && { tracer: tracing.tracer, replay: (...lines) => tracing.sessions.replay(series, ...lines) };
    },
  };
  return { reader: new LogReader(layout, readers, window, problems), series };
}

async function readChunks(
  run: EvidenceRun,
  { problems }: OpenInput,
  reader: LogReader,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const onCutLine = (): void => problems.report('line-too-long', { line: reader.line + 1 });
  for await (const block of wholeLines(chunks, run.limits.lineBytes, onCutLine)) reader.read(block);
}
