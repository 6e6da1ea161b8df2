import { sayIn } from '../wording/say.ts';
import type { Saying } from '../wording/saying.ts';

/**
 * Why a server could not be probed, or a step of it not be done.
 * - `unreachable` – its name does not resolve, or no connection could be made.
 * - `timed-out` – it did not answer in time.
 * - `closed` – the connection ended where an answer was due.
 * - `not-smtp` – what it sent is no SMTP reply, or more than any reply is.
 */
export type ProbeErrorReason = 'unreachable' | 'timed-out' | 'closed' | 'not-smtp';

/** The failure of a step of a probe. `saying` says at which step and why; `message` is English. */
export class ProbeError extends Error {
  override readonly name = 'ProbeError';
  readonly reason: ProbeErrorReason;
  readonly saying: Saying;

  constructor(reason: ProbeErrorReason, saying: Saying, options?: ErrorOptions) {
    super(sayIn('en')(saying.id, saying.args), options);
    this.reason = reason;
    this.saying = saying;
  }
}
