import { parentPort, workerData } from 'node:worker_threads';
import { LineTracer } from './logs/line-tracer.ts';
import type { LogLayout } from './logs/log-layout.ts';
import { SPAN_CAPACITY, type Span, SpanReader, type TracedSpan } from './logs/span-reader.ts';
import { TimeWindow } from './time-window.ts';

/** What the thread is given when it starts. */
export interface WorkerData {
  /** As `scannerTables` gives them. */
  readonly tables: Uint8Array;
  /** The time that is asked about, as `TimeWindow` takes it. */
  readonly window: TimeWindow['bounds'];
}

/** What the thread is asked: to read a span. */
export interface SpanTask extends Span {
  readonly path: string;
  /** One that `isUsualProtocolLog`. */
  readonly layout: LogLayout;
  /** Other ends of this layout's logs that have shown by now that they are Exchange Online. */
  readonly online: readonly number[];
}

/** A span that a thread has read. */
export interface ThreadSpan extends TracedSpan {
  /** How many of its lines are not of the time that is asked about. */
  readonly leftOut: number;
}

/** What it answers, in the order of the tasks: the span, or why it cannot be read. An error's code does not come along by itself. */
export type SpanAnswer = ThreadSpan | { readonly error: Error; readonly code: unknown };

const { tables, window: bounds } = workerData as WorkerData;
const window = new TimeWindow(...bounds);
const tracers = new Map<string, LineTracer>();

parentPort?.on('message', ({ path, layout, online, ...span }: SpanTask) => {
  const tracer = tracers.get(layout.kind) ?? new LineTracer(tables, SPAN_CAPACITY, layout, window);
  tracers.set(layout.kind, tracer);
  for (const peer of online) tracer.learnOnline(peer);
  try {
    const leftOut = window.leftOut;
    const traced = new SpanReader(tracer).read(path, span);
    const { trace } = traced;
    const [events, pieces, looseBytes] = [
      trace.events.slice(),
      trace.pieces.slice(),
      Uint8Array.from(trace.looseBytes),
    ];
    const answer: SpanAnswer = {
      ...traced,
      leftOut: window.leftOut - leftOut,
      trace: { ...trace, events, pieces, looseBytes },
      unended: Uint8Array.from(traced.unended),
    };
    parentPort?.postMessage(answer, [events.buffer, pieces.buffer, looseBytes.buffer]);
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    parentPort?.postMessage({ error, code: 'code' in error ? error.code : undefined } satisfies SpanAnswer);
  }
});
