import type { Language } from '@mailtls/core';
import { byCondition, type Condition, type FixedValue } from '../model/conditions.ts';
import type { Model } from '../model/model.ts';
import type { OutputFile } from '../output-file.ts';
import { oneLine } from '../quote/one-line.ts';
import { quoteReg } from '../quote/quote-reg.ts';
import { sayIn } from '../wording/say.ts';
import { conditionTable, generatedFrom, readmes } from './readme.ts';
import { backupScript } from './registry-script/backup-script.ts';

/**
 * `.reg` files for regedit of any Windows: for each condition one that sets the values and one that removes them, and a script
 * that saves what was there before.
 */
export function reg(model: Model, language: Language): readonly OutputFile[] {
  const say = sayIn(language);
  const conditions = byCondition(model);
  const file = (
    name: string,
    { values }: Condition,
    purpose: string,
    data: (value: FixedValue) => string,
  ): OutputFile => ({
    path: `${name}.reg`,
    text: regText(values, [purpose, generatedFrom(model, say)], language, data),
    format: 'regedit',
  });
  return [
    ...conditions.flatMap((condition) => [
      file(condition.name, condition, condition.purpose(say), dwordData),
      file(`${condition.name}.undo`, condition, say('reg.undo', { file: `${condition.name}.reg` }), () => '-'),
    ]),
    backupScript(model, say),
    ...readmes(model, (words) => words('reg.readme', { files: conditionTable(model, '.reg', words) })),
  ];
}

function dwordData({ number }: FixedValue): string {
  return `dword:${number.toString(16).padStart(8, '0')}`;
}

/** The text of a `.reg` file: keys in the order of their first value. */
function regText(
  values: readonly FixedValue[],
  head: readonly string[],
  language: Language,
  data: (value: FixedValue) => string,
): string {
  const blocks = [...new Set(values.map(({ path }) => path))].map((path) => {
    const inKey = values.filter((value) => value.path === path);
    return [
      '',
      ...new Set(inKey.map(({ rule }) => comment(rule.title[language]))),
      `[${path.replace(/^HKLM/, 'HKEY_LOCAL_MACHINE')}]`,
      ...inKey.map((value) => `${quoteReg(value.name)}=${data(value)}`),
    ];
  });
  return `${['Windows Registry Editor Version 5.00', '', ...head.map(comment), ...blocks.flat()].join('\n')}\n\n`;
}

function comment(text: string): string {
  return `; ${oneLine(text)}`;
}
