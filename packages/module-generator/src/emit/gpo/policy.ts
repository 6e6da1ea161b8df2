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

/** `windows` names the releases that the number is for; without any it is for all the others. */
export interface FlagsChoice {
  readonly id: string;
  readonly number: number;
  readonly windows: readonly string[];
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

/** The releases that share a number share a choice, as the editor finds a choice again by its number. */
function choicesOf({ whenAbsent, whenAbsentOn }: WantedBits, id: string): readonly FlagsChoice[] {
  const numbers = [...new Set([whenAbsent, ...whenAbsentOn.map(({ number }) => number)])];
  return numbers.map((number) => ({
    id: `${id}_${number}`,
    number,
    windows:
      number === whenAbsent
        ? []
        : [...new Set(whenAbsentOn.filter((on) => on.number === number).map(({ windows }) => windows))],
  }));
}
