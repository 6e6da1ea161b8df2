/** Why reading stopped: a source could not be opened or read to its end, or the caller asked to stop. */
export type EvidenceErrorReason = 'unreadable' | 'aborted';

/**
 * The one failure of this package. What is wrong *within* an input is no failure but one of its problems. `reason` is for a
 * switch, `cause` is what the system said.
 */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
  readonly reason: EvidenceErrorReason;

  constructor(reason: EvidenceErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
