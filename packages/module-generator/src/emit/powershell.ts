import { type Language, languages } from '@mailtls/core';
import type { Model } from '../model/model.ts';
import type { OutputFile } from '../output-file.ts';
import { markdownCode, markdownText } from '../quote/markdown.ts';
import { oneLine } from '../quote/one-line.ts';
import { psd1 } from '../quote/psd1.ts';
import { type Say, sayIn } from '../wording/say.ts';
import { dataFiles } from './powershell/data-files.ts';
import { manifest } from './powershell/manifest.ts';
import { moduleSources } from './powershell/module-sources.ts';

/**
 * The PowerShell module MailTls, for Windows PowerShell 3.0 and everything newer: the catalogue as data, and a hand-written
 * engine that interprets it. It holds the whole catalogue whatever the model's profile, as its functions are told one, and
 * speaks the language of Windows.
 */
export function powershell(model: Model, language: Language): readonly OutputFile[] {
  const file = (path: string, text: string): OutputFile => ({ path: `MailTls/${path}`, text, format: 'windows' });
  const head = `# ${oneLine(generatedFrom(model, sayIn(language)))}\n`;
  return [
    file('MailTls.psd1', `${head}${manifest(model.catalogueVersion)}`),
    ...Object.entries(moduleSources).map(([path, text]) => file(path, text)),
    ...Object.entries(dataFiles(model)).map(([path, data]) => file(path, `${head}${psd1(data)}\n`)),
    ...languages.map((one) => readme(model, one)),
  ];
}

function readme(model: Model, language: Language): OutputFile {
  const say = sayIn(language);
  const words = model.catalogue.words[language];
  const rows = model.catalogue.rules.map(
    ({ id, profile }) => `| ${markdownCode(id)} | ${profile} | ${markdownText(words[`rule.${id}.title`] ?? id)} |`,
  );
  const parts = [
    say('powershell.readme'),
    `## ${say('powershell.rules')}`,
    [say('powershell.rules-head'), ...rows].join('\n'),
    generatedFrom(model, say),
  ];
  return {
    path: language === 'en' ? 'README.md' : `README.${language}.md`,
    text: `${parts.join('\n\n')}\n`,
    format: 'utf8',
  };
}

function generatedFrom({ catalogueVersion }: Model, say: Say): string {
  return say('powershell.generated-from', { version: catalogueVersion });
}
