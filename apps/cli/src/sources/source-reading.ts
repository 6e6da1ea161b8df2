import type { SnapshotDocument } from '@mailtls/core';
import { type Saying, saying } from '../wording/saying.ts';

/** A part of a registry source that could not be understood, or so many further parts of it, before it is worded. */
export interface ReadingProblem {
  readonly path: string;
  readonly line: number | null;
  readonly count: number;
  readonly what: Saying;
}

/** What a registry source gave. */
export interface SourceReading {
  /** The file as the user named it. */
  readonly path: string;
  readonly document: SnapshotDocument;
  /** The parts that could not be understood. What they would have said is unknown in the document, never absent. */
  readonly problems: readonly ReadingProblem[];
}

/** How many problems of one source are told apart; the rest are counted. */
const LISTED_PROBLEMS = 50;

/** Gathers the problems of one source, however many a hostile file has. */
export class ProblemList {
  readonly #path: string;
  readonly #listed: ReadingProblem[] = [];
  #more = 0;

  constructor(path: string) {
    this.#path = path;
  }

  add(line: number | null, what: Saying): void {
    if (this.#listed.length < LISTED_PROBLEMS) this.#listed.push({ path: this.#path, line, count: 1, what });
    else this.#more++;
  }

  toArray(): readonly ReadingProblem[] {
    if (this.#more === 0) return this.#listed;
    const what = saying('source.more-problems', { count: this.#more });
    return [...this.#listed, { path: this.#path, line: null, count: this.#more, what }];
  }
}
