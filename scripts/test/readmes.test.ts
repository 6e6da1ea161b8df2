import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { isMissing, requirePart } from '@mailtls/testbed';
import { afterAll, describe, expect, test } from 'vitest';
import { publishedPackages } from '../published-packages.mjs';
import { type ReadmeExample, readmeExamples } from '../readme-examples.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
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

describe.each(publishedPackages(root).map(({ folder }) => folder))('%s/README.md', (folder) => {
  const { examples, at } = readmeExamples(root, folder);

  test('has examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
  });

  const check = async ({ code, told }: ReadmeExample): Promise<void> => {
    process.chdir(join(root, at));
    expect(await run(code)).toEqual(told);
  };

  test.each(examples.filter((each) => !each.needsPowerShell))('example %# logs what its comments say', check);
  test.skipIf(withoutEngine).each(examples.filter((each) => each.needsPowerShell))(
    'example %# on PowerShell logs what its comments say',
    check,
  );
});
