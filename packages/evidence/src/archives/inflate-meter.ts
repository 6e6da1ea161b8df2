import { EvidenceError } from '../evidence-error.ts';
import type { EvidenceLimits } from '../evidence-limits.ts';
import { messageOf } from '../problem.ts';
import type { ProblemList } from '../problem-list.ts';

/** Up to here a stream may have shrunk as much as it likes: small files that repeat themselves do. */
const UNSUSPICIOUS_BYTES = 16 * 1024 * 1024;

/** Measures what comes out of one archive, those within it included, and stops where an honest one would not get to. */
export class InflateMeter {
  readonly #limits: EvidenceLimits;
  #inflated = 0;

  constructor(limits: EvidenceLimits) {
    this.#limits = limits;
  }

  /** Whether nothing more may come out. */
  get isSpent(): boolean {
    return this.#inflated > this.#limits.archiveBytes;
  }

  /**
   * An inflating stream up to its first trouble: a limit, or broken data. What came before it stays good.
   *
   * @param packed how many bytes it has taken in.
   * @throws EvidenceError that the stream throws, where the archive itself cannot be read
   */
  async *measure(
    inflating: AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>,
    packed: () => number,
    problems: ProblemList,
  ): AsyncGenerator<Uint8Array> {
    const { archiveBytes, archiveRatio } = this.#limits;
    let own = 0;
    try {
      for await (const chunk of await inflating) {
        own += chunk.length;
        this.#inflated += chunk.length;
        if (this.isSpent) {
          problems.report('archive-size', { args: { bytes: archiveBytes } });
          return;
        }
        if (own > UNSUSPICIOUS_BYTES && own > archiveRatio * packed()) {
          problems.report('archive-ratio', { args: { most: archiveRatio } });
          return;
        }
        yield chunk;
      }
    } catch (cause) {
      if (cause instanceof EvidenceError) throw cause;
      problems.report('archive-broken', { detail: messageOf(cause) });
    }
  }
}
