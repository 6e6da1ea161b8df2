import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { typescriptPackage } from '../../../src/emit/typescript.ts';
import type { OutputFile } from '../../../src/output-file.ts';
import type { CommandMetadata, ModuleMetadata } from '../../../src/read/command-metadata.ts';
import { compile } from '../../compile.ts';
import { hostileMetadata, namedAsTheLanguage } from './hostile-metadata.ts';

/** As much of a syntax tree as is looked at. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

function parse({ path, text }: OutputFile): { body: readonly Node[]; comments: readonly string[] } {
  const { program, comments, errors } = parseSync(path, text);
  expect(errors, text).toEqual([]);
  return {
    body: program.body as unknown as Node[],
    comments: comments.filter(({ type }) => type === 'Block').map(({ value }) => value),
  };
}

function* nodes(at: unknown): Generator<Node> {
  if (typeof at !== 'object' || at === null) return;
  if ('type' in at && typeof at.type === 'string') yield at as Node;
  for (const child of Object.values(at)) yield* nodes(child);
}

const all = (root: unknown, type: string): Node[] => [...nodes(root)].filter((node) => node.type === type);

const literals = (root: unknown): unknown[] => all(root, 'Literal').map(({ value }) => value);

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();

/** What the generator itself writes into documentation. */
const OWN_TAGS = /^ \* @(?:throws|see|example|deprecated)\b/;

function checkCommand(command: CommandMetadata, file: OutputFile): void {
  const { body, comments } = parse(file);
  const statements = body.map(({ type, declaration }) => (declaration as Node | null)?.type ?? type);
  expect(new Set(statements)).toEqual(
    new Set([
      ...statements.filter((type) => /^(?:ImportDeclaration|TSTypeAliasDeclaration)$/.test(type)),
      'FunctionDeclaration',
    ]),
  );
  expect(statements.filter((type) => type === 'FunctionDeclaration')).toHaveLength(1);
  const called = all(body, 'CallExpression');
  expect(called).toHaveLength(1);
  expect(literals((called[0] as Node)['arguments'])).toEqual([command.name]);
  // The only other strings at the level of types are names of parameters and choices.
  const takes = all(body, 'TSPropertySignature').map(({ key }) => (key as Node)['name'] ?? (key as Node)['value']);
  expect(sorted(takes as string[])).toEqual(sorted(command.parameters.map(({ name }) => name)));
  const known = [
    command.name,
    ...command.parameters.flatMap(({ name, constraints }) => [
      name,
      ...constraints.flatMap((each) => (each.kind === 'set' ? each.values : [])),
    ]),
  ];
  const imports = literals(body.filter(({ type }) => type === 'ImportDeclaration'));
  expect(literals(body).filter((value) => !known.includes(value as string) && !imports.includes(value))).toEqual([]);
  for (const comment of comments) {
    const lines = comment.split('\n').slice(1, -1);
    const tags = lines.filter((line) => /^\s*\*\s*@/.test(line));
    expect(tags.filter((line) => !OWN_TAGS.test(line.trimStart().replace(/^/, ' ')))).toEqual([]);
  }
  const deprecated = comments.join('\n').match(/(?:^|[* ])@deprecated/gm) ?? [];
  expect(deprecated).toHaveLength(command.parameters.filter(({ obsolete }) => obsolete !== null).length);
}

function checkPaths(files: readonly OutputFile[]): void {
  const paths = files.map(({ path }) => path);
  expect(new Set(paths.map((path) => path.toLowerCase().normalize('NFC'))).size).toBe(paths.length);
  for (const path of paths) {
    expect(path).toMatch(/^(?:(?:src|test)\/)?(?:dotnet\/)?[^\p{C}\p{Z}<>:"|?*\\/]+\.(?:ts|md|json)$/u);
    expect(path).not.toMatch(/(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)\./i);
  }
}

function checkPackage(module: ModuleMetadata): void {
  const { generated, frame } = typescriptPackage(module, '@example/hostile');
  checkPaths([...generated, ...frame]);
  const sources = generated.filter(({ path }) => path.endsWith('.ts'));
  const bodies = new Map(sources.map((file) => [file.path, parse(file).body]));
  module.commands.forEach((command, index) => {
    checkCommand(command, sources[index] as OutputFile);
  });
  const enums = Object.values(module.types).flatMap((type) => (type.kind === 'enum' ? [[...type.members]] : []));
  for (const [path, body] of bodies) {
    if (!path.startsWith('src/dotnet/')) continue;
    expect(body.filter(({ type }) => type !== 'ImportDeclaration')).toHaveLength(1);
    if (all(body, 'TSInterfaceDeclaration').length > 0) continue;
    expect(enums).toContainEqual(literals(body));
  }
  for (const { path, text } of frame) if (path.endsWith('.json')) JSON.parse(text);
}

describe('metadata of any kind', () => {
  test('stays what it is: names, literals and comments, never code', () => {
    fc.assert(fc.property(hostileMetadata, checkPackage), { numRuns: 300 });
  });

  test('gives what compiles', async () => {
    // Many at once, as each start of the compiler takes a second; and always the same, as a report of one would be long.
    const modules = [namedAsTheLanguage, ...fc.sample(hostileMetadata, { numRuns: 40, seed: 1 })];
    const files = modules.flatMap((module, index) =>
      typescriptPackage(module, 'x').generated.flatMap((file) =>
        file.path.startsWith('src/') ? [{ ...file, path: `src/${index}/${file.path.slice('src/'.length)}` }] : [],
      ),
    );
    await using project = await compile(files);
    expect(project.problems).toBe('');
  });

  test('gives the same again', () => {
    fc.assert(
      fc.property(hostileMetadata, (module) => {
        expect(typescriptPackage(module, 'x')).toEqual(typescriptPackage(module, 'x'));
      }),
      { numRuns: 20 },
    );
  });
});
