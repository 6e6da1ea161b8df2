import type { InputKind, InputProblem, Match, PeerEvidence, SignatureMatcher, SmtpProbe } from '@mailtls/core';
import type { TimeWindow } from './time-window.ts';

/** What a reader of one format is told. */
export interface ReadContext {
  /** The input's path as the user knows it; an archive's entry is `archive.zip!entry`. */
  readonly path: string;
  readonly matcher: SignatureMatcher;
  /** The time that is asked about. */
  readonly window: TimeWindow;
}

/** What one input gave. */
export interface Reading {
  readonly kind: InputKind;
  readonly matches: readonly Match[];
  readonly peers: readonly PeerEvidence[];
  /** Of a file of probes. */
  readonly probes?: readonly SmtpProbe[];
  readonly problems: readonly InputProblem[];
}

/** The longest text that a match carries, in UTF-16 units. */
export const LONGEST_MATCH_TEXT = 500;
