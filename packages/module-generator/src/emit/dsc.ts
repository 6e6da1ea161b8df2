import type { Language } from '@mailtls/core';
import { byCondition } from '../model/conditions.ts';
import type { Model } from '../model/model.ts';
import type { OutputFile } from '../output-file.ts';
import { sayIn } from '../wording/say.ts';
import { dscConfiguration } from './dsc/configuration.ts';
import { dscDocuments } from './dsc/documents.ts';
import { conditionTable, readmes } from './readme.ts';
import { backupScript } from './registry-script/backup-script.ts';

/** For Desired State Configuration: a configuration for the one that Windows brings along, and documents for DSC v3. */
export function dsc(model: Model, language: Language): readonly OutputFile[] {
  const say = sayIn(language);
  const conditions = byCondition(model);
  return [
    dscConfiguration(model, language),
    ...dscDocuments(model, conditions, language),
    backupScript(model, say),
    ...readmes(model, (words) =>
      words('dsc.readme', { before: words('save.readme'), files: conditionTable(model, '.dsc.config.yaml', words) }),
    ),
  ];
}
