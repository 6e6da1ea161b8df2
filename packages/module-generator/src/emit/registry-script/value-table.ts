import type { BuildNumber } from '@mailtls/core';
import type { MachineCondition } from '../../model/machine-condition.ts';
import type { Model, WantedBits, WantedNumber, WantedValue } from '../../model/model.ts';
import { asciiLiteral } from '../../quote/ascii-literal.ts';

/** A wanted value with the id of its rule. */
export type RuledValue = WantedValue & { readonly rule: string };

/** Every wanted value of a model, in the order of the rules. */
export function ruledValues({ rules }: Model): readonly RuledValue[] {
  return rules.flatMap(({ id, values }) => values.map((value) => ({ ...value, rule: id })));
}

/** Whether what is wanted can only be decided on the machine. */
export function dependsOnMachine({ want }: Pick<WantedValue, 'want'>): boolean {
  return !('number' in want) || want.onlyOn !== null;
}

/** Values as a PowerShell array of hashtables, which `readFunctions` understand: `@(@{ Rule = …; Path = …; … })`. */
export function valueTable(values: readonly RuledValue[]): string {
  const rows = values.map(({ rule, path, name, want }) => {
    const place = `Rule = ${asciiLiteral(rule)}; Path = ${asciiLiteral(pathInHive(path))}; Name = ${asciiLiteral(name)}`;
    return `  @{ ${place}; ${'number' in want ? wantedNumber(want) : wantedBits(want)} }`;
  });
  return `@(\n${rows.join(',\n')}\n)`;
}

/** The key's path without its hive, which is always that of the machine. */
export function pathInHive(path: string): string {
  return path.replace(/^HKLM\\/, '');
}

function wantedNumber({ number, onlyOn }: WantedNumber): string {
  return `Number = ${int(number)}${onlyOn === null ? '' : `; ${machineCondition(onlyOn)}`}`;
}

function machineCondition(condition: MachineCondition): string {
  if (condition.type === 'older-than') {
    const { windows, exchange } = condition;
    return `OlderWindows = ${asciiLiteral(fourParts(windows))}; OlderExchange = ${asciiLiteral(fourParts(exchange))}`;
  }
  const lines = condition.lines.map(
    ({ line, minimum }) => `${asciiLiteral(line)} = ${asciiLiteral(minimum === null ? '' : fourParts(minimum))}`,
  );
  return `ExchangeLines = @{ ${lines.join('; ')} }`;
}

function wantedBits({ bits, whenAbsent, whenAbsentFrom }: WantedBits): string {
  const newer = `NewerWindows = ${asciiLiteral(fourParts(whenAbsentFrom.windows))}; OnNewer = ${int(whenAbsentFrom.number)}`;
  return `Bits = ${int(bits)}; WhenAbsent = ${int(whenAbsent)}; ${newer}`;
}

/** As the Int32 that .NET reads a DWord as: PowerShell's editions disagree on what 0xFFFFFFFF is. */
function int(dword: number): string {
  return String(dword | 0);
}

/** .NET takes a missing part for less than 0. */
function fourParts(build: BuildNumber): string {
  return [...build.split('.'), '0', '0'].slice(0, 4).join('.');
}
