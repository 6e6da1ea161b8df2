import { docComment } from '../../quote/doc-comment.ts';
import { propertyKey, quoteTypeScript } from '../../quote/quote-typescript.ts';
import type { DotnetType, ModuleMetadata } from '../../read/command-metadata.ts';
import { union } from './layout.ts';
import { propertyType } from './output-type.ts';
import type { Declarations, SourceFile } from './source-file.ts';

/** The declaration of a .NET type that has a file of its own: an enum, or an object that a command writes. */
export function dotnetDeclaration(
  type: string,
  identifier: string,
  types: ModuleMetadata['types'],
  file: SourceFile,
): Declarations {
  const exports = [`type ${identifier}`];
  const described = types[type] as DotnetType;
  if (described.kind === 'enum') {
    const doc = docComment([{ text: `${type}${described.isFlags ? ', of which several can be given' : ''}.` }]);
    return { exports, text: `${doc}${textType(`export type ${identifier}`, described.members)}` };
  }
  const properties = described.kind === 'object' ? Object.entries(described.properties) : [];
  const lines = properties
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, property]) =>
      union(`  readonly ${propertyKey(name)}?:`, propertyType(property, types, file), ';', '  '),
    );
  const doc = docComment([
    { text: `${type}, as it comes back: PowerShell leaves out a property that cannot be read, and can add others.` },
  ]);
  return { exports, text: `${doc}export interface ${identifier} {\n${lines.map((line) => `${line}\n`).join('')}}\n` };
}

/** A type of these texts, after `head`. */
export function textType(head: string, texts: readonly string[]): string {
  return `${union(`${head} =`, texts.map(quoteTypeScript), ';')}\n`;
}
