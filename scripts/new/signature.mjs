import { assertReference } from './assert-reference.mjs';
import { places } from './kinds.mjs';
import { camelCase, literal } from './source-text.mjs';

/**
 * A signature of one text.
 *
 * @param {import('./repository.mjs').Repository} repository
 * @param {Readonly<Record<string, string>>} answers by the names of the questions, checked
 * @returns what is left to do
 */
export function newSignature(repository, answers) {
  const { id, pattern, place, cause, prior, reference } = answers;
  assertReference(repository, reference);
  const name = camelCase(id);
  const core = 'packages/core';
  repository.create(
    `${core}/src/signatures/${id}.ts`,
    `import { defineSignature, type Signature } from './define-signature.ts';

export const ${name}: Signature = defineSignature({
  id: ${literal(id)},
  patterns: [${literal(pattern)}],
  places: [${literal(place)}],
  priors: { ${literal(cause)}: ${Number(prior)} },
  references: [${literal(reference)}],
});
`,
  );
  repository.addImport(`${core}/src/signatures/index.ts`, `import { ${name} } from './${id}.ts';`);
  repository.insertBefore(`${core}/src/signatures/index.ts`, '];\n\nconst byId', `  ${name},\n`);
  for (const [language, ...texts] of [
    ['en', answers.title, answers.meaning, answers.settle],
    ['ro', answers.titleRo, answers.meaningRo, answers.settleRo],
  ]) {
    const lines = ['title', 'meaning', 'settle'].map(
      (part, index) => `  ${literal(`signature.${id}.${part}`)}: ${literal(texts[index])},\n`,
    );
    repository.insertBefore(`${core}/src/wording/${language}/signatures/${places[place]}.ts`, '}', lines.join(''));
  }
  for (const [file, text] of [
    ['realistic-messages', answers.message],
    ['near-misses', answers.nearMiss],
  ]) {
    repository.insertBefore(`${core}/test/signatures/${file}.ts`, '};', `  ${literal(id)}: [${literal(text)}],\n`);
  }
  repository.create(`docs/signatures/${id}.md`, `## What to do\n\n${answers.remedy}\n`);
  repository.create(
    `.changeset/signature-${id}.md`,
    `---\n"@mailtls/core": minor\n"mailtls": minor\n---\n\nA signature \`${id}\`: ${answers.title}.\n`,
  );
  return [
    `${core}/src/signatures/${id}.ts: the rivals of the cause, with their priors; further texts, places and references`,
    `${core}/src/signatures/index.ts: its place in the order`,
    `${core}/test/signatures: real messages of each text, and more that it must leave alone`,
    `docs/signatures/${id}.md: where it is met, and what to do in which case`,
    'the diff of what was brought up to date: golden transcripts, what is generated for other tools, pages',
  ];
}
