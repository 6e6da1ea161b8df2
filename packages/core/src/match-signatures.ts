import type { Signature } from './signatures/define-signature.ts';
import type { SignatureId } from './wording/en.ts';

/** A signature found in a text: which, and where in it. */
export interface SignatureMatch {
  readonly signature: SignatureId;
  readonly index: number;
  readonly length: number;
}

const LONGEST_GAP = 300;
const LONGEST_NUMBER = 10;

/**
 * A signature's pattern as a regular expression that JavaScript and .NET read alike. Every repetition is bounded, so the time
 * to match grows with the text's length alone.
 */
export function patternToRegex(pattern: string): string {
  const body = pattern.replace(/\{([^}]*)\}|[#*]|[\\^$.|?+()[\]{}]/g, (token, alternatives?: string) => {
    if (alternatives !== undefined) return `(?:${alternatives.split('|').map(escapeRegex).join('|')})`;
    if (token === '#') return `[0-9]{1,${LONGEST_NUMBER}}`;
    if (token === '*') return `[^\\r\\n]{0,${LONGEST_GAP}}?`;
    return `\\${token}`;
  });
  // "421 4.4.2" must not be found in "1421 4.4.20", nor "70" at the end of "code is 701".
  const beginsWithNumber = /^(?:[0-9#]|\{(?:[^}]*\|)?[0-9])/.test(pattern);
  const endsWithNumber = /(?:[0-9#]|[0-9](?:\|[^}]*)?\})$/.test(pattern);
  return `${beginsWithNumber ? '(?<![0-9.])' : ''}${body}${endsWithNumber ? '(?![0-9])' : ''}`;
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

/** The longest text of a pattern that any match must contain: what a scanner looks for first. */
export function anchorOf(pattern: string): string {
  const literals = pattern.split(/\{[^}]*\}|[#*]/);
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
  const compiled = signatures.flatMap(({ id, patterns, wrapper }) =>
    patterns.map((pattern) => ({
      id,
      wrapper: wrapper === true,
      anchor: fold(anchorOf(pattern)),
      regex: new RegExp(patternToRegex(pattern), ignoreCase ? 'gi' : 'g'),
    })),
  );
  return {
    match(text) {
      const folded = fold(text);
      const found: (SignatureMatch & { wrapper: boolean })[] = [];
      for (const { id, wrapper, anchor, regex } of compiled) {
        if (!folded.includes(anchor)) continue;
        for (const hit of text.matchAll(regex)) {
          found.push({ signature: id, index: hit.index, length: hit[0].length, wrapper });
        }
      }
      return withoutNested(found);
    },
  };
}

/** One pass over the matches by place: an outer one comes before what lies inside it, so one end is all that must be kept. */
function withoutNested(found: readonly (SignatureMatch & { readonly wrapper: boolean })[]): readonly SignatureMatch[] {
  const meant = found.some(({ wrapper }) => !wrapper) ? found.filter(({ wrapper }) => !wrapper) : found;
  const byPlace = meant.toSorted((a, b) => a.index - b.index || b.length - a.length);
  const kept: SignatureMatch[] = [];
  let end = -1;
  for (const { signature, index, length } of byPlace) {
    if (index + length <= end) continue;
    end = index + length;
    kept.push({ signature, index, length });
  }
  return kept;
}
