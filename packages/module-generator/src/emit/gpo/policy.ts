import type { BuildNumber } from '@mailtls/core';
import type { Model, ModelRule, WantedBits, WantedNumber, WantedValue } from '../../model/model.ts';

/** The XML namespace of administrative templates and of their resources. */
export const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

/** A policy of the template: a rule that sets values. */
export interface Policy {
  /** As ADMX names things: letters, digits and underlines. */
  readonly id: string;
  readonly rule: ModelRule;
  readonly key: string;
  readonly numbers: readonly (WantedValue & { readonly want: WantedNumber })[];
  readonly flags: readonly PolicyFlags[];
  readonly onlyOn: WantedNumber['onlyOn'];
}

/** Flags, of which an admin chooses the number by the Windows of the machines: a template can neither add to a number nor ask. */
export interface PolicyFlags {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly choices: readonly FlagsChoice[];
}

/** A number, and the Windows that it is for: older than the build, from it on, or every one. */
export interface FlagsChoice {
  readonly id: string;
  readonly number: number;
  readonly on: 'older' | 'newer' | 'every';
  readonly windows: BuildNumber;
}

/** A key as a template writes it: without the hive, which the class `Machine` stands for. */
export function keyOf({ path }: Pick<WantedValue, 'path'>): string {
  return path.replace(/^HKLM\\/, '');
}

/** The policies of a model, a rule each. */
export function policiesOf({ rules }: Model): readonly Policy[] {
  return rules.flatMap((rule) => {
    const [first] = rule.values;
    if (first === undefined) return [];
    const id = rule.id.replaceAll('-', '_');
    const numbers = rule.values.flatMap((value) => ('number' in value.want ? [{ ...value, want: value.want }] : []));
    const flags = rule.values.flatMap(({ path, name, want }, i): PolicyFlags[] => {
      const flagsId = `${id}_${i}`;
      return 'number' in want ? [] : [{ id: flagsId, name, key: keyOf({ path }), choices: choicesOf(want, flagsId) }];
    });
    return [{ id, rule, key: keyOf(first), numbers, flags, onlyOn: numbers[0]?.want.onlyOn ?? null }];
  });
}

/** The editor finds a choice again by its number, so what shares one is one choice. */
function choicesOf({ whenAbsent, whenAbsentFrom }: WantedBits, id: string): readonly FlagsChoice[] {
  const { windows, number: newer } = whenAbsentFrom;
  const choice = (number: number, on: FlagsChoice['on']): FlagsChoice => ({
    id: `${id}_${number}`,
    number,
    on,
    windows,
  });
  return newer === whenAbsent ? [choice(newer, 'every')] : [choice(whenAbsent, 'older'), choice(newer, 'newer')];
}
