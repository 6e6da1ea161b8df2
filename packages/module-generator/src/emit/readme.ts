import { type Language, languages } from '@mailtls/core';
import { byCondition, type FixedValue } from '../model/conditions.ts';
import { wordCondition, wordWindows } from '../model/machine-condition.ts';
import type { Model, WantedValue } from '../model/model.ts';
import type { OutputFile } from '../output-file.ts';
import { markdownCode, markdownText } from '../quote/markdown.ts';
import { type Say, sayIn } from '../wording/say.ts';
import { hex } from './hex.ts';

/**
 * The page beside what is generated, in every language: `README.md` and `README.ro.md`.
 *
 * @param head what the target says for itself, in Markdown: its title, then how to check, install and undo.
 */
export function readmes(model: Model, head: (say: Say, language: Language) => string): readonly OutputFile[] {
  return languages.map((language) => ({
    path: language === 'en' ? 'README.md' : `README.${language}.md`,
    text: readme(model, language, head),
    format: 'utf8',
  }));
}

function readme(model: Model, language: Language, head: (say: Say, language: Language) => string): string {
  const say = sayIn(language);
  const setting = model.rules.filter(({ values }) => values.length > 0);
  const looking = model.rules.filter(({ values }) => values.length === 0);
  const rows = setting.flatMap(({ title, values }) =>
    values.map(
      (value) =>
        `| ${markdownText(title[language])} | ${markdownCode(value.path)} | ${markdownCode(value.name)} | ${wordWant(value, say)} |`,
    ),
  );
  const reasons = [...new Set(setting.map(({ why }) => why[language]))];
  const list = (items: readonly string[]): string => items.map((item) => `- ${markdownText(item)}`).join('\n');
  const parts = [
    head(say, language).trim(),
    `## ${say('readme.restart')}`,
    say('readme.restart-more'),
    `## ${say('readme.sets')}`,
    [say('readme.sets-head'), ...rows].join('\n'),
    say('readme.sets-more'),
    ...(model.rules.some(({ step }) => step === 'harden') ? [say('readme.harden')] : []),
    `## ${say('readme.why')}`,
    list(reasons),
    ...(looking.length > 0
      ? [
          `## ${say('readme.not-covered')}`,
          say('readme.not-covered-more'),
          list(looking.map(({ title }) => title[language])),
        ]
      : []),
    generatedFrom(model, say),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What each file of a condition sets, and what for, as a table. */
export function conditionTable(model: Model, ending: string, say: Say): string {
  const { protocols } = model.catalogue.windows;
  // A protocol by its name, and what is none by the end of its key.
  const subject = ({ path }: FixedValue): string =>
    protocols.find(({ key }) => key === path)?.protocol ?? path.split('\\').slice(-2).join('\\');
  const rows = byCondition(model).map(({ name, purpose, values }) => {
    const subjects = [...new Set(values.map(subject))].map(markdownText).join(', ');
    return `| ${markdownCode(`${name}${ending}`)} | ${subjects} | ${markdownText(purpose(say))} |`;
  });
  return [say('condition.files-head'), ...rows].join('\n');
}

/** The sentence that every generated file carries: what it was generated from. */
export function generatedFrom({ catalogueVersion, profile }: Model, say: Say): string {
  return say('generated-from', { version: catalogueVersion, profile });
}

function wordWant({ want }: WantedValue, say: Say): string {
  if ('number' in want) {
    const number = hex(want.number);
    if (want.onlyOn === null) return number;
    return `${number}: ${markdownText(wordCondition(want.onlyOn, say))}`;
  }
  const { windows, number } = want.whenAbsentFrom;
  return say('readme.bits', {
    bits: hex(want.bits),
    number: hex(want.whenAbsent),
    newer: hex(number),
    windows: markdownText(wordWindows(windows)),
  });
}
