import type { Readable } from 'node:stream';

/** The process as the commands see it: what they may read of their surroundings, and the two streams they write to. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Standard input as one who can be asked types on it; nothing where it is no terminal. */
  readonly keyboard?: Readable | undefined;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

/** A stream for text, which may be a terminal. */
export interface Terminal {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Stands for standard input in a list of paths: what `-` is turned into, which yargs takes for an option without a name. */
export const STDIN = 'stdin:';
