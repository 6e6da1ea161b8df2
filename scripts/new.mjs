// `node scripts/new.mjs KIND ANSWERS`: makes what `turbo gen KIND` asked for, and prints what is left to do. ANSWERS is a JSON
// object, by the names of the questions. Nothing is written where an answer is none.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringUpToDate } from './new/bring-up-to-date.mjs';
import { kinds } from './new/kinds.mjs';
import { Repository } from './new/repository.mjs';

const MAKERS = {
  rule: async () => (await import('./new/rule.mjs')).newRule,
  signature: async () => (await import('./new/signature.mjs')).newSignature,
  target: async () => (await import('./new/target.mjs')).newTarget,
  'interop-package': async () => (await import('./new/interop-package.mjs')).newInteropPackage,
};

try {
  const [kind, json] = process.argv.slice(2);
  const { questions, steps } = kinds[kind];
  const answers = JSON.parse(json);
  for (const { name, check } of questions) {
    const wrong = check(String(answers[name] ?? ''));
    if (wrong !== undefined) throw new Error(`${name}: ${JSON.stringify(answers[name])} is not ${wrong}`);
  }
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const repository = new Repository(root);
  const make = await MAKERS[kind]();
  const left = await make(repository, answers);
  bringUpToDate(root, repository.write(), steps);
  console.log(
    [
      'Left to do:',
      ...left.map((line) => `- ${line}`),
      '- npx vitest --run --project core while you work (vitest.config.ts names the others), npm test at the end',
    ].join('\n'),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
