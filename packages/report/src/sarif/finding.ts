import type { Severity } from '@mailtls/core';
import type { Location, PropertyBag, Result as SarifResult } from 'sarif';
import { plainMessage } from './plain-message.ts';

/** A result of SARIF before it is given the place of its rule. */
export interface SarifFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly location: Location;
  /** What makes it the same finding in the next run, beside its rule: no line, and nothing that is worded. */
  readonly sameness: readonly (string | null)[];
  readonly more?: Pick<SarifResult, 'relatedLocations' | 'occurrenceCount'>;
  readonly properties: PropertyBag;
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/**
 * A result of SARIF.
 *
 * @param ruleIndexes where the rules stand in the list of descriptors.
 */
export function sarifResult(found: SarifFinding, ruleIndexes: ReadonlyMap<string, number>): SarifResult {
  const { rule, severity, message, location, sameness, more, properties } = found;
  return {
    ruleId: rule,
    ruleIndex: ruleIndexes.get(rule) ?? -1,
    level: LEVELS[severity],
    message: plainMessage(message),
    locations: [location],
    ...more,
    // The name is the one that GitHub looks at. A text says the same as a hash of it would, and never collides.
    partialFingerprints: { primaryLocationLineHash: [rule, ...sameness.map((part) => part ?? '')].join('|') },
    properties,
  };
}

/** A place in an artifact: GitHub shows nothing without a line, so what has none is given the first. */
export function placeIn(uri: string, line: number | null = null): Location {
  return { physicalLocation: { artifactLocation: { uri }, region: { startLine: line ?? 1 } } };
}
