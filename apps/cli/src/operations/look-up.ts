import {
  createMatcher,
  formatMessage,
  type MessageId,
  type Rule,
  rules,
  type Scenario,
  type Signature,
  scenarios,
  scenariosOf,
  signatures,
} from '@mailtls/core';

/** Rules, signatures and scenarios that a subject names. */
export interface CatalogueEntries {
  readonly rules: readonly Rule[];
  readonly signatures: readonly Signature[];
  readonly scenarios: readonly Scenario[];
}

/** The whole catalogue. */
export const catalogue: CatalogueEntries = { rules, signatures, scenarios };

/** What stands for all scenarios in the place of an id. */
const ALL_SCENARIOS = 'scenarios';

/**
 * Finds what a subject names: an id, `scenarios` for all of them, or else every signature in a text, whatever its case, as people type and paste it.
 * Nothing is found for an unknown id or text.
 */
export function lookUp(subject: string): CatalogueEntries {
  const wanted = subject.trim().toLowerCase();
  const rule = rules.filter(({ id }) => id === wanted);
  const named = signatures.filter(({ id }) => id === wanted);
  const told = scenarios.filter(({ id }) => wanted === ALL_SCENARIOS || id === wanted);
  if (rule.length + told.length > 0) return { rules: rule, signatures: [], scenarios: told };
  if (named.length > 0) return withScenarios(named);
  const joined = subject.replace(/\s+/g, ' ');
  const found = new Set(
    createMatcher(signatures, { ignoreCase: true })
      .match(joined)
      .map(({ signature }) => signature),
  );
  return withScenarios(signatures.filter(({ id }) => found.has(id)));
}

/** Signatures with the scenarios that show them. */
function withScenarios(named: readonly Signature[]): CatalogueEntries {
  const told = new Set(named.flatMap(({ id }) => scenariosOf(id)));
  return { rules: [], signatures: named, scenarios: scenarios.filter((scenario) => told.has(scenario)) };
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
    ...scenarios.map(({ id }) => ({ id, texts: [] })),
    ...signatures.map(({ id, patterns }) => ({ id, texts: [...patterns, titleOf(`signature.${id}.title`)] })),
  ];
  const holding = entries.filter(({ id, texts }) => {
    const all = [id, ...texts].join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return holding.slice(0, SUGGESTED).map(({ id }) => id);
}
