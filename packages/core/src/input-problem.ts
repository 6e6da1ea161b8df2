type Nothing = Readonly<Record<never, never>>;
/** A limit that was met: how many, or how many times. */
type Most = { readonly most: number };
/** A limit that was met, in bytes. */
type Bytes = { readonly bytes: number };

/** What can be wrong with an input, and what the words for it name. */
export interface InputProblemArgs {
  readonly empty: Nothing;
  /** Bytes that are no text, of no known kind. */
  readonly binary: Nothing;
  /** The file ends in the middle of a record. */
  readonly truncated: Nothing;
  /** Only the beginning was read. */
  readonly 'too-large': Bytes;
  /** Only the first errors of the file are listed. */
  readonly 'too-many-matches': Most;
  /** The console that the text was copied from cut values off. */
  readonly 'values-cut': Nothing;
  readonly 'invalid-encoding': Nothing;
  readonly 'line-too-long': Nothing;
  /** A part that is not as its format has it. */
  readonly malformed: Nothing;
  /** The archive unpacks to more than is read of one. */
  readonly 'archive-size': Bytes;
  /** A part of it unpacks to more than an honest one does. */
  readonly 'archive-ratio': Most;
  /** An archive in an archive in an archive. */
  readonly 'archive-depth': Nothing;
  readonly 'archive-entries': Most;
  /** It comes as a stream, and is too large to be held in memory. */
  readonly 'archive-memory': Bytes;
  readonly 'archive-broken': Nothing;
  readonly 'archive-encrypted': Nothing;
  /** A way of packing that is not read, by its number in the zip format. */
  readonly 'archive-method': { readonly method: number };
  /** A text of no known form, searched as it is, in which nothing was found. */
  readonly unrecognised: Nothing;
  /** A `.reg` file: it holds settings and no error. */
  readonly 'registry-export': Nothing;
  /** Queues without the column that holds their error. */
  readonly 'no-last-error': Nothing;
  /** A compound file of Windows that Outlook did not write. */
  readonly 'not-a-mail': Nothing;
  /** The mail has its text as compressed RTF alone, which is not read. */
  readonly 'rtf-only': Nothing;
  readonly 'too-many-sessions': Most;
  readonly 'too-many-remotes': Most;
  /** A span of time was asked for, and it is not known whether this lies in it: it was kept. */
  readonly 'no-time': Nothing;
}

export type InputProblemReason = keyof InputProblemArgs;

/** A part of an input that could not be understood. */
export interface InputProblem {
  readonly reason: InputProblemReason;
  /** What the words of the reason name, as `InputProblemArgs` lists it. */
  readonly args: Readonly<Record<string, number>>;
  /** The line where it was first met, from 1. */
  readonly line: number | null;
  /** How often it was met. */
  readonly count: number;
  /** What a library said of it, in English, for those who look into the matter. May hold hostile text. */
  readonly detail: string | null;
}
