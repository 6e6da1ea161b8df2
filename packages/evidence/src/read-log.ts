import type { EvidenceRun, OpenInput } from './evidence-run.ts';
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
  const { scanner, logMatcher, sessions, rawPeers, window, limits } = run;
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
      return (
        tracing && {
          tracer: tracing.tracer,
          replay: (trace, onLoose) => tracing.sessions.replay(trace, series, onLoose),
        }
      );
    },
  };
  const reader = new LogReader(layout, readers, window, problems);
  const lines = wholeLines(chunks, limits.lineBytes, () => problems.report('line-too-long', { line: reader.line + 1 }));
  try {
    for await (const block of lines) reader.read(block);
  } finally {
    run.reportCrowding(input);
  }
}
