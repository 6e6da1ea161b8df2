import type { Language, RegistryPath } from '@mailtls/core';
import type { Model, WantedBits, WantedNumber } from '../model/model.ts';
import type { OutputFile } from '../output-file.ts';
import { markdownCode, markdownText } from '../quote/markdown.ts';
import { oneLine } from '../quote/one-line.ts';
import { quoteReg } from '../quote/quote-reg.ts';
import { type Say, sayIn } from '../wording/say.ts';
import { generatedFrom, readmes } from './readme.ts';
import { backupScript } from './registry-script/backup-script.ts';

/** One value, as a `.reg` file can say it: always one number. */
interface RegLine {
  readonly title: Readonly<Record<Language, string>>;
  readonly path: RegistryPath;
  readonly name: string;
  readonly number: number;
}

/** One file to import. A `.reg` file knows no conditions, so the values of each condition are a file of their own. */
interface RegFile {
  /** Without its ending. */
  readonly name: string;
  /** Says on which machines it may be imported. */
  readonly purpose: (say: Say) => string;
  readonly lines: readonly RegLine[];
}

/**
 * `.reg` files for regedit of any Windows: for each condition one that sets the values and one that removes them, and a script
 * that saves what was there before.
 */
export function reg(model: Model, language: Language): readonly OutputFile[] {
  const say = sayIn(language);
  const files = regFiles(model);
  const text = (file: RegFile, path: string, purpose: string, data: (line: RegLine) => string): OutputFile => ({
    path,
    text: regText(file.lines, [purpose, generatedFrom(model, say)], language, data),
    format: 'regedit',
  });
  return [
    ...files.flatMap((file) => [
      text(
        file,
        `${file.name}.reg`,
        file.purpose(say),
        ({ number }) => `dword:${number.toString(16).padStart(8, '0')}`,
      ),
      text(file, `${file.name}.undo.reg`, say('reg.undo', { file: `${file.name}.reg` }), () => '-'),
    ]),
    backupScript(model, say),
    ...readmes(model, (words) => words('reg.readme', { files: fileTable(files, words) })),
  ];
}

/** Every value in the file of its condition, in the order of the rules. */
function regFiles({ rules }: Model): readonly RegFile[] {
  const files = new Map<string, RegFile & { readonly lines: RegLine[] }>();
  for (const { step, title, values } of rules) {
    for (const { path, name, want } of values) {
      for (const { suffix, purpose, number } of 'number' in want ? [ofNumber(want, step)] : ofBits(want)) {
        const file = files.get(`${step}${suffix}`) ?? { name: `${step}${suffix}`, purpose, lines: [] };
        files.set(file.name, file);
        file.lines.push({ title, path, name, number });
      }
    }
  }
  return [...files.values()];
}

interface Conditional extends Pick<RegFile, 'purpose'> {
  readonly suffix: string;
  readonly number: number;
}

function ofNumber({ number, olderThan }: WantedNumber, step: 'enable' | 'harden'): Conditional {
  if (olderThan === null) return { suffix: '', number, purpose: (say) => say(`reg.${step}`) };
  const { windows, exchange } = olderThan;
  return { suffix: `-before-${windows}-or-${exchange}`, number, purpose: (say) => say('reg.before', olderThan) };
}

function ofBits({ whenAbsent, whenAbsentOn }: WantedBits): readonly Conditional[] {
  const names = whenAbsentOn.map(({ windows }) => oneLine(windows)).join(', ');
  return [
    { suffix: '-where-absent', number: whenAbsent, purpose: (say) => say('reg.where-absent', { windows: names }) },
    ...whenAbsentOn.map(({ windows, build, number }) => ({
      suffix: `-where-absent-on-${build}`,
      number,
      purpose: (say: Say) => say('reg.where-absent-on', { windows: oneLine(windows) }),
    })),
  ];
}

/** The text of a `.reg` file: keys in the order of their first value. */
function regText(
  lines: readonly RegLine[],
  head: readonly string[],
  language: Language,
  data: (line: RegLine) => string,
): string {
  const blocks = [...new Set(lines.map(({ path }) => path))].map((path) => {
    const values = lines.filter((line) => line.path === path);
    return [
      '',
      ...new Set(values.map(({ title }) => comment(title[language]))),
      `[${path.replace(/^HKLM/, 'HKEY_LOCAL_MACHINE')}]`,
      ...values.map((line) => `${quoteReg(line.name)}=${data(line)}`),
    ];
  });
  return `${['Windows Registry Editor Version 5.00', '', ...head.map(comment), ...blocks.flat()].join('\n')}\n\n`;
}

function fileTable(files: readonly RegFile[], say: Say): string {
  const rows = files.map(({ name, purpose }) => `| ${markdownCode(`${name}.reg`)} | ${markdownText(purpose(say))} |`);
  return [say('reg.files-head'), ...rows].join('\n');
}

function comment(text: string): string {
  return `; ${oneLine(text)}`;
}
