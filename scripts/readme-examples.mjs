import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the examples of a README find the files that they read; they read none where it is not said. */
const FIXTURES = {
  'packages/clixml': 'packages/clixml/test/fixtures',
  'packages/evidence': 'packages/evidence/test/fixtures',
};

/**
 * @typedef {object} ReadmeExample
 * @property {string} code
 * @property {readonly string[]} told what it logs, as its comments say
 * @property {boolean} needsPowerShell
 */

/**
 * The JavaScript examples of a package's README, and the folder, as a path in the repository, in which they are run.
 *
 * @param {string} root the repository
 * @param {string} folder the package's
 * @returns {{ examples: readonly ReadmeExample[], at: string }}
 */
export function readmeExamples(root, folder) {
  const readme = readFileSync(join(root, folder, 'README.md'), 'utf8');
  const examples = Array.from(readme.matchAll(/^```js\n(.*?)^```$/gms), ([, code = '']) => ({
    code,
    told: Array.from(code.matchAll(/^\/\/ (.*)$/gm), ([, line = '']) => line.trimEnd()),
    needsPowerShell: /\bopen(?:Session|Pool)\b/.test(code),
  }));
  return { examples, at: FIXTURES[folder] ?? '.' };
}
