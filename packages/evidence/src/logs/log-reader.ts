import { isUtf8 } from 'node:buffer';
import type { ProblemList } from '../problem-list.ts';
import type { TimeWindow } from '../time-window.ts';
import { splitFields } from './csv-fields.ts';
import type { LineTracer } from './line-tracer.ts';
import { type LogLayout, layoutAfterLine } from './log-layout.ts';
import type { LogLines } from './log-lines.ts';
import type { SessionReplay } from './session-replay.ts';
import type { Trace } from './trace.ts';

const [LINE_FEED, RETURN, HASH] = [0x0a, 0x0d, 0x23];
/** Does what the lines of a trace would have done, as `SessionReplay` has it. */
export type Replay = (
  trace: Trace,
  onLoose: (line: number, start: number, end: number) => void,
) => ReturnType<SessionReplay['replay']>;

/** What a log's lines are read by, which depends on their layout. */
export interface LineReaders {
  /** Reads one line. */
  linesOf(layout: LogLayout): LogLines;
  /** Reads many at once; `null` where it cannot, or so few bytes are not worth it. */
  tracingOf(layout: LogLayout, bytes: number): { readonly tracer: LineTracer; readonly replay: Replay } | null;
}

/** Reads a log's lines from their bytes in one pass, and follows the `#` lines that say what they are. */
export class LogReader {
  readonly #readers: LineReaders;
  readonly #window: TimeWindow;
  readonly #problems: ProblemList;
  #layout: LogLayout;
  #lines: LogLines;
  #line = 0;

  constructor(layout: LogLayout, readers: LineReaders, window: TimeWindow, problems: ProblemList) {
    this.#layout = layout;
    this.#readers = readers;
    this.#lines = readers.linesOf(layout);
    this.#window = window;
    this.#problems = problems;
  }

  /** The number of the last line that was read. */
  get line(): number {
    return this.#line;
  }

  /** @param bytes whole lines; only the log's very last may lack its line feed. */
  read(bytes: Buffer): void {
    let start = this.#readAtOnce(bytes);
    if (start === bytes.length) return;
    const isValid = isUtf8(bytes.subarray(start));
    while (start < bytes.length) {
      const feed = bytes.indexOf(LINE_FEED, start);
      const end = feed === -1 ? bytes.length : feed;
      this.#line += 1;
      this.#readLine(bytes, start, end > start && bytes[end - 1] === RETURN ? end - 1 : end, isValid, feed !== -1);
      start = end + 1;
    }
  }

  /** Reads lines that were traced. Returns what their tracer can learn from it. */
  readTrace(trace: Trace, replay: Replay): ReturnType<Replay> {
    const before = this.#line;
    const { buffer, byteOffset, byteLength } = trace.looseBytes;
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    const online = replay(trace, (line, start, end) => {
      this.#line = before + line;
      this.#readLine(bytes, start, end, false, true);
    });
    this.#line = before + trace.lines;
    return online;
  }

  /** @returns where the lines begin that are left. */
  #readAtOnce(bytes: Buffer): number {
    const tracing = this.#readers.tracingOf(this.#layout, bytes.length);
    if (tracing === null) return 0;
    const { tracer, replay } = tracing;
    const read = tracer.readBlock(bytes.subarray(0, bytes.lastIndexOf(LINE_FEED) + 1));
    for (const peer of this.readTrace(tracer.takeTrace(), replay)) tracer.learnOnline(peer);
    return read;
  }

  /** @param isValid whether the line is known to be UTF-8. */
  #readLine(bytes: Buffer, start: number, end: number, isValid: boolean, isEnded: boolean): void {
    if (!isValid && !isUtf8(bytes.subarray(start, end)))
      this.#problems.report('invalid-encoding', { line: this.#line });
    if (bytes[start] === HASH) {
      const layout = layoutAfterLine(this.#layout, bytes, start, end);
      if (layout === this.#layout) return;
      this.#layout = layout;
      this.#lines = this.#readers.linesOf(layout);
    } else if (end > start) {
      const held = !this.#window.isBounded || this.#window.holdsLine(bytes, start);
      if (held !== false) this.#readRecord(bytes, start, end, isEnded, held === null);
    }
  }

  #readRecord(bytes: Buffer, start: number, end: number, isEnded: boolean, isUntimed: boolean): void {
    const line = this.#line;
    const complete = this.#lines.read(bytes, start, end, line);
    if (!isEnded && this.#isCutShort(bytes, start, end)) this.#problems.report('truncated', { line });
    else if (!complete) this.#problems.report('malformed', { line });
    else if (isUntimed) this.#problems.report('no-time', { line });
  }

  #isCutShort(bytes: Buffer, start: number, end: number): boolean {
    const { length } = this.#layout.fields;
    return splitFields(bytes, start, end, length, new Int32Array(2 * length + 2)) < length;
  }
}
