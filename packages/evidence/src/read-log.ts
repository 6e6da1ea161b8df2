import type { EvidenceRun, OpenInput } from './evidence-run.ts';
import { seriesOf } from './logs/identify-log.ts';
import type { LogLayout } from './logs/log-layout.ts';
import type { LogLines } from './logs/log-lines.ts';
import { LogMatches } from './logs/log-matches.ts';
import { LogReader } from './logs/log-reader.ts';
import { ProtocolLines } from './logs/protocol-lines.ts';
import { RecordLines } from './logs/record-lines.ts';
import { wholeLines } from './logs/whole-lines.ts';

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
  const linesOf = (layout: LogLayout): LogLines =>
    layout.kind === 'smtp-send-log' || layout.kind === 'smtp-receive-log'
      ? new ProtocolLines(layout, series, scanner, matches, sessions, rawPeers)
      : new RecordLines(layout, scanner, matches);
  const reader = new LogReader(layout, linesOf, window, problems);
  const lines = wholeLines(chunks, limits.lineBytes, () => problems.report('line-too-long', { line: reader.line + 1 }));
  try {
    for await (const block of lines) reader.read(block);
  } finally {
    run.reportCrowding(input);
  }
}
