import type { ModuleMetadata } from '../../read/command-metadata.ts';
import { camelCase, capitalized, Identifiers, pascalCase } from './identifier.ts';
import { isPlain } from './output-type.ts';
import { runtimeNames } from './source-file.ts';

/** What is named what in a package. */
export interface PackageNames {
  /** The functions, by the names of commands. */
  readonly commands: ReadonlyMap<string, string>;
  /** The types in files of their own, by the names of .NET types: enums, and objects that commands write. */
  readonly dotnet: ReadonlyMap<string, string>;
}

/** Names that generated code has or mentions in every file. */
const OWN = [...runtimeNames, 'Date', 'Given', 'Promise', 'Readonly', 'ReadonlyMap', 'Record', 'Takes', 'Uint8Array'];

/** Names that files cannot have on Windows, and the one that is the package's own. */
const FILES = ['con', 'prn', 'aux', 'nul', 'index', 'dotnet', ...numbered('com'), ...numbered('lpt')];

/** Gives every command and type a name of its own, the same for the same metadata. */
export function namesOf(module: ModuleMetadata): PackageNames {
  const identifiers = new Identifiers([...OWN, ...FILES]);
  const commands = new Map(
    module.commands.map(({ name }) => [name, identifiers.take(camelCase(name), 'command')] as const),
  );
  const exported = [...commands.values()].flatMap((name) => [name, ...typesOf(name)]);
  const types = new Identifiers([...OWN, ...FILES, ...exported]);
  const dotnet = new Map(namedTypes(module).map((type) => [type, types.take(shortName(type), 'Type')] as const));
  return { commands, dotnet };
}

/** The types beside a command's function. */
function typesOf(identifier: string): readonly string[] {
  return ['Parameters', 'Output'].map((suffix) => capitalized(identifier) + suffix);
}

/** Names that the declarations in a command's file cannot have. */
export function localNames({ dotnet }: PackageNames, identifier: string): readonly string[] {
  return [...OWN, ...dotnet.values(), ...typesOf(identifier), identifier];
}

/** The types that are in files of their own, by name. */
function namedTypes({ commands, types }: ModuleMetadata): readonly string[] {
  const named = new Set<string>();
  const visit = (type: string, wanted: 'input' | 'output' | 'property'): void => {
    const described = types[type];
    if (described === undefined || named.has(type)) return;
    if ('of' in described) visit(described.of, wanted);
    else if (described.kind === 'enum') {
      if (described.members.length > 0 && (wanted === 'input' || !described.isFlags)) named.add(type);
    } else if (wanted === 'output' && described.kind === 'object' && isNamedObject(type, described.properties)) {
      named.add(type);
      for (const property of Object.values(described.properties)) visit(property, 'property');
    }
  };
  for (const { parameters, outputTypes } of commands) {
    for (const { type } of parameters) visit(type, 'input');
    for (const type of outputTypes) visit(type, 'output');
  }
  return [...named].sort();
}

/** Those that can be anything. */
const ANYTHING: ReadonlySet<string> = new Set([
  'System.Object',
  'System.Management.Automation.PSObject',
  'System.Management.Automation.PSCustomObject',
]);

function isNamedObject(type: string, properties: Readonly<Record<string, string>>): boolean {
  return !isPlain(type) && !ANYTHING.has(type) && Object.keys(properties).length > 0;
}

/** `FileInfo` of `System.IO.FileInfo`, without the types that it is made of. */
function shortName(type: string): string {
  const own = type.replace(/[`[].*$/s, '');
  return pascalCase(own.slice(Math.max(own.lastIndexOf('.'), own.lastIndexOf('+')) + 1));
}

function numbered(name: string): readonly string[] {
  return Array.from({ length: 9 }, (_, index) => `${name}${index + 1}`);
}
