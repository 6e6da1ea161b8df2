import type { Message } from './format-message.ts';
import type { RegistryPath } from './registry/registry-path.ts';
import type { RegistryValue } from './registry/registry-value.ts';
import type { RuleId } from './wording/en.ts';

/** `error`: wrong. `warning`: cannot be known. `info`: right, but only by a default or in a form that other tools mistake. */
export const severities = ['info', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** One write: what the value is now (`null` for absent) and what it is to become. */
export interface RegistryEdit {
  readonly path: RegistryPath;
  readonly name: string;
  readonly from: RegistryValue | null;
  /** Whether the value could be seen; where not, `from` says nothing. */
  readonly fromSeen: boolean;
  readonly to: RegistryValue;
  readonly rule: RuleId;
}

/** What a rule found on a machine: a code with its arguments, a place, and the edit that would mend it. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The key that the finding is about; `null` for a build or a restart. */
  readonly path: RegistryPath | null;
  /** The value that it is about; `null` for a whole key. `''` is the unnamed value. */
  readonly name: string | null;
  /** What is there: a registry value, a build, or `null` for absent. */
  readonly actual: RegistryValue | string | null;
  /** Whether it could be seen; where not, `actual` says nothing. */
  readonly seen: boolean;
  /**
   * Whether it is known if the demand is met. Not where it could not be seen, nor where no source says what holds with what is
   * there: then the finding says what is open, not what is wrong.
   */
  readonly known: boolean;
  readonly expected: RegistryValue | string | null;
  readonly message: Message;
  readonly edit: RegistryEdit | null;
}

/** Makes a finding. Where nothing else is given it is about no key and no value, and there is nothing to write. */
export function findingOf(
  rule: RuleId,
  severity: Severity,
  text: Message,
  rest: Partial<Omit<Finding, 'rule' | 'severity' | 'message'>> = {},
): Finding {
  const { seen = true } = rest;
  return {
    rule,
    severity,
    path: null,
    name: null,
    actual: null,
    seen,
    known: seen,
    expected: null,
    message: text,
    edit: null,
    ...rest,
  };
}
