import { camelCase, literal } from './source-text.mjs';

/**
 * A form in which the catalogue is generated: at first a table of the registry values, with the page that every target has.
 *
 * @param {import('./repository.mjs').Repository} repository
 * @param {Readonly<Record<string, string>>} answers by the names of the questions, checked
 * @returns what is left to do
 */
export function newTarget(repository, answers) {
  const { name } = answers;
  const identifier = camelCase(name);
  const generator = 'packages/module-generator';
  repository.create(
    `${generator}/src/emit/${name}.ts`,
    `import type { Language } from '@mailtls/core';
import type { Model } from '../model/model.ts';
import type { OutputFile } from '../output-file.ts';
import { oneLine } from '../quote/one-line.ts';
import { sayIn } from '../wording/say.ts';
import { generatedFrom, readmes } from './readme.ts';

/** A table of the registry values, a line each. */
export function ${identifier}(model: Model, language: Language): readonly OutputFile[] {
  const lines = model.rules.flatMap(({ values }) => values.map(({ path, name }) => \`\${oneLine(path)}\\t\${oneLine(name)}\`));
  const text = [\`# \${oneLine(generatedFrom(model, sayIn(language)))}\`, ...lines].map((line) => \`\${line}\\n\`).join('');
  return [
    { path: 'values.txt', text, format: 'utf8' },
    ...readmes(model, (inLanguage) => inLanguage('${name}.readme')),
  ];
}
`,
  );
  repository.create(
    `${generator}/test/emit/${name}.test.ts`,
    `import { expect, test } from 'vitest';
import { ${identifier} } from '../../src/emit/${name}.ts';
import { modelOf } from '../../src/model/model-of.ts';

test('has a line for each value', () => {
  const model = modelOf('hardened');
  const [file] = ${identifier}(model, 'en');
  for (const { path, name } of model.rules.flatMap(({ values }) => values)) expect(file?.text).toContain(\`\${path}\\t\${name}\\n\`);
});
`,
  );
  const targets = `${generator}/src/targets.ts`;
  repository.addImport(targets, `import { ${identifier} } from './emit/${name}.ts';`);
  // The formatter sees to lines and blanks.
  repository.insertAfter(targets, 'targetNames = [', `${literal(name)}, `);
  const entry = name === identifier ? name : `${literal(name)}: ${identifier}`;
  repository.insertAfter(targets, 'Record<TargetName, Target>> = {', `${entry}, `);
  repository.insertBefore(
    `${generator}/test/given.ts`,
    '};',
    `  ${literal(name)}: { hardened: { profile: 'hardened', language: 'en' } },\n`,
  );
  for (const [language, title] of [
    ['en', answers.title],
    ['ro', answers.titleRo],
  ]) {
    const words = `{\n  ${literal(`${name}.readme`)}: ${literal(`# ${title}`)},\n}`;
    repository.create(
      `${generator}/src/wording/${language}/${name}.ts`,
      language === 'en'
        ? `/** The words of the target ${name}. */\nexport const ${identifier} = ${words} as const;\n`
        : `import type { ${identifier} as english } from '../en/${name}.ts';\n\nexport const ${identifier}: Readonly<Record<keyof typeof english, string>> = ${words};\n`,
    );
    const file = `${generator}/src/wording/${language}.ts`;
    repository.addImport(file, `import { ${identifier} } from './${language}/${name}.ts';`);
    repository.insertBefore(file, '};', `  ...${identifier},\n`);
  }
  repository.insertBefore(`${generator}/src/wording/en.ts`, ' = {\n', ` & typeof ${identifier}`);
  repository.create(
    `.changeset/target-${name}.md`,
    `---\n"@mailtls/module-generator": minor\n"mailtls": minor\n---\n\nThe catalogue as ${name}: ${answers.title}.\n`,
  );
  return [
    `${generator}/src/emit/${name}.ts: the form itself, its quoting in src/quote, and how it is undone`,
    `${generator}/src/wording/en/${name}.ts and ro/${name}.ts: how to install, check and undo`,
    `${generator}/test/emit/${name}.test.ts: that a real tool takes it, and that hostile words stay words`,
    `${generator}/test/given.ts: further cases`,
    `${generator}/README.md: a row in its table of targets`,
  ];
}
