import { createMatcher, type Rule, rules, type Signature, signatures } from '@mailtls/core';

/** Rules and signatures that a subject names. */
export interface CatalogueEntries {
  readonly rules: readonly Rule[];
  readonly signatures: readonly Signature[];
}

/** The whole catalogue. */
export const catalogue: CatalogueEntries = { rules, signatures };

/**
 * Finds what a subject names: an id, or else every signature in a text, whatever its case, as people type and paste it.
 * Nothing is found for an unknown id or text.
 */
export function lookUp(subject: string): CatalogueEntries {
  const wanted = subject.trim().toLowerCase();
  const rule = rules.filter(({ id }) => id === wanted);
  const named = signatures.filter(({ id }) => id === wanted);
  if (rule.length + named.length > 0) return { rules: rule, signatures: named };
  const joined = subject.replace(/\s+/g, ' ');
  const found = new Set(
    createMatcher(signatures, { ignoreCase: true })
      .match(joined)
      .map(({ signature }) => signature),
  );
  return { rules: [], signatures: signatures.filter(({ id }) => found.has(id)) };
}
