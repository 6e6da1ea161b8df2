import type { InputProblem } from '@mailtls/core';
import { EvidenceError } from '../evidence-error.ts';
import type { EvidenceLimits } from '../evidence-limits.ts';
import { messageOf, problem } from '../problem.ts';
import type { ProblemList } from '../problem-list.ts';
import type { Inflating } from './inflate.ts';

/**
 * How much more than its ratio allows may come out of an archive: a log that a power failure filled up with zeros has 10 MB.
 */
const MOST_EXCESS_BYTES = 10 * 1024 * 1024;

/** An archive with so many bombs in it is one. */
const MOST_BOMBS = 8;

/** Measures what comes out of one archive, those within it included, and stops where an honest one would not get to. */
export class InflateMeter {
  readonly #limits: EvidenceLimits;
  #inflated = 0;
  /** How many bytes more came out of late than the ratio allows. What shrank less before earns nothing. */
  #excess = 0;
  #bombs = 0;

  constructor(limits: EvidenceLimits) {
    this.#limits = limits;
  }

  /** Why nothing more may come out; `null` where it may. */
  get spent(): InputProblem | null {
    const { archiveBytes, archiveRatio } = this.#limits;
    if (this.#inflated > archiveBytes) return problem('archive-size', { args: { bytes: archiveBytes } });
    return this.#bombs < MOST_BOMBS ? null : problem('archive-ratio', { args: { most: archiveRatio } });
  }

  /**
   * What comes out of a stream up to its first trouble: a limit, or broken data. What came before it stays good.
   *
   * @throws EvidenceError that the stream throws, where the archive itself cannot be read
   */
  async *measure(inflating: Inflating | Promise<Inflating>, problems: ProblemList): AsyncGenerator<Uint8Array> {
    let before = 0;
    try {
      const { chunks, consumed } = await inflating;
      for await (const chunk of chunks) {
        const now = consumed();
        const trouble = this.#count(chunk.length, now - before);
        before = now;
        if (trouble !== null) return problems.add(trouble);
        yield chunk;
      }
    } catch (cause) {
      if (cause instanceof EvidenceError) throw cause;
      problems.report('archive-broken', { detail: messageOf(cause) });
    }
  }

  #count(inflated: number, consumed: number): InputProblem | null {
    const { archiveRatio } = this.#limits;
    this.#inflated += inflated;
    if (this.spent !== null) return this.spent;
    this.#excess = Math.max(0, this.#excess + inflated - archiveRatio * consumed);
    if (this.#excess <= MOST_EXCESS_BYTES) return null;
    this.#excess = 0;
    this.#bombs += 1;
    return problem('archive-ratio', { args: { most: archiveRatio } });
  }
}
