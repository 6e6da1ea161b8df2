import type { Language } from '@mailtls/core';
import { wordCondition, wordWindows } from '../model/machine-condition.ts';
import type { Model } from '../model/model.ts';
import type { OutputFile } from '../output-file.ts';
import { markdownText } from '../quote/markdown.ts';
import { type Say, sayIn } from '../wording/say.ts';
import { type Policy, policiesOf } from './gpo/policy.ts';
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
    ...readmes(model, (words, inLanguage) =>
      words('gpo.readme', { before: words('save.readme'), policies: policyTable(model, inLanguage, words) }),
    ),
  ];
}

/** For which servers each policy is, as a table: no template can ask what a server is. */
function policyTable(model: Model, language: Language, say: Say): string {
  const rows = policiesOf(model).map(
    (policy) => `| ${markdownText(policy.rule.title[language])} | ${markdownText(wordServers(policy, say))} |`,
  );
  return [say('gpo.policies-head'), ...rows].join('\n');
}

function wordServers({ rule, flags, onlyOn }: Policy, say: Say): string {
  const [choice] = flags.flatMap(({ choices }) => choices);
  if (choice !== undefined) return say('gpo.for-flags', { windows: wordWindows(choice.windows) });
  const parts = [
    ...(rule.step === 'harden' ? [say('condition.harden')] : []),
    ...(onlyOn === null ? [] : [wordCondition(onlyOn, say)]),
  ];
  return parts.length > 0 ? parts.join(' ') : say('gpo.for-every');
}
