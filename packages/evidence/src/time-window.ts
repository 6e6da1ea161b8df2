import { momentsOf } from './written-time.ts';

/** A log's own time, which sorts as it is written. */
const lineTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const LINE_TIME_LENGTH = 24;
/** The longest that a line's time is in any other form. */
const LONGEST_TIME = 40;

/** The time that is asked about, and how much was not of it. */
export class TimeWindow {
  #leftOut = 0;
  readonly #since: number;
  readonly #until: number;
  // The same, as a log writes it.
  readonly #first: string;
  readonly #last: string;
  /** What it was made of. */
  readonly bounds: readonly [since: string | undefined, until: string | undefined];
  /** Whether any time lies outside. */
  readonly isBounded: boolean;

  /**
   * @param since the first time, in a form that `Date` reads; @param until the last one.
   * @throws RangeError on one that it does not
   */
  constructor(since?: string, until?: string) {
    this.#first = since === undefined ? '' : new Date(since).toISOString();
    this.#last = until === undefined ? '\uffff' : new Date(until).toISOString();
    this.#since = since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(this.#first);
    this.#until = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(this.#last);
    this.isBounded = since !== undefined || until !== undefined;
    this.bounds = [since, until];
  }

  /** How many times that were asked for lie outside. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** Counts times that another window of the same bounds was asked for. */
  leaveOut(times: number): void {
    this.#leftOut += times;
  }

  /** Whether a time lies within; `null` where it may lie on either side, or is not there. */
  holds(time: string | null): boolean | null {
    return this.#counted(this.#compared(time));
  }

  #counted(held: boolean | null): boolean | null {
    if (held === false) this.#leftOut += 1;
    return held;
  }

  #compared(time: string | null): boolean | null {
    if (!this.isBounded) return true;
    const moments = momentsOf(time ?? '');
    if (moments.length === 0) return null;
    if (moments.every(({ from, to }) => from >= this.#since && to <= this.#until)) return true;
    return moments.every(({ from, to }) => to < this.#since || from > this.#until) ? false : null;
  }

  /** The same for a log's line, which begins with its time: `2023-01-11T16:00:00.000Z,`. */
  holdsLine(bytes: Buffer, start: number): boolean | null {
    const time = bytes.toString('latin1', start, start + LINE_TIME_LENGTH);
    if (lineTime.test(time)) return this.#counted(time >= this.#first && time <= this.#last);
    return this.holds(bytes.toString('latin1', start, start + LONGEST_TIME).split(',', 1)[0] ?? null);
  }
}
