import { isUtf8 } from 'node:buffer';
import type { ProblemList } from '../problem-list.ts';
import type { TimeWindow } from '../time-window.ts';
import { splitFields } from './csv-fields.ts';
import { type LogLayout, layoutAfterHeader } from './log-layout.ts';
import type { LogLines } from './log-lines.ts';

const [LINE_FEED, RETURN, HASH, LETTER_F, LETTER_L] = [0x0a, 0x0d, 0x23, 0x66, 0x6c];

/** Reads a log's lines from their bytes in one pass, and follows the `#` lines that say what they are. */
export class LogReader {
  readonly #linesOf: (layout: LogLayout) => LogLines;
  readonly #window: TimeWindow;
  readonly #problems: ProblemList;
  #layout: LogLayout;
  #lines: LogLines;
  #line = 0;

  /** @param linesOf what reads the lines of a layout. */
  constructor(layout: LogLayout, linesOf: (layout: LogLayout) => LogLines, window: TimeWindow, problems: ProblemList) {
    this.#layout = layout;
    this.#linesOf = linesOf;
    this.#lines = linesOf(layout);
    this.#window = window;
    this.#problems = problems;
  }

  /** The number of the last line that was read. */
  get line(): number {
    return this.#line;
  }

  /** @param bytes whole lines; only the log's very last may lack its line feed. */
  read(bytes: Buffer): void {
    const valid = isUtf8(bytes);
    for (let start = 0; start < bytes.length; ) {
      const feed = bytes.indexOf(LINE_FEED, start);
      let end = feed === -1 ? bytes.length : feed;
      const next = end + 1;
      if (end > start && bytes[end - 1] === RETURN) end -= 1;
      this.#line += 1;
      if (!valid && !isUtf8(bytes.subarray(start, end)))
        this.#problems.report('invalid-encoding', { line: this.#line });
      if (bytes[start] === HASH) this.#header(bytes, start, end);
      else if (end > start) {
        const held = !this.#window.isBounded || this.#window.holdsLine(bytes, start);
        if (held !== false) this.#record(bytes, start, end, feed === -1, held === null);
      }
      start = next;
    }
  }

  #record(bytes: Buffer, start: number, end: number, isLast: boolean, isUntimed: boolean): void {
    const line = this.#line;
    const complete = this.#lines.read(bytes, start, end, line);
    if (isLast && this.#isCutShort(bytes, start, end)) this.#problems.report('truncated', { line });
    else if (!complete) this.#problems.report('malformed', { line });
    else if (isUntimed) this.#problems.report('no-time', { line });
  }

  #header(bytes: Buffer, start: number, end: number): void {
    // Only "#Log-type:" and "#Fields:" matter; a file of nothing but "#" must not cost more than others.
    const initial = (bytes[start + 1] as number) | 0x20;
    if (initial !== LETTER_L && initial !== LETTER_F) return;
    const layout = layoutAfterHeader(this.#layout, bytes.toString('utf8', start, end));
    if (layout === this.#layout) return;
    this.#layout = layout;
    this.#lines = this.#linesOf(layout);
  }

  #isCutShort(bytes: Buffer, start: number, end: number): boolean {
    const { length } = this.#layout.fields;
    return splitFields(bytes, start, end, length, new Int32Array(2 * length + 2)) < length;
  }
}
