/**
 * The JavaScript type that holds each primitive exactly, by the name of its element (MS-PSRP §2.2.5.1). Where JavaScript
 * has no type that loses nothing, the value is the text of the file.
 */
export interface ClixmlPrimitiveTypes {
  /** String: any UTF-16, lone surrogates and NUL too. */
  S: string;
  /** Char: one UTF-16 code unit. */
  C: string;
  /** Boolean. */
  B: boolean;
  /**
   * DateTime, to the tick of 100 ns: `2024-01-02T03:04:05.1234567` and then `Z` (UTC), an offset (local time there) or
   * nothing (kind unspecified). `toDate` makes a Date of it.
   */
  DT: string;
  /** TimeSpan, as an XML duration: `P1DT2H3M4.567S`. `toTicks` makes a number of it. */
  TS: string;
  /** Byte (unsigned). */
  By: number;
  /** SByte. */
  SB: number;
  /** UInt16. */
  U16: number;
  /** Int16. */
  I16: number;
  /** UInt32. */
  U32: number;
  /** Int32. */
  I32: number;
  /** UInt64. */
  U64: bigint;
  /** Int64. */
  I64: bigint;
  /** Single: a number that `Math.fround` leaves alone. */
  Sg: number;
  /** Double; NaN, the infinities and -0 are themselves. */
  Db: number;
  /** Decimal: `1.10` is not `1.1`. */
  D: string;
  /** Byte[]. */
  BA: Uint8Array;
  /** Guid: 8-4-4-4-12, in lower case. */
  G: string;
  /** Uri, absolute or relative. */
  URI: string;
  /** Version of two to four numbers: `15.2.1118`. */
  Version: string;
  /** XmlDocument, as its text. */
  XD: string;
  /** ScriptBlock, as its text. It is never run. */
  SBK: string;
  /** SecureString, as it was encrypted: opaque. PowerShell on Linux and macOS does not encrypt it. */
  SS: string;
}

/** The name of a primitive's element, such as `I32`. */
export type ClixmlPrimitiveType = keyof ClixmlPrimitiveTypes;

/** What any value may have. */
interface OnStream {
  /**
   * PowerShell's name of the stream that a root value was written to, such as `Error`, when the text is the output of
   * `powershell -OutputFormat XML`. Written for root values only.
   */
  stream?: string;
}

/** A value of one of the types that CLIXML writes as plain text: `{ type: 'I32', value: 5 }`. */
export type ClixmlPrimitive<T extends ClixmlPrimitiveType = ClixmlPrimitiveType> = {
  [K in T]: OnStream & { type: K; value: ClixmlPrimitiveTypes[K] };
}[T];

/** `$null`. A property that is not there at all has no value, not this one. */
export interface ClixmlNull extends OnStream {
  type: 'Nil';
}

/** A ProgressRecord (MS-PSRP §2.2.5.1.25). */
export interface ClixmlProgress extends OnStream {
  type: 'PR';
  /** Not empty. */
  activity: string;
  /** Not negative. */
  activityId: number;
  currentOperation: string | null;
  /** -1 for none; not the record's own. */
  parentActivityId: number;
  /** Up to 100; -1 for unknown. */
  percentComplete: number;
  recordType: 'Processing' | 'Completed';
  /** -1 for unknown. */
  secondsRemaining: number;
  /** Not empty; a blank is what PowerShell itself gives. */
  statusDescription: string;
}

/** What an object lists: an array or list (`LST`), another enumerable (`IE`), a queue (`QUE`), a stack (`STK`, top first). */
export interface ClixmlList {
  type: 'LST' | 'IE' | 'QUE' | 'STK';
  items: ClixmlValue[];
}

/** What a dictionary holds, in the order of the file. A key is anything but `$null`, and not the same object twice. */
export interface ClixmlDictionary {
  type: 'DCT';
  entries: [key: ClixmlValue, value: ClixmlValue][];
}

/** A named set of members, such as `PSStandardMembers`. */
export interface ClixmlMemberSet {
  type: 'MS';
  members: Map<string, ClixmlValue | ClixmlMemberSet>;
}

/**
 * An object. One that is referred to more than once (`Ref`) is one JavaScript object in each place, and an object may be
 * inside itself.
 */
export interface ClixmlObject extends OnStream {
  type: 'Obj';
  /** The names of its type and that type's bases, the nearest first. Absent when the file has none. */
  typeNames?: readonly string[];
  /** What PowerShell shows it as. */
  toStringValue?: string;
  /** What it wraps: an enum its number, a collection its items, a string with notes the string. */
  base?: ClixmlPrimitive | ClixmlProgress | ClixmlList | ClixmlDictionary | ClixmlObject;
  /** The properties that its type has (`Props`), by name as written. */
  adapted?: Map<string, ClixmlValue>;
  /** The properties that PowerShell added (`MS`), by name as written; all of a PSCustomObject's are here. */
  extended?: Map<string, ClixmlValue | ClixmlMemberSet>;
}

/** A value of CLIXML, told apart by `type`, which is the name of its element. */
export type ClixmlValue = ClixmlNull | ClixmlPrimitive | ClixmlProgress | ClixmlObject;
