import { CoreError } from '@mailtls/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GeneratorError } from '../../src/generator-error.ts';
import { assertEmittable } from '../../src/model/assert-emittable.ts';
import type { Model, WantedValue } from '../../src/model/model.ts';
import { modelOf } from '../../src/model/model-of.ts';
import { hostileModel } from '../hostile-model.ts';

const text = { en: 'Words', ro: 'Words' };
const good: WantedValue = { path: 'HKLM\\SOFTWARE\\x', name: 'y', want: { number: 1, onlyOn: null } };
const modelWith = (value: Partial<WantedValue>, more: Partial<Model> = {}): Model => ({
  ...modelOf('mailflow'),
  rules: [{ id: 'a-rule', step: 'enable', title: text, why: text, references: [], values: [{ ...good, ...value }] }],
  ...more,
});

describe('assertEmittable', () => {
  test.each(['mailflow', 'exchange', 'hardened'] as const)('takes the catalogue (%s)', (profile) => {
    expect(() => assertEmittable(modelOf(profile))).not.toThrow();
  });

  test('takes any words, and any name that Windows has and every language can say', () => {
    fc.assert(fc.property(hostileModel, (model) => assertEmittable(model)));
  });

  test.each<[what: string, model: Model]>([
    ['a key of another hive', modelWith({ path: 'HKCU\\Software' })],
    ['a hive alone', modelWith({ path: 'HKLM' })],
    ['an empty part of a key', modelWith({ path: 'HKLM\\\\x' })],
    ['a line break in a key', modelWith({ path: 'HKLM\\a\nb' })],
    ['a part of a key that is too long', modelWith({ path: `HKLM\\${'x'.repeat(256)}` })],
    ['a value without a name', modelWith({ name: '' })],
    ['a NUL in a name', modelWith({ name: 'a\0b' })],
    ['half of a surrogate pair in a name', modelWith({ name: '\ud800' })],
    ['a name that is too long', modelWith({ name: 'x'.repeat(16384) })],
    ['a negative number', modelWith({ want: { number: -1, onlyOn: null } })],
    ['a number that is no DWord', modelWith({ want: { number: 2 ** 32, onlyOn: null } })],
    ['a fraction', modelWith({ want: { number: 0.5, onlyOn: null } })],
    [
      'flags that are not written where nothing is',
      modelWith({ want: { bits: 3, whenAbsent: 1, whenAbsentFrom: { windows: '10.0.1', number: 3 } } }),
    ],
    [
      'flags that a newer Windows is not given',
      modelWith({
        want: { bits: 1, whenAbsent: 1, whenAbsentFrom: { windows: '10.0.1', number: 2 } },
      }),
    ],
    [
      'a condition with the rule of no id',
      modelWith({ want: { number: 1, onlyOn: { type: 'after-exchange', rule: '../x', lines: [] } } }),
    ],
    [
      'a condition with a line of no builds',
      modelWith({
        want: {
          number: 1,
          onlyOn: {
            type: 'after-exchange',
            rule: 'x',
            lines: [{ line: "15'", name: 'Exchange', update: '', minimum: null }],
          },
        },
      }),
    ],
    ['a version that is none', modelWith({}, { catalogueVersion: '1.0.0 -->' })],
    ['an id that is none', modelWith({}, { rules: [{ ...modelWith({}).rules[0], id: "a'b" } as Model['rules'][0]] })],
  ])('refuses %s', (_, model) => {
    expect(() => assertEmittable(model)).toThrow(GeneratorError);
    expect(() => assertEmittable(model)).toThrow(expect.objectContaining({ reason: 'unemittable' }));
  });

  test('refuses a build that is none', () => {
    const onlyOn = { type: 'older-than', windows: "10.0'", exchange: '15.2.1748.10', update: '' } as const;
    expect(() => assertEmittable(modelWith({ want: { number: 1, onlyOn } }))).toThrow(CoreError);
  });
});
