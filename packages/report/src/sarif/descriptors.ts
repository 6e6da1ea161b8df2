import {
  causes,
  formatMessage,
  type Language,
  type MessageId,
  messageIds,
  type ReferenceId,
  type Rule,
  references,
  rules,
  type Signature,
  signatures,
} from '@mailtls/core';
import type { ReportingDescriptor } from 'sarif';
import type { Result } from '../result.ts';
import { word } from '../wording/word.ts';

/** The version that was expected of a probed server is no part of the catalogue. */
export const EXPECTED_VERSION = 'probe.expected';

/** All that could have been found, whatever was: the lists of two runs differ only with the catalogue and the command. */
export function descriptorsFor(result: Result, language: Language): readonly ReportingDescriptor[] {
  const { evidence, machines, probes, entries } = result;
  return [
    ...(evidence
      ? [...causes.map((cause) => named(`cause.${cause}`, language)), ...describe(signatures, language)]
      : []),
    ...(machines ? rules.map((rule) => ruleDescriptor(rule, language)) : []),
    ...(probes ? probeDescriptors(language) : []),
    ...(entries ? entries.rules.map((rule) => ruleDescriptor(rule, language)) : []),
    ...(entries ? describe(entries.signatures, language) : []),
  ];
}

function ruleDescriptor({ id, why, profile, references: cited }: Rule, language: Language): ReportingDescriptor {
  const text = say(why, language);
  return {
    ...descriptor(id, say(`rule.${id}.title`, language), text, [text], cited, language),
    properties: { profile },
  };
}

function describe(found: readonly Signature[], language: Language): readonly ReportingDescriptor[] {
  return found.map(({ id, references: cited }) => {
    const meaning = say(`signature.${id}.meaning`, language);
    const help = [meaning, `${word('head.settle', language)}: ${say(`signature.${id}.settle`, language)}`];
    return descriptor(id, say(`signature.${id}.title`, language), meaning, help, cited, language);
  });
}

function probeDescriptors(language: Language): readonly ReportingDescriptor[] {
  const title = word('expected.title', language);
  return [
    ...messageIds.filter((id) => id.startsWith('probe.')).map((id) => named(id, language)),
    descriptor(EXPECTED_VERSION, title, title, [title], [], language),
  ];
}

/** What has a single sentence to describe it, with its arguments left open. */
function named(id: MessageId, language: Language): ReportingDescriptor {
  const text = say(id, language).replace(/\{[a-zA-Z]+(?::[^}]*)?\}/g, '…');
  return descriptor(id, text, text, [text], [], language);
}

function descriptor(
  id: string,
  title: string,
  description: string,
  help: readonly string[],
  cited: readonly ReferenceId[],
  language: Language,
): ReportingDescriptor {
  const pages = cited.map((reference) => references[reference]);
  const helpUri = pages.find(({ url }) => url !== null)?.url;
  const more = pages.length === 0 ? [] : [`${word('head.references', language)}:`];
  const plain = pages.map((page) => (page.url === null ? `- ${page.title}` : `- ${page.title}: ${page.url}`));
  const linked = pages.map((page) => (page.url === null ? `- ${page.title}` : `- [${page.title}](${page.url})`));
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: description },
    help: {
      text: [...help, ...more, ...plain].join('\n'),
      markdown: [...help, [...more, ...linked].join('\n')].filter((part) => part !== '').join('\n\n'),
    },
    ...(helpUri && { helpUri }),
  };
}

function say(id: MessageId, language: Language): string {
  return formatMessage({ id, args: {} }, language);
}
