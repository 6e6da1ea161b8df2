import {
  createMatcher,
  formatMessage,
  type MessageId,
  type Rule,
  rules,
  type Signature,
  signatures,
} from '@mailtls/core';

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

/** How many entries are suggested. */
const SUGGESTED = 12;

/**
 * The ids of what a subject that names nothing may have been meant for: those whose id, texts or title hold all of its words.
 * A subject without any word of three letters or digits suggests nothing.
 */
export function suggestFor(subject: string): readonly string[] {
  const words = subject.toLowerCase().match(/[a-z0-9.-]{3,}/g) ?? [];
  if (words.length === 0) return [];
  const titleOf = (id: Extract<MessageId, `${string}.title`>): string => formatMessage({ id, args: {} }, 'en');
  const entries = [
    ...rules.map(({ id }) => ({ id, texts: [titleOf(`rule.${id}.title`)] })),
    ...signatures.map(({ id, patterns }) => ({ id, texts: [...patterns, titleOf(`signature.${id}.title`)] })),
  ];
  const holding = entries.filter(({ id, texts }) => {
    const all = [id, ...texts].join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return holding.slice(0, SUGGESTED).map(({ id }) => id);
}
