import type { SnapshotDocument } from '@mailtls/core';
import type { SourceProblem } from '@mailtls/report';

/** What a registry source gave. */
export interface SourceReading {
  /** The file as the user named it. */
  readonly path: string;
  readonly document: SnapshotDocument;
  /** The parts that could not be understood. What they would have said is unknown in the document, never absent. */
  readonly problems: readonly SourceProblem[];
}

/** How many problems of one source are told apart; the rest are counted. */
const LISTED_PROBLEMS = 50;

/** Gathers the problems of one source, however many a hostile file has. */
export class ProblemList {
  readonly #path: string;
  readonly #listed: SourceProblem[] = [];
  #more = 0;

  constructor(path: string) {
    this.#path = path;
  }

  add(line: number | null, message: string): void {
    if (this.#listed.length < LISTED_PROBLEMS) this.#listed.push({ path: this.#path, line, message });
    else this.#more++;
  }

  toArray(): readonly SourceProblem[] {
    if (this.#more === 0) return this.#listed;
    return [...this.#listed, { path: this.#path, line: null, message: `${this.#more} further problems` }];
  }
}
