import type { Language } from '@mailtls/core';
import type { Model } from '../model/model.ts';
import type { OutputFile } from '../output-file.ts';
import { sayIn } from '../wording/say.ts';
import { policyDefinitions } from './gpo/policy-definitions.ts';
import { policyResources } from './gpo/policy-resources.ts';
import { generatedFrom, readmes } from './readme.ts';
import { backupScript } from './registry-script/backup-script.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

/**
 * An administrative template for Group Policy, with its words in both languages: that is what an admin copies into a store and
 * edits. A backup of a policy object would carry the ids of the domain that it was taken from.
 */
export function gpo(model: Model, language: Language): readonly OutputFile[] {
  const file = (path: string, root: XmlElement, inLanguage: Language): OutputFile => ({
    path,
    format: 'windows',
    text: xmlDocument(root, generatedFrom(model, sayIn(inLanguage))),
  });
  return [
    file('mailtls.admx', policyDefinitions(model), language),
    file('en-US/mailtls.adml', policyResources(model, 'en'), 'en'),
    file('ro-RO/mailtls.adml', policyResources(model, 'ro'), 'ro'),
    backupScript(model, sayIn(language)),
    ...readmes(model, (words) => words('gpo.readme')),
  ];
}
