import type { Language } from '@mailtls/core';
import type { Condition, FixedValue } from '../../model/conditions.ts';
import type { Model } from '../../model/model.ts';
import type { OutputFile } from '../../output-file.ts';
import { dscText } from '../../quote/dsc-text.ts';
import { sayIn } from '../../wording/say.ts';
import { generatedFrom } from '../readme.ts';
import { yamlDocument } from '../yaml.ts';

/**
 * Documents for DSC v3, a pair for each condition: one sets the values, the other removes them. Its registry resource knows no
 * flags, and a document's `condition` is too young to be asked of every machine.
 */
export function dscDocuments(
  model: Model,
  conditions: readonly Condition[],
  language: Language,
): readonly OutputFile[] {
  const say = sayIn(language);
  const document = (name: string, purpose: string, values: readonly FixedValue[], isWanted: boolean): OutputFile => ({
    path: `v3/${name}.dsc.config.yaml`,
    format: 'utf8',
    text: yamlDocument(
      {
        $schema: 'https://aka.ms/dsc/schemas/v3/bundled/config/document.json',
        resources: values.map((value) => instance(value, isWanted)),
      },
      [purpose, generatedFrom(model, say)],
    ),
  });
  return conditions.flatMap(({ name, purpose, values }) => [
    document(name, purpose(say), values, true),
    document(`${name}.undo`, say('dsc.undo', { file: `${name}.dsc.config.yaml` }), values, false),
  ]);
}

function instance({ rule, path, name, number }: FixedValue, isWanted: boolean): object {
  return {
    name: `${rule.id} ${name}`,
    type: 'Microsoft.Windows/Registry',
    properties: {
      keyPath: path,
      valueName: dscText(name),
      ...(isWanted ? { valueData: { DWord: number } } : { _exist: false }),
    },
  };
}
