import { type BuildNumber, parseBuild } from '@mailtls/core';
import { GeneratorError } from '../generator-error.ts';
import type { MachineCondition } from './machine-condition.ts';
import type { Model, WantedValue } from './model.ts';

const LINE = /^\d{1,5}(?:\.\d{1,5})?$/;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const PATH = /^HKLM(?:\\[^\\]{1,255})+$/;
const NAME = /^.{1,16383}$/;
/** What not every target can write down: control characters, line breaks, halves of surrogate pairs. */
const UNWRITABLE = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\p{Surrogate}]/u;

/**
 * Refuses what not every target can say: everything but words must be of the form that Windows and the catalogue have.
 * Words may be anything.
 *
 * @throws GeneratorError `unemittable`
 */
export function assertEmittable({ catalogueVersion, rules }: Model): void {
  if (!/^\d+\.\d+\.\d+$/.test(catalogueVersion)) fail('catalogue version', catalogueVersion);
  for (const { id, values } of rules) {
    if (!ID.test(id)) fail('rule id', id);
    values.forEach(assertValue);
  }
}

function assertValue({ path, name, want }: WantedValue): void {
  if (!PATH.test(path) || UNWRITABLE.test(path)) fail('registry key of this machine', path);
  if (!NAME.test(name) || UNWRITABLE.test(name)) fail('name of a registry value', name);
  const isNumber = 'number' in want;
  const numbers = isNumber ? [want.number] : [want.bits, want.whenAbsent, want.whenAbsentFrom.number];
  const builds = isNumber ? buildsOf(want.onlyOn) : [want.whenAbsentFrom.windows];
  for (const number of numbers) if (number !== number >>> 0) fail('DWord', String(number));
  // What is written where nothing is would otherwise be found wanting at once, and written again for ever.
  if (!isNumber && numbers.some((number) => (number & want.bits) !== (want.bits | 0)))
    fail('number with all flags', name);
  // A build that is none fails in its own words.
  builds.forEach(parseBuild);
}

function buildsOf(condition: MachineCondition | null): readonly BuildNumber[] {
  if (condition === null) return [];
  if (condition.type === 'older-than') return [condition.windows, condition.exchange];
  if (!ID.test(condition.rule)) fail('rule id', condition.rule);
  for (const { line } of condition.lines) if (!LINE.test(line)) fail('start of a build', line);
  return condition.lines.flatMap(({ minimum }) => minimum ?? []);
}

function fail(what: string, found: string): never {
  throw new GeneratorError('unemittable', `the catalogue cannot be generated: ${JSON.stringify(found)} is no ${what}`);
}
