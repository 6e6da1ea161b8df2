import type { Direction } from '../evidence-model.ts';
import type { ReferenceId } from '../references.ts';
import type { SignatureId } from '../wording/en.ts';

/** What can make mail fail where TLS is concerned. */
export const causes = [
  'tls-version',
  'starttls-not-offered',
  'certificate',
  'cipher-suite',
  'inspection-device',
  'authentication',
  'network',
  'dns',
  'throttling',
  'other',
  'unknown',
] as const;
export type Cause = (typeof causes)[number];

/** Where an admin meets a signature. */
export const places = [
  'ndr',
  'queue',
  'send-log',
  'receive-log',
  'tracking-log',
  'connectivity-log',
  'event-log',
  'smtp-client',
  'message-trace',
] as const;
export type Place = (typeof places)[number];

/**
 * An error text, as data. Its wording is found by its id (`signature.<id>.title`, `.meaning`, `.settle`). An id never changes
 * its meaning and is never used again.
 */
export interface Signature {
  readonly id: SignatureId;
  /**
   * The texts to look for, each on its own. Case counts, as the programs that write them do not vary it. Within a pattern
   * `{a|b}` is either text, `#` a number of up to ten digits, and `*` anything on the same line, up to 300 characters. The
   * blank after a reply's code stands for a hyphen, too.
   */
  readonly patterns: readonly [string, ...string[]];
  readonly places: readonly [Place, ...Place[]];
  /** Who opened the connection, as the server sees it that the text concerns; left out where the text does not say it. */
  readonly direction?: Direction;
  /**
   * How likely each cause is when nothing but the text is known, from 0 to 1. The figure for `tls-version` is the prior that
   * was gathered from public cases; those of its rivals are estimates of ours, kept in the order of how often they are named.
   */
  readonly priors: Readonly<Partial<Record<Cause, number>>>;
  /** A cause that the text itself names, so that nothing seen elsewhere speaks against it. A prior of 0.9 or more does it too. */
  readonly names?: Cause;
  /** A text that only carries another one: it counts where no other signature is found beside it. */
  readonly wrapper?: true;
  /**
   * The evidence that its `settle` looks into: the protocol log of the connection, the event log, or the registry of the server.
   * A diagnosis that stands on that evidence does not ask for it again.
   */
  readonly settledIn?: 'protocol-log' | 'event-log' | 'registry';
  readonly references: readonly ReferenceId[];
}

/** The cause that a signature points to first; `unknown` for one that only carries another. */
export function leadingCause({ priors }: Signature): Cause {
  const [leading] = (Object.entries(priors) as [Cause, number][]).toSorted(([, a], [, b]) => b - a);
  return leading?.[0] ?? 'unknown';
}

/** Declares a signature: data, which can be emitted in other languages. */
export function defineSignature<const S extends Signature>(signature: S): S {
  return signature;
}
