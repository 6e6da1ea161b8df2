import type { Language } from '@mailtls/core';
import { wordCondition, wordWindows } from '../../model/machine-condition.ts';
import type { Model } from '../../model/model.ts';
import { oneLine } from '../../quote/one-line.ts';
import { type Say, sayIn } from '../../wording/say.ts';
import { hex } from '../hex.ts';
import { generatedFrom } from '../readme.ts';
import { type XmlElement, xml } from '../xml.ts';
import { type FlagsChoice, NAMESPACE, type Policy, policiesOf } from './policy.ts';

/** The template's words in one language (ADML), and how the choices of its policies look. */
export function policyResources(model: Model, language: Language): XmlElement {
  const say = sayIn(language);
  const policies = policiesOf(model);
  const revision = model.catalogueVersion.split('.').slice(0, 2).join('.');
  const choosing = policies.filter(({ flags }) => flags.length > 0);
  const strings = [
    ['enable', say('gpo.enable')],
    ...(policies.some(({ rule }) => rule.step === 'harden') ? [['harden', say('gpo.harden')]] : []),
    ['every', say('gpo.every')],
    ...policies.flatMap((policy) => stringsOf(policy, language, say)),
  ];
  return xml('policyDefinitionResources', { xmlns: NAMESPACE, revision, schemaVersion: '1.0' }, [
    xml('displayName', {}, say('gpo.enable')),
    xml('description', {}, generatedFrom(model, say)),
    xml('resources', {}, [
      xml(
        'stringTable',
        {},
        strings.map(([id = '', text = '']) => xml('string', { id }, text)),
      ),
      ...(choosing.length > 0
        ? [
            xml(
              'presentationTable',
              {},
              choosing.map(({ id, flags }) =>
                xml(
                  'presentation',
                  { id },
                  flags.map((flag) =>
                    xml('dropdownList', { refId: flag.id, noSort: 'true', defaultItem: '0' }, oneLine(flag.name)),
                  ),
                ),
              ),
            ),
          ]
        : []),
    ]),
  ]);
}

function stringsOf({ id, rule, flags, onlyOn }: Policy, language: Language, say: Say): readonly string[][] {
  const help = [
    oneLine(rule.why[language]),
    ...(flags.length > 0 ? [say('gpo.help-flags')] : []),
    say('gpo.help'),
    ...rule.references.flatMap(({ title, url }) => (url ? [`${oneLine(title)}: ${oneLine(url)}`] : [])),
  ];
  return [
    [id, oneLine(rule.title[language])],
    [`${id}_help`, help.join('\n\n')],
    ...(onlyOn ? [[`on_${id}`, oneLine(wordCondition(onlyOn, say))]] : []),
    ...flags.flatMap(({ choices }) => choices.map((choice) => [choice.id, wordChoice(choice, say)])),
  ];
}

function wordChoice({ number, on, windows }: FlagsChoice, say: Say): string {
  return say(`gpo.choice-${on}`, { number: hex(number), windows: wordWindows(windows) });
}
