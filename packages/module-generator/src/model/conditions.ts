import type { RegistryPath } from '@mailtls/core';
import type { Say } from '../wording/say.ts';
import { wordCondition, wordWindows } from './machine-condition.ts';
import type { Model, ModelRule, WantedBits, WantedNumber } from './model.ts';

/** One value as a language without conditions can say it: always one number. */
export interface FixedValue {
  readonly rule: ModelRule;
  readonly path: RegistryPath;
  readonly name: string;
  readonly number: number;
}

/** The values that may be set on the same machines. */
export interface Condition {
  /** A file's name without ending: `enable`, `harden`, `enable-where-absent`, … */
  readonly name: string;
  /** Says on which machines. */
  readonly purpose: (say: Say) => string;
  readonly values: readonly FixedValue[];
}

type Conditional = Pick<Condition, 'purpose'> & { readonly suffix: string; readonly number: number };

/**
 * A model for languages that know no conditions: its values, sorted by where they may be set. Flags can only be set where
 * nothing is, as to write them is to overwrite those that are there.
 */
export function byCondition({ rules }: Model): readonly Condition[] {
  const conditions = new Map<string, Condition & { readonly values: FixedValue[] }>();
  for (const rule of rules) {
    for (const { path, name, want } of rule.values) {
      for (const { suffix, purpose, number } of 'number' in want ? [ofNumber(want, rule.step)] : ofBits(want)) {
        const key = `${rule.step}${suffix}`;
        const condition = conditions.get(key) ?? { name: key, purpose, values: [] };
        conditions.set(key, condition);
        condition.values.push({ rule, path, name, number });
      }
    }
  }
  return [...conditions.values()];
}

function ofNumber({ number, onlyOn }: WantedNumber, step: ModelRule['step']): Conditional {
  if (onlyOn === null) return { suffix: '', number, purpose: (say) => say(`condition.${step}`) };
  const suffix =
    onlyOn.type === 'older-than' ? `-before-${onlyOn.windows}-or-${onlyOn.exchange}` : `-where-${onlyOn.rule}`;
  const before = (say: Say): string => (step === 'harden' ? `${say('condition.harden')} ` : '');
  return { suffix, number, purpose: (say) => `${before(say)}${wordCondition(onlyOn, say)}` };
}

function ofBits({ whenAbsent, whenAbsentFrom }: WantedBits): readonly Conditional[] {
  const { windows, number } = whenAbsentFrom;
  const words = { windows: wordWindows(windows) };
  return [
    {
      suffix: `-where-absent-before-${windows}`,
      number: whenAbsent,
      purpose: (say) => say('condition.where-absent-before', words),
    },
    {
      suffix: `-where-absent-from-${windows}`,
      number,
      purpose: (say) => say('condition.where-absent-from', words),
    },
  ];
}
