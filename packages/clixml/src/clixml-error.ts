/**
 * Why CLIXML was refused.
 *
 * | reason | meaning |
 * |---|---|
 * | `encoding` | the bytes are not UTF-8 or UTF-16, or not valid in the one they claim |
 * | `malformed` | not well-formed XML |
 * | `truncated` | the text ends before the XML does |
 * | `doctype` | a DOCTYPE, which CLIXML never has and which can carry entity bombs |
 * | `version` | not version 1 of the format |
 * | `unexpected-element` | an element that CLIXML does not have, or not in this place |
 * | `unexpected-text` | text where only elements may be |
 * | `missing-attribute` | an `N` or `RefId` that has to be there |
 * | `unknown-reference` | a `Ref` or `TNRef` to what is not (or no longer) known |
 * | `invalid-value` | a text, or a JavaScript value, that its type cannot have |
 * | `too-deep` | more values inside values than `maxDepth` |
 * | `too-large` | more than `maxNodes` or `maxLength` |
 */
export type ClixmlErrorReason =
  | 'encoding'
  | 'malformed'
  | 'truncated'
  | 'doctype'
  | 'version'
  | 'unexpected-element'
  | 'unexpected-text'
  | 'missing-attribute'
  | 'unknown-reference'
  | 'invalid-value'
  | 'too-deep'
  | 'too-large';

/** CLIXML that cannot be read, or a value that cannot be written. The only error this package throws on purpose. */
export class ClixmlError extends Error {
  override readonly name = 'ClixmlError';
  readonly reason: ClixmlErrorReason;
  /** Where reading stood, counted from 1; absent when it is a value, or bytes, that was refused. */
  readonly line: number | undefined;
  /** The last character read on that line, counted from 1. */
  readonly column: number | undefined;

  constructor(
    reason: ClixmlErrorReason,
    message: string,
    options: { line?: number; column?: number; cause?: unknown } = {},
  ) {
    const { line, column, cause } = options;
    const place = line === undefined ? '' : ` (line ${line}, column ${column})`;
    super(message + place, cause === undefined ? {} : { cause });
    this.reason = reason;
    this.line = line;
    this.column = column;
  }
}

/** A text of the file, or a value, as an error message quotes it: on one line, and not all of it. */
export function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
