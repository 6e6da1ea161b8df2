import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { isMissing, requirePart } from '@mailtls/testbed';
import { afterAll, describe, expect, test } from 'vitest';

/** The folders that hold a package with a README, and where its examples are run. */
const PACKAGES: readonly (readonly [folder: string, at: string])[] = [
  ['packages/core', '.'],
  ['packages/clixml', 'packages/clixml/test/fixtures'],
  ['packages/evidence', 'packages/evidence/test/fixtures'],
  ['packages/pwsh-bridge', '.'],
  ['packages/module-generator', '.'],
  ['packages/report', '.'],
  ['apps/cli', '.'],
];

const root = new URL('../../', import.meta.url);
/** The PowerShell that the bridge's examples run on: the one of the test bed. */
const withoutEngine = isMissing('linuxPwsh');
if (!withoutEngine) process.env['PATH'] = `${dirname(requirePart('linuxPwsh'))}:${process.env['PATH']}`;

const start = process.cwd();
afterAll(() => process.chdir(start));

const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => (...args: unknown[]) => Promise<void>;

/** Runs an example on the built packages, and returns what it logs. */
async function run(code: string): Promise<readonly string[]> {
  const logged: string[] = [];
  const console = { log: (...args: unknown[]) => logged.push(...format(...args).split('\n')) };
  const load = (name: string): Promise<unknown> => import(name);
  const body = code.replace(/^import (\{.*?\}) from ('.*?');$/gms, (_, names: string, from: string) => {
    return `const ${names.replaceAll(' as ', ': ')} = await load(${from});`;
  });
  await new AsyncFunction('load', 'console', body)(load, console);
  return logged.map((line) => line.trimEnd()).filter((line) => line !== '');
}

describe.each(PACKAGES)('%s/README.md', (folder, at) => {
  const readme = readFileSync(new URL(`${folder}/README.md`, root), 'utf8');
  const examples = Array.from(readme.matchAll(/^```js\n(.*?)^```$/gms), ([, code = '']) => code);

  test('has examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
  });

  const needsEngine = (code: string): boolean => /\bopen(?:Session|Pool)\b/.test(code);
  const check = async (code: string): Promise<void> => {
    process.chdir(fileURLToPath(new URL(at, root)));
    const told = Array.from(code.matchAll(/^\/\/ (.*)$/gm), ([, line = '']) => line.trimEnd());
    expect(await run(code)).toEqual(told);
  };

  const onNodeAlone = examples.filter((code) => !needsEngine(code));
  test.each(onNodeAlone)('example %# logs what its comments say', check);
  test.skipIf(withoutEngine).each(examples.filter(needsEngine))(
    'example %# on PowerShell logs what its comments say',
    check,
  );
});
