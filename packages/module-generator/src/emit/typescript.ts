import type { OutputFile } from '../output-file.ts';
import { oneLine } from '../quote/one-line.ts';
import type { ModuleMetadata } from '../read/command-metadata.ts';
import { commandDeclarations } from './typescript/command-file.ts';
import { dotnetDeclaration } from './typescript/dotnet-file.ts';
import { Identifiers, kebabCase } from './typescript/identifier.ts';
import { listing } from './typescript/layout.ts';
import { packageFrame } from './typescript/package-frame.ts';
import { localNames, namesOf, type PackageNames } from './typescript/package-names.ts';
import { packageReadmes, packageTest } from './typescript/package-texts.ts';
import { type Declarations, packageModules, type RuntimeModules, SourceFile } from './typescript/source-file.ts';

/** A package of typed functions. */
export interface TypescriptPackage {
  /** What is generated anew each time: sources, a test, the README. */
  readonly generated: readonly OutputFile[];
  /** What is there from the first time on, and then the maintainer's: `package.json` with its version, settings of the compiler. */
  readonly frame: readonly OutputFile[];
}

/**
 * A package with a typed function for each command, ready to be built, tested and published.
 *
 * @param name as npm knows it
 * @throws GeneratorError `invalid-name`
 */
export function typescriptPackage(module: ModuleMetadata, name: string): TypescriptPackage {
  const names = namesOf(module);
  const sources = sourcesOf(module, names, packageModules);
  return {
    generated: [
      ...sources.map((source) => outputFile(`src/${source.path}`, source.text)),
      outputFile('src/index.ts', indexText(sources)),
      packageTest(names),
      ...packageReadmes(module, names, name),
    ],
    frame: packageFrame(module, name),
  };
}

/**
 * The typed functions alone, a file each, and one for each .NET type that they need: to be part of another package.
 *
 * @param modules where they import from what they stand on
 */
export function typescriptSources(module: ModuleMetadata, modules: RuntimeModules): readonly OutputFile[] {
  return sourcesOf(module, namesOf(module), modules).map(({ path, text }) => outputFile(path, text));
}

interface Source extends Declarations {
  readonly path: string;
}

function sourcesOf(module: ModuleMetadata, names: PackageNames, modules: RuntimeModules): readonly Source[] {
  const commands = module.commands.map((command) => {
    const identifier = names.commands.get(command.name) as string;
    const file = new SourceFile(modules, names.dotnet, './dotnet');
    const local = new Identifiers(localNames(names, identifier));
    const declarations = commandDeclarations(command, identifier, module.types, local, file);
    return source(`${kebabCase(identifier)}.ts`, command.name, file, declarations);
  });
  const dotnet = Array.from(names.dotnet, ([type, identifier]) => {
    const file = new SourceFile(modules, names.dotnet, '.');
    const declarations = dotnetDeclaration(type, identifier, module.types, file);
    return source(`dotnet/${kebabCase(identifier)}.ts`, type, file, declarations);
  });
  return [...commands, ...dotnet];
}

function source(path: string, from: string, file: SourceFile, { exports, text }: Declarations): Source {
  const header = `// Generated from ${oneLine(from)}. What is changed here is lost.`;
  return { path, exports, text: file.text(header, text) };
}

/** The module that exports everything. */
function indexText(sources: readonly Source[]): string {
  const key = ({ path }: Source): string => path.slice(0, -'.ts'.length);
  const sorted = [...sources].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const lines = sorted.map(({ path, exports }) => {
    // A file that has but a type says so once.
    const [only, ...others] = exports.map((name) => name.split(' '));
    const isType = only?.length === 2 && others.length === 0;
    const names = isType ? only.slice(1) : exports;
    return `${listing(`export ${isType ? 'type ' : ''}`, names, ['{', '}'], ` from './${path}';`)}\n`;
  });
  return lines.join('');
}

function outputFile(path: string, text: string): OutputFile {
  return { path, text, format: 'utf8' };
}
