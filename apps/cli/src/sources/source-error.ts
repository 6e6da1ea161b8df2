import { sayIn } from '../wording/say.ts';
import type { Saying } from '../wording/saying.ts';

/**
 * Why a registry source could not be used at all.
 * - `unreadable` – the file could not be opened or read.
 * - `empty` – there is nothing in it.
 * - `not-recognised` – it is none of the forms that are read.
 * - `too-large` – it is larger than is read of one file.
 * - `malformed` – it is of a known form and breaks its rules, so that none of it can be trusted.
 */
export type SourceErrorReason = 'unreadable' | 'empty' | 'not-recognised' | 'too-large' | 'malformed';

/** The failure of a registry source. `saying` names the file, says what is wrong with it and what to do; `message` is English. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly reason: SourceErrorReason;
  readonly saying: Saying;

  constructor(reason: SourceErrorReason, saying: Saying, options?: ErrorOptions) {
    super(sayIn('en')(saying.id, saying.args), options);
    this.reason = reason;
    this.saying = saying;
  }
}
