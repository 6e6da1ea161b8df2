import type { ModuleMetadata } from '../../read/command-metadata.ts';
import type { RuntimeName, SourceFile } from './source-file.ts';

type Types = ModuleMetadata['types'];

/**
 * What a parameter of a .NET type can be given. A text stands for what PowerShell makes from text; a TimeSpan is no number, as
 * PowerShell would take it for ticks.
 */
const INPUTS: ReadonlyMap<string, readonly string[]> = new Map([
  ...each('string', 'String Char Guid Uri Version TimeSpan Type', 'System.'),
  ...each('string', 'Text.RegularExpressions.Regex Globalization.CultureInfo Net.IPAddress', 'System.'),
  ...each('string', 'Net.Mail.MailAddress Xml.XmlDocument Management.Automation.SemanticVersion', 'System.'),
  ...each('boolean', 'Boolean Management.Automation.SwitchParameter', 'System.'),
  ...each('number', 'Byte SByte Int16 UInt16 Int32 UInt32 Single Double', 'System.'),
  ...each('number | bigint', 'Int64 UInt64', 'System.'),
  ...each('number | string', 'Decimal', 'System.'),
  ...each('number | bigint | string', 'Numerics.BigInteger', 'System.'),
  ...each('Date | string', 'DateTime DateTimeOffset', 'System.'),
]);

const LIVE: ReadonlyMap<string, RuntimeName> = new Map([
  ['System.Management.Automation.ScriptBlock', 'ScriptBlock'],
  ['System.Management.Automation.PSCredential', 'Credential'],
  ['System.Security.SecureString', 'SecureText'],
]);

/** @returns the members of a union */
export function inputType(type: string, types: Types, file: SourceFile): readonly string[] {
  const live = LIVE.get(type);
  if (live !== undefined) return [file.runtime(live)];
  const known = INPUTS.get(type);
  if (known !== undefined) return known;
  const described = types[type];
  switch (described?.kind) {
    case 'enum': {
      // One without members has no file.
      const name = file.dotnet(type) ?? 'string';
      return described.isFlags ? [name, `readonly ${name}[]`] : [name];
    }
    case 'nullable':
      return [...inputType(described.of, types, file), 'null'];
    case 'dictionary':
      return [`ReadonlyMap<${file.runtime('PlainInput')}, PlainInput>`];
    case 'array':
    case 'list':
      return described.of === 'System.Byte' ? ['Uint8Array'] : listOf(elementType(described.of, types, file));
    default:
      // PowerShell may know how to make it of something.
      return [file.runtime('PlainInput')];
  }
}

/** What only PowerShell can make is sent in a list, and not in a list of lists. */
function elementType(type: string, types: Types, file: SourceFile): readonly string[] {
  const members = inputType(type, types, file);
  const isNested = members.length > 1 && members.some((member) => member.startsWith('readonly '));
  return isNested && members.some(isLive) ? [file.runtime('PlainInput')] : members;
}

/** Whether it is what only PowerShell can make. */
export function isLive(member: string): boolean {
  return [...LIVE.values()].some((live) => live === member);
}

/** PowerShell takes one for a list of one. */
export function listOf(members: readonly string[]): readonly string[] {
  if (members.includes('PlainInput')) return members;
  const one = members.length === 1 && !members[0]?.startsWith('readonly ') ? members[0] : `(${members.join(' | ')})`;
  return [...members, `readonly ${one}[]`];
}

function each(input: string, names: string, prefix: string): [string, readonly string[]][] {
  return names.split(' ').map((name) => [`${prefix}${name}`, input.split(' | ')]);
}
