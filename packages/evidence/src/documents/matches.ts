import type { InputKind, InputProblem, Match, SignatureMatch } from '@mailtls/core';
import { excerpt } from '../excerpt.ts';
import { problem } from '../problem.ts';
import type { ReadContext } from '../reading.ts';
import { TimeSieve } from '../time-sieve.ts';

/** What is known of the place of a match, beside its path; what is left out is `null`. */
export type Place = Partial<Pick<Match, 'line' | 'time' | 'remote' | 'address' | 'connector' | 'direction'>>;

/** More than this in one document is not listed: a mail or an export that people look at holds a handful. */
const MOST_MATCHES = 10_000;

/** The matches of one document, of the time that is asked about. */
export class Matches {
  readonly found: Match[] = [];
  readonly #kind: InputKind;
  readonly #context: ReadContext;
  readonly #sieve: TimeSieve;
  #left = 0;

  constructor(kind: InputKind, context: ReadContext) {
    this.#kind = kind;
    this.#context = context;
    this.#sieve = new TimeSieve(context.window);
  }

  /** Adds every signature in a text, each time that it is there. */
  addAll(text: string, place: (index: number) => Place): void {
    for (const match of this.#context.matcher.match(text)) this.#add(match, text, place(match.index));
  }

  /** Adds every signature in a text once: a text of several parts that say the same tells of one error. */
  addEachOnce(text: string, place: (index: number) => Place): void {
    const seen = new Set<string>();
    for (const match of this.#context.matcher.match(text)) {
      if (seen.has(match.signature)) continue;
      seen.add(match.signature);
      this.#add(match, text, place(match.index));
    }
  }

  /** The handshakes that a document tells of besides, of the same time. */
  timely<T extends { readonly time: string | null; readonly line: number | null }>(told: readonly T[]): readonly T[] {
    return told.filter((one) => this.#sieve.passes(one));
  }

  /** What had to be left out, and what may not belong. */
  get problems(): readonly InputProblem[] {
    const args = { most: MOST_MATCHES };
    const left = this.#left === 0 ? [] : [problem('too-many-matches', { count: this.#left, args })];
    return [...left, ...this.#sieve.problems];
  }

  #add({ signature, index, length, direction: told }: SignatureMatch, text: string, place: Place): void {
    const { line = null, time = null, remote = null, address = null, connector = null, direction = null } = place;
    if (!this.#sieve.passes({ time, line })) return;
    if (this.found.length >= MOST_MATCHES) {
      this.#left += 1;
      return;
    }
    this.found.push({
      signature,
      kind: this.#kind,
      path: this.#context.path,
      line,
      time,
      remote,
      address,
      connector,
      session: null,
      // What Exchange Online says of a server it sent to may come in that server's own report: the text knows it better.
      direction: told ?? direction,
      text: excerpt(text, index, length),
    });
  }
}
