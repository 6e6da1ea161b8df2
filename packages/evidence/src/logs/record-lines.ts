import type { AnchorScanner } from './anchor-scanner.ts';
import { splitFields } from './csv-fields.ts';
import { tag } from './line-tags.ts';
import type { LogLayout } from './log-layout.ts';
import type { LogLines } from './log-lines.ts';
import type { LogMatches } from './log-matches.ts';

/** The lines of a log whose records each stand alone: connectivity and message tracking. */
export class RecordLines implements LogLines {
  readonly #layout: LogLayout;
  readonly #scanner: AnchorScanner;
  readonly #matches: LogMatches;
  /** Up to the last field that is searched; later versions of Exchange added more after it. */
  readonly #wanted: number;
  readonly #bounds: Int32Array;

  constructor(layout: LogLayout, scanner: AnchorScanner, matches: LogMatches) {
    this.#layout = layout;
    this.#scanner = scanner;
    this.#matches = matches;
    this.#wanted = Math.max(1, ...layout.searched.map((index) => index + 1));
    this.#bounds = new Int32Array(2 * this.#wanted + 2);
  }

  read(bytes: Buffer, start: number, end: number, line: number): boolean {
    if (this.#scanner.tagsIn(bytes, start, end) & tag.signature) {
      this.#matches.report(bytes, start, end, line, this.#layout, null);
    }
    return splitFields(bytes, start, end, this.#wanted, this.#bounds) === this.#wanted;
  }
}
