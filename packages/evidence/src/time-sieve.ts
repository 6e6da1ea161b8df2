import type { InputProblem } from '@mailtls/core';
import { problem } from './problem.ts';
import type { TimeWindow } from './time-window.ts';

/** Lets through what a document says of the time that is asked about, and counts what may be of another. */
export class TimeSieve {
  readonly #window: TimeWindow;
  #line: number | null = null;
  #unknown = 0;

  constructor(window: TimeWindow) {
    this.#window = window;
  }

  passes({ time, line }: { readonly time: string | null; readonly line: number | null }): boolean {
    const held = this.#window.holds(time);
    if (held === null) {
      if (this.#unknown === 0) this.#line = line;
      this.#unknown += 1;
    }
    return held !== false;
  }

  /** That it is not known of some of it whether it is of that time. */
  get problems(): readonly InputProblem[] {
    return this.#unknown === 0 ? [] : [problem('no-time', { line: this.#line, count: this.#unknown })];
  }
}
