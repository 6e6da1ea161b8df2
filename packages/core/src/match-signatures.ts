import type { Direction } from './evidence-model.ts';
import type { Signature } from './signatures/define-signature.ts';
import type { SignatureId } from './wording/en.ts';

/** A signature found in a text: which, and where in it. */
export interface SignatureMatch {
  readonly signature: SignatureId;
  readonly index: number;
  readonly length: number;
  /** Who opened the connection, where the signature says it, or one that carries it; else `null`. */
  readonly direction: Direction | null;
}

const LONGEST_GAP = 300;
const LONGEST_NUMBER = 10;

/** What a word is made of; spelled out, as `\w` is another set in .NET. */
const IN_WORD = '0-9A-Za-z_';

/**
 * A signature's pattern as a regular expression that JavaScript and .NET read alike. Every repetition is bounded, so the time
 * to match grows with the text's length alone.
 */
export function patternToRegex(pattern: string): string {
  const spelled = withEitherReply(pattern);
  const body = spelled.replace(/\{([^}]*)\}|[#*]|[\\^$.|?+()[\]{}]/g, (token, alternatives?: string) => {
    if (alternatives !== undefined) return `(?:${alternatives.split('|').map(escapeRegex).join('|')})`;
    if (token === '#') return `[0-9]{1,${LONGEST_NUMBER}}`;
    if (token === '*') return `[^\\r\\n]{0,${LONGEST_GAP}}?`;
    return `\\${token}`;
  });
  return `${wordBegins(pattern)}${body}${/(?:[\w#]|\w(?:\|[^}]*)?\})$/.test(pattern) ? `(?![${IN_WORD}])` : ''}`;
}

/** A reply that goes on in another line has a hyphen after its code (RFC 5321 §4.2): `421-4.4.2`. */
function withEitherReply(pattern: string): string {
  return pattern.replace(/^([245][0-9]{2}) (?=[0-9]\.)/, '$1{ |-}');
}

/**
 * "421 4.4.2" must not be found in "1421 4.4.2" or "9.421 4.4.2", nor "SocketError" in "XSocketError". The letter of `\n` and
 * its like is no part of a word: JSON ends its lines so.
 */
function wordBegins(pattern: string): string {
  const [first] = /^(?:[\w#]|\{(?:[^}]*\|)?\w)/.exec(pattern) ?? [];
  if (first === undefined) return '';
  return `(?:(?<![${IN_WORD}${/[0-9#]$/.test(first) ? '.' : ''}])|(?<=\\\\[nrt]))`;
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

/** The longest text of a pattern that any match must contain: what a scanner looks for first. */
export function anchorOf(pattern: string): string {
  const literals = withEitherReply(pattern).split(/\{[^}]*\}|[#*]/);
  return literals.reduce((longest, literal) => (literal.length > longest.length ? literal : longest), '');
}

/** The anchors of signatures, each once: a line without any of them holds no match. */
export function anchorsOf(signatures: readonly Signature[]): readonly string[] {
  return [...new Set(signatures.flatMap((signature) => signature.patterns.map(anchorOf)))];
}

/** Finds signatures in texts. Made once for many texts, as it compiles every pattern. */
export interface SignatureMatcher {
  /**
   * The signatures in a text, by place. Where one lies wholly inside another, the longer one counts; a wrapper counts only
   * alone. White space is taken as it is: who reads wrapped text joins its lines first.
   */
  match(text: string): readonly SignatureMatch[];
}

/** @param options.ignoreCase for text that a person typed. */
export function createMatcher(
  signatures: readonly Signature[],
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): SignatureMatcher {
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const compiled = signatures.flatMap(({ id, patterns, wrapper = false, direction = null }) =>
    patterns.map((pattern) => ({
      id,
      wrapper,
      direction,
      anchor: fold(anchorOf(pattern)),
      regex: new RegExp(patternToRegex(pattern), ignoreCase ? 'gi' : 'g'),
    })),
  );
  return {
    match(text) {
      const folded = fold(text);
      const found: FoundSignature[] = [];
      for (const { id, wrapper, direction, anchor, regex } of compiled) {
        if (!folded.includes(anchor)) continue;
        for (const hit of text.matchAll(regex)) {
          found.push({ signature: id, index: hit.index, length: hit[0].length, direction, wrapper });
        }
      }
      return withoutNested(found);
    },
  };
}

type FoundSignature = SignatureMatch & { readonly wrapper: boolean };

/** One pass over the matches by place: an outer one comes before what lies inside it, so one end is all that must be kept. */
function withoutNested(found: readonly FoundSignature[]): readonly SignatureMatch[] {
  const carried = found.filter(({ wrapper }) => !wrapper);
  const meant = carried.length > 0 ? carried : found;
  const ofCarrier = found.find(({ wrapper, direction }) => wrapper && direction !== null)?.direction ?? null;
  const byPlace = meant.toSorted((a, b) => a.index - b.index || b.length - a.length);
  const kept: SignatureMatch[] = [];
  let end = -1;
  for (const { signature, index, length, direction } of byPlace) {
    if (index + length <= end) continue;
    end = index + length;
    kept.push({ signature, index, length, direction: direction ?? ofCarrier });
  }
  return kept;
}
