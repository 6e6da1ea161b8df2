import type { ModuleMetadata } from '../../read/command-metadata.ts';
import type { SourceFile } from './source-file.ts';

type Types = ModuleMetadata['types'];

/** What the bridge makes of values of .NET types: the table in its README. */
const OUTPUTS: ReadonlyMap<string, string> = new Map([
  ...each('string', 'String Char Guid Uri Version Decimal TimeSpan DateTime Xml.XmlDocument Security.SecureString'),
  ...each('string', 'Management.Automation.ScriptBlock'),
  ...each('boolean', 'Boolean'),
  ...each('number', 'Byte SByte Int16 UInt16 Int32 UInt32 Single Double'),
  ...each('bigint', 'Int64 UInt64'),
]);

/** Those that are never null. */
const VALUES: ReadonlySet<string> = new Set(
  'Boolean Byte SByte Char Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal Guid TimeSpan DateTime'
    .split(' ')
    .map((name) => `System.${name}`),
);

/**
 * What comes of an object that a command writes.
 * @returns the members of a union, `PlainValue` where nothing is known
 */
export function outputType(type: string, types: Types, file: SourceFile): readonly string[] {
  const described = types[type];
  if (described?.kind === 'object' && !OUTPUTS.has(type)) {
    const name = file.dotnet(type);
    return [name ?? file.runtime('PlainValue')];
  }
  if (described?.kind === 'array' && described.of === 'System.Byte') return ['Uint8Array', 'number'];
  if (described?.kind === 'array' || described?.kind === 'list') {
    // A pipeline mostly brings the items of a list, not the list.
    const items = outputType(described.of, types, file);
    return items.includes('PlainValue') ? items : [...items, `readonly ${group(items)}[]`];
  }
  return valueType(type, types, file) ?? [file.runtime('PlainValue')];
}

/**
 * What comes of a property of such an object. It can be missing, as PowerShell leaves out one that cannot be read, and an object
 * in it is only its text, or has properties where more depth is asked for.
 */
export function propertyType(type: string, types: Types, file: SourceFile): readonly string[] {
  const described = types[type];
  if (described?.kind === 'array' && described.of === 'System.Byte') return ['Uint8Array', 'null'];
  if (described?.kind === 'array' || described?.kind === 'list') {
    const items = valueType(described.of, types, file) ?? [file.runtime('PlainValue')];
    return [`readonly ${group(items)}[]`, 'null'];
  }
  const value = valueType(type, types, file);
  if (value === undefined) return [file.runtime('PlainValue')];
  return VALUES.has(type) || described?.kind === 'enum' || value.includes('null') ? value : [...value, 'null'];
}

function valueType(type: string, types: Types, file: SourceFile): readonly string[] | undefined {
  const known = OUTPUTS.get(type);
  if (known !== undefined) return [known];
  const described = types[type];
  if (described?.kind === 'nullable') {
    const value = valueType(described.of, types, file);
    return value && [...value, 'null'];
  }
  if (described?.kind !== 'enum') return undefined;
  // Several flags come as one text.
  return [(described.isFlags ? undefined : file.dotnet(type)) ?? 'string'];
}

/** Whether nothing more than a table is needed to say what comes of it. */
export function isPlain(type: string): boolean {
  return OUTPUTS.has(type);
}

function group(members: readonly string[]): string {
  const [only] = members;
  return members.length === 1 && only !== undefined && !only.startsWith('readonly ')
    ? only
    : `(${members.join(' | ')})`;
}

function each(output: string, names: string): [string, string][] {
  return names.split(' ').map((name) => [`System.${name}`, output]);
}
