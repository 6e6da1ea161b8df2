import { type DocPart, docComment } from '../../quote/doc-comment.ts';
import { quoteTypeScript } from '../../quote/quote-typescript.ts';
import type { CommandMetadata, ModuleMetadata } from '../../read/command-metadata.ts';
import { capitalized, type Identifiers } from './identifier.ts';
import { listing, union } from './layout.ts';
import { outputType } from './output-type.ts';
import { parameterTypes } from './parameter-types.ts';
import type { Declarations, SourceFile } from './source-file.ts';

/**
 * The typed function of a command, with the types of what it takes and writes.
 *
 * @param identifier of the function
 * @param local names that are free in its file
 */
export function commandDeclarations(
  command: CommandMetadata,
  identifier: string,
  types: ModuleMetadata['types'],
  local: Identifiers,
  file: SourceFile,
): Declarations {
  const name = capitalized(identifier);
  // Nothing for a command that declares nothing, or only what can be anything.
  const written = [...new Set(command.outputTypes.flatMap((type) => outputType(type, types, file)))];
  const isTyped = written.some((member) => member !== 'PlainValue');
  const output = `${docComment([{ text: `What ${command.name} declares to write.` }])}${union(`export type ${name}Output =`, written, ';')}\n`;
  const declarations = [
    ...parameterTypes(command, identifier, types, local, file),
    ...(isTyped ? [output] : []),
    functionDeclaration(command, identifier, isTyped ? `${name}Output` : file.runtime('PlainValue'), file),
  ];
  return {
    exports: [...(isTyped ? [`type ${name}Output`] : []), `type ${name}Parameters`, identifier],
    text: declarations.join('\n'),
  };
}

function functionDeclaration(command: CommandMetadata, identifier: string, output: string, file: SourceFile): string {
  const canBeEmpty = command.parameterSets.some(({ parameters }) => parameters.every((use) => !use.isMandatory));
  const head = listing(
    `export function ${identifier}<T = ${output}>`,
    [
      `on: ${file.runtime('Invoker')}`,
      `parameters${canBeEmpty ? '?' : ''}: ${capitalized(identifier)}Parameters`,
      `options?: ${file.runtime('InvokeOptions')}<T>`,
    ],
    ['(', ')'],
    `: Promise<${file.runtime('InvokeResult')}<T>> {`,
  );
  const call = `  return ${file.runtime('callCommand')}(on, ${quoteTypeScript(command.name)}, parameters, options);`;
  return `${docComment(functionDoc(command))}${head}\n${call}\n}\n`;
}

function functionDoc({ name, module, help }: CommandMetadata): readonly DocPart[] {
  return [
    { text: help?.synopsis ?? '' },
    { text: help?.description ?? '' },
    { text: module === '' ? `${name}.` : `${name}, of ${module}.` },
    { tag: 'throws', text: '{PwshError} what callCommand throws' },
    ...(help?.links ?? []).map((link) => ({ tag: 'see', text: link })),
    ...(help?.examples ?? []).flatMap(({ code, remarks }) => [
      { tag: 'example', code, language: 'powershell' },
      { text: remarks },
    ]),
  ];
}
