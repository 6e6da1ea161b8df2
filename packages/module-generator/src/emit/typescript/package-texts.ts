import { languages } from '@mailtls/core';
import type { OutputFile } from '../../output-file.ts';
import { markdownCode, markdownText } from '../../quote/markdown.ts';
import { oneLine } from '../../quote/one-line.ts';
import { propertyKey, quoteTypeScript } from '../../quote/quote-typescript.ts';
import type { ModuleMetadata } from '../../read/command-metadata.ts';
import { sayIn } from '../../wording/say.ts';
import { describe } from './package-frame.ts';
import type { PackageNames } from './package-names.ts';

/** The page of the package, in every language. */
export function packageReadmes(module: ModuleMetadata, names: PackageNames, name: string): readonly OutputFile[] {
  const { commands } = module;
  const rows = commands.map((command) => {
    const called = markdownCode(names.commands.get(command.name) ?? '');
    return `| ${called} | ${markdownCode(command.name)} | ${markdownText(command.help?.synopsis ?? '')} |`;
  });
  const [needsNothing] = commands
    .filter(({ parameterSets }) => parameterSets.some(({ parameters }) => parameters.every((use) => !use.isMandatory)))
    .sort((a, b) => Number(b.name.startsWith('Get-')) - Number(a.name.startsWith('Get-')));
  const selection =
    module.name === null
      ? `--command ${shellWord(commands.map((each) => each.name).join(','))}`
      : `--module ${shellWord(module.name)}`;
  return languages.map((language) => ({
    path: language === 'en' ? 'README.md' : `README.${language}.md`,
    text: sayIn(language)('typescript.readme', {
      name,
      code: name,
      description: markdownText(describe(module, language)),
      example: names.commands.get((needsNothing ?? commands[0])?.name ?? '') ?? '',
      given: needsNothing === undefined ? ', { … }' : '',
      commands: rows.join('\n'),
      selection: `${selection} --package ${name}`,
    }),
    format: 'utf8',
  }));
}

/** The test of the package: each function calls its command, with what it was given. */
export function packageTest(names: PackageNames): OutputFile {
  const rows = Array.from(
    names.commands,
    ([command, identifier]) => `  ${propertyKey(identifier)}: ${quoteTypeScript(command)},\n`,
  );
  const text = `import type { InvokeOptions, InvokeResult, Invoker, NamedArguments } from '@mailtls/pwsh-bridge';
import { expect, test } from 'vitest';
import * as functions from '../src/index.ts';

/** The command of each function. */
const COMMANDS: Readonly<Record<keyof typeof functions, string>> = {
${rows.join('')}};

type Call = (on: Invoker, parameters: NamedArguments, options: InvokeOptions) => Promise<InvokeResult>;

test.each(Object.entries(functions))('%s calls its command with what it is given', async (name, call) => {
  const calls: unknown[] = [];
  const answer = { output: ['written'] } as unknown as InvokeResult<never>;
  const on: Invoker = {
    invoke: () => Promise.reject(new Error('a script was run')),
    invokeCommand: (...call) => {
      calls.push(call);
      return Promise.resolve(answer);
    },
  };
  expect(await (call as unknown as Call)(on, { Given: 'x' }, { timeout: 5000 })).toBe(answer);
  expect(calls).toEqual([[COMMANDS[name as keyof typeof functions], { Given: 'x' }, { timeout: 5000 }]]);
});
`;
  return { path: 'test/commands.test.ts', text, format: 'utf8' };
}

/** A word of a command line, for POSIX shells and PowerShell alike where it has no quotes. */
function shellWord(text: string): string {
  const line = oneLine(text);
  return /^[\w.,-]+$/.test(line) ? line : `'${line.replaceAll("'", "'\\''")}'`;
}
