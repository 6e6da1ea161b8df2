import {
  type Check,
  catalogueVersion,
  formatMessage,
  type Language,
  type MessageId,
  type Profile,
  type Rule,
  references,
  rulesOf,
  schannelKey,
  schannelValues,
} from '@mailtls/core';
import { conditionOf } from './machine-condition.ts';
import type { Model, ModelRule, WantedBits, WantedValue } from './model.ts';
import { wholeCatalogue } from './whole-catalogue.ts';

/** The catalogue's rules of a profile, as they are generated from. */
export function modelOf(profile: Profile): Model {
  return { catalogueVersion, profile, rules: rulesOf(profile).map(modelRule), catalogue: wholeCatalogue() };
}

function modelRule(rule: Rule): ModelRule {
  const { id, profile, why, references: cited } = rule;
  return {
    id,
    step: profile === 'hardened' ? 'harden' : 'enable',
    title: inBoth(`rule.${id}.title`),
    why: inBoth(why),
    references: cited.map((reference) => references[reference]),
    values: wantedValues(rule),
  };
}

function inBoth(id: MessageId): Readonly<Record<Language, string>> {
  const text = { id, args: {} };
  return { en: formatMessage(text, 'en'), ro: formatMessage(text, 'ro') };
}

/** The values that a repair with `--explicit` writes, by the same rules as `evaluate`. */
function wantedValues(rule: Rule): readonly WantedValue[] {
  const { check } = rule;
  const onlyOn = conditionOf(rule);
  switch (check.type) {
    case 'schannel-protocol':
      return Object.entries(schannelValues[check.want]).map(([name, number]) => ({
        path: schannelKey(check.protocol, check.role),
        name,
        want: { number, onlyOn },
      }));
    case 'dword':
      return [{ path: check.path, name: check.name, want: { number: check.want, onlyOn } }];
    case 'dword-bits':
      return [{ path: check.path, name: check.name, want: wantedBits(check) }];
    case 'misplaced-values':
    case 'exchange-build':
    case 'windows-build':
    case 'restart':
      return [];
  }
}

function wantedBits({ bits, write, writeFrom }: Extract<Check, { type: 'dword-bits' }>): WantedBits {
  return { bits, whenAbsent: write, whenAbsentFrom: { windows: writeFrom.windows, number: writeFrom.write } };
}
