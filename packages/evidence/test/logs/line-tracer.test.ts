import { signatures } from '@mailtls/core';
import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../src/evidence-limits.ts';
import { EvidenceRun } from '../../src/evidence-run.ts';
import { layoutOf } from '../../src/logs/log-layout.ts';
import { LogMatches } from '../../src/logs/log-matches.ts';
import { LogReader } from '../../src/logs/log-reader.ts';
import { ProtocolLines } from '../../src/logs/protocol-lines.ts';
import { RecordLines } from '../../src/logs/record-lines.ts';
import { ProblemList } from '../../src/problem-list.ts';
import { TimeWindow } from '../../src/time-window.ts';
import { generateLog } from '../log-generator.ts';
import { bytesWithErrors, oddLine } from './odd-lines.ts';

/** What blocks of a log give, traced or line by line. */
function readBlocks(blocks: readonly Buffer[], window: TimeWindow, isTraced: boolean): unknown {
  const run = new EvidenceRun(signatures, window, { ...defaultLimits, openSessions: 1000 });
  const problems = new ProblemList();
  const matches = new LogMatches('SEND.LOG', run.logMatcher, (match) => run.addMatch(match));
  let traces = 0;
  const reader = new LogReader(
    layoutOf('smtp-send-log'),
    {
      linesOf: (layout) =>
        layout.kind === 'smtp-send-log' || layout.kind === 'smtp-receive-log'
          ? new ProtocolLines(layout, 0, run.scanner, matches, run.sessions, run.rawPeers)
          : new RecordLines(layout, run.scanner, matches),
      tracingOf(layout) {
        const tracing = isTraced ? run.tracingOf(layout) : null;
        if (tracing === null) return null;
        traces += 1;
        return { tracer: tracing.tracer, replay: (...lines) => tracing.sessions.replay(0, ...lines) };
      },
    },
    window,
    problems,
  );
  for (const block of blocks) reader.read(block);
  expect(traces > 0).toBe(isTraced && blocks.length > 0);
  const { peers } = run.finish();
  return { matches: run.matches, peers, problems: problems.list(), line: reader.line, leftOut: window.leftOut };
}

test('lines read at once are what they are one by one, whatever they hold', () => {
  const blocks = array(
    record({ lines: array(oddLine, { minLength: 1, maxLength: 60 }), end: constantFrom('\n', '\r\n') }),
    {
      maxLength: 4,
    },
  );
  const bounds = constantFrom<ConstructorParameters<typeof TimeWindow>>(
    [],
    ['2023-01-11T16:00:00.001Z'],
    ['2023-01-11', '2023-01-11T18:00Z'],
  );
  assert(
    property(blocks, bounds, boolean(), (given, bounds, isEnded) => {
      const bytes = given.map(({ lines, end }, index) =>
        bytesWithErrors(lines.join(end) + (isEnded || index < given.length - 1 ? end : '')),
      );
      const whole = bytes.filter(({ length }) => length > 0);
      expect(readBlocks(whole, new TimeWindow(...bounds), true)).toEqual(
        readBlocks(whole, new TimeWindow(...bounds), false),
      );
    }),
    { numRuns: 1000 },
  );
});

test('a real log in blocks of any length is what it is line by line', () => {
  assert(
    property(integer(), integer({ min: 1, max: 300 }), (seed, linesABlock) => {
      const lines = [...generateLog({ kind: 'send', seed, sessions: 60, interleaved: 20, failing: 0.2 })];
      const blocks = Array.from({ length: Math.ceil(lines.length / linesABlock) }, (_, index) =>
        Buffer.from(`${lines.slice(index * linesABlock, (index + 1) * linesABlock).join('\r\n')}\r\n`),
      );
      expect(readBlocks(blocks, new TimeWindow(), true)).toEqual(readBlocks(blocks, new TimeWindow(), false));
    }),
    { numRuns: 20 },
  );
});
