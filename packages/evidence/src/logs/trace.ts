/**
 * What lines of a protocol log say of their sessions, in the order of the lines: numbers and few texts, so that lines can be read
 * on another thread than sessions are followed.
 *
 * Lines of one session that follow each other, others between them, are a piece. Its end is where the session's is, or where the
 * other end changes that it is with.
 */
export interface Trace {
  /** How many lines were read. */
  readonly lines: number;
  /**
   * Two numbers for each line that says something: its piece, counted from 0 in the order in which they begin, and the facts, as
   * bits of `fact`. Or four: `LOOSE`, and the line's number, start and end. Or one, `CUT`.
   */
  readonly events: Int32Array;
  /** What is known of each piece, as `piece` has it. */
  readonly pieces: Int32Array;
  /** The other ends that no trace of the same tracer named before; they are numbered through all its traces. */
  readonly newPeers: readonly TracedPeer[];
  /** Where the loose lines are, by their start and end. */
  readonly looseBytes: Uint8Array;
}

export interface TracedPeer {
  readonly connector: string | null;
  readonly remote: string | null;
}

/** A line that is read by itself: the session that it belongs to begins a new piece after it. */
export const LOOSE = -1;
/** Every session that goes on begins a new piece: what the next pieces say must be seen together with what the last ones did. */
export const CUT = -2;

/** A piece: what its numbers are. */
export const piece = {
  /** The session's id, 16 bytes. */
  id: 0,
  /** The number of its other end. */
  peer: 4,
  /** Bits: the lowest is whether the other end has an address. */
  flags: 5,
  /** The number of the piece of this trace whose session it goes on with; negative where there is none. */
  previous: 6,
  length: 7,
} as const;
