import type { Language } from '@mailtls/core';
import { ansible } from './emit/ansible.ts';
import { dsc } from './emit/dsc.ts';
import { gpo } from './emit/gpo.ts';
import { intune } from './emit/intune.ts';
import { powershell } from './emit/powershell.ts';
import { reg } from './emit/reg.ts';
import { assertEmittable } from './model/assert-emittable.ts';
import type { Model } from './model/model.ts';
import type { OutputFile } from './output-file.ts';

/**
 * Writes the model in one form. Pure, and the same output for the same model: no time, host or path of the machine that it
 * runs on.
 *
 * @param language that of comments and messages; a README comes in every language.
 */
export type Target = (model: Model, language: Language) => readonly OutputFile[];

/** What the catalogue can be generated as. */
export const targetNames = ['powershell', 'reg', 'dsc', 'ansible', 'intune', 'gpo'] as const;
export type TargetName = (typeof targetNames)[number];

const targets: Readonly<Record<TargetName, Target>> = { powershell, reg, dsc, ansible, intune, gpo };

/** @throws GeneratorError `unemittable` for a model whose ids, keys, names or numbers are none */
export function generate(target: TargetName, model: Model, language: Language): readonly OutputFile[] {
  assertEmittable(model);
  return targets[target](model, language);
}
