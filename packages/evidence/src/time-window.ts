/** The time that is asked about. What has no readable time lies within. */
export class TimeWindow {
  readonly #since: string;
  readonly #until: string;
  /** Whether any time lies outside. */
  readonly isBounded: boolean;

  /**
   * @param since the first time, in a form that `Date` reads; @param until the last one.
   * @throws RangeError on one that it does not
   */
  constructor(since?: string, until?: string) {
    this.#since = since === undefined ? '' : new Date(since).toISOString();
    this.#until = until === undefined ? '\uffff' : new Date(until).toISOString();
    this.isBounded = since !== undefined || until !== undefined;
  }

  /** Whether a time lies within: ISO 8601, or a writer's own form, which cannot be read. */
  holds(time: string | null): boolean {
    const milliseconds = time !== null && /^\d{4}-\d\d-\d\d/.test(time) ? Date.parse(time) : Number.NaN;
    return Number.isNaN(milliseconds) || this.#holdsIso(new Date(milliseconds).toISOString());
  }

  /** The same for a log's line, which begins with its time: `2023-01-11T16:00:00.000Z,`. */
  holdsLine(bytes: Buffer, start: number): boolean {
    const time = bytes.toString('latin1', start, start + 24);
    return !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) || this.#holdsIso(time);
  }

  #holdsIso(time: string): boolean {
    return time >= this.#since && time <= this.#until;
  }
}
