import { type Cause, causes } from '../signatures/define-signature.ts';

/** A cause with the confidence, from 0 to 1, that it is the one. The confidences of several causes need not add up to 1. */
export interface RatedCause {
  readonly cause: Cause;
  readonly confidence: number;
}

/** From this confidence on a cause is suspected: `possible`. */
export const SUSPECTED = 0.25;

/** From this confidence on a cause is proved: `confirmed`. */
export const PROVED = 0.9;

const SHORT_OF_PROOF = 0.89;

/** What the order of additions makes of a figure in the middle of two thousandths is less than this. */
const HAIR = 1e-6;

/** Nothing that is read from logs is certain. */
const MOST = 0.99;

/** The confidence of each cause while evidence is weighed. */
export class CauseScores {
  readonly #scores: Map<Cause, number> = new Map();
  readonly #stated: Set<Cause> = new Set();

  of(cause: Cause): number {
    return this.#scores.get(cause) ?? 0;
  }

  /** Adds independent evidence for a cause (noisy-or). Hints, however many, do not add up to a proof. */
  support(cause: Cause, probability: number): void {
    const combined = 1 - (1 - this.of(cause)) * (1 - probability);
    this.#set(cause, Math.min(combined, Math.max(this.of(cause), probability, SHORT_OF_PROOF)));
  }

  /** Takes evidence against a cause into account. A text that names the cause itself stands against it. */
  weaken(cause: Cause, factor: number): void {
    if (!this.#stated.has(cause)) this.#set(cause, this.of(cause) * factor);
  }

  /** Takes a text that names the cause, so that nothing seen elsewhere speaks against it. */
  state(cause: Cause): void {
    this.#stated.add(cause);
  }

  /** Evidence so strong that the cause is at least this likely. */
  raiseTo(cause: Cause, floor: number): void {
    this.#set(cause, Math.max(this.of(cause), floor));
  }

  #set(cause: Cause, confidence: number): void {
    this.#scores.set(cause, Math.min(confidence, MOST));
  }

  /** The causes with any likelihood, the likeliest first, rounded to thousandths; in a tie by the order of `causes`. */
  ranked(): readonly RatedCause[] {
    return causes
      .map((cause) => ({ cause, confidence: Math.round(this.of(cause) * 1000 + HAIR) / 1000 }))
      .filter(({ confidence }) => confidence > 0)
      .toSorted((a, b) => b.confidence - a.confidence);
  }
}
