import { assertReference } from './assert-reference.mjs';
import { camelCase, literal } from './source-text.mjs';

/**
 * A rule that a REG_DWORD must have a number.
 *
 * @param {import('./repository.mjs').Repository} repository
 * @param {Readonly<Record<string, string>>} answers by the names of the questions, checked
 * @returns what is left to do
 */
export function newRule(repository, answers) {
  const { id, profile, path, value, reference } = answers;
  const want = Number(answers.want);
  assertReference(repository, reference);
  const name = camelCase(id);
  repository.create(
    `packages/core/src/rules/${id}.ts`,
    `import { type DwordCheck, defineRule, type Rule } from './define-rule.ts';

export const ${name}: Rule<DwordCheck> = defineRule({
  id: ${literal(id)},
  profile: ${literal(profile)},
  why: ${literal(`why.${id}`)},
  check: { type: 'dword', path: ${literal(path)}, name: ${literal(value)}, want: ${want} },
  references: [${literal(reference)}],
});
`,
  );
  repository.addImport('packages/core/src/rules/index.ts', `import { ${name} } from './${id}.ts';`);
  repository.insertBefore('packages/core/src/rules/index.ts', '];\n\n/** The rules of a profile', `  ${name},\n`);
  for (const [language, title, why] of [
    ['en', answers.title, answers.why],
    ['ro', answers.titleRo, answers.whyRo],
  ]) {
    const words = `  ${literal(`rule.${id}.title`)}: ${literal(title)},\n  ${literal(`why.${id}`)}: ${literal(why)},\n`;
    repository.insertBefore(`packages/core/src/wording/${language}/rules.ts`, '}', words);
  }
  const machine = (number) => `machine(SERVER_2012_R2, { ${literal(path)}: { ${literal(value)}: ${number} } })`;
  repository.insertBefore(
    'packages/core/test/rules/rule-cases.ts',
    '};',
    `  ${literal(id)}: { fires: ${machine(want === 0 ? 1 : 0)}, silent: ${machine(want)} },\n`,
  );
  repository.insertBefore(
    'packages/core/test/evaluate.test.ts',
    '    ];\n    const keys: Record<string, Values>',
    `      [${literal(path)}, { ${literal(value)}: ${want} }],\n`,
  );
  showExport(repository, path, `${id}.reg`);
  repository.create(
    `docs/rules/${id}.md`,
    `## What to do

Set the value and restart the server:

\`\`\`reg
Windows Registry Editor Version 5.00

[${path.replace(/^HKLM/, 'HKEY_LOCAL_MACHINE')}]
${JSON.stringify(value)}=dword:${want.toString(16).padStart(8, '0')}
\`\`\`
`,
  );
  repository.create(
    `.changeset/rule-${id}.md`,
    `---\n"@mailtls/core": minor\n"@mailtls/module-generator": minor\n"mailtls": minor\n---\n\nA rule \`${id}\`: ${answers.title}.\n`,
  );
  return [
    `packages/core/src/rules/${id}.ts: further references; another kind of check, where a number is too little`,
    `packages/core/src/rules/index.ts: its place in the order in which findings are reported`,
    `packages/core/test/rules/rule-cases.ts: machines that show what it is about`,
    `docs/rules/${id}.md: where it is met, and what to do beside setting the value`,
    'the diff of what was brought up to date: golden transcripts, what is generated for other tools, pages',
  ];
}

/**
 * Has a key exported where no export shows it yet: in the README, and where a report says what would show a value.
 *
 * @param {import('./repository.mjs').Repository} repository
 * @param {string} path
 * @param {string} file
 */
function showExport(repository, path, file) {
  const readme = repository.read('README.md');
  const roots = Array.from(readme.matchAll(/^reg export (?:"(.+?)"|(\S+)) /gm), ([, quoted, bare]) => quoted ?? bare);
  if (roots.some((root) => `${path}\\`.toLowerCase().startsWith(`${root}\\`.toLowerCase()))) return;
  const key = path.includes(' ') ? `"${path}"` : path;
  repository.insertBefore('README.md', 'copy /b *.reg', `reg export ${key} ${file} /y\n`);
  const report = 'packages/report/src/text/unseen-text.ts';
  repository.insertBefore(report, '];\n\n/** The findings', `  [${literal(path)}, ${literal(file)}],\n`);
}
