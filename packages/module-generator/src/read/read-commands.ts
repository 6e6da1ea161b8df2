import type { CallOptions, Invoker, NamedArguments } from '@mailtls/pwsh-bridge';
import { GeneratorError } from '../generator-error.ts';
import type { CommandMetadata, ModuleMetadata, ParameterUse } from './command-metadata.ts';
import { script } from './read-commands.ps1.ts';

/** Which commands are read: all of a module, or those of some names. */
export type CommandSelection =
  | {
      /** By its name, or by the path of its manifest. It is imported if it is not. */
      readonly module: string;
    }
  | {
      /** With wildcards, as `Get-Command` takes them. */
      readonly commands: readonly string[];
      /** Arguments in the places of the first parameters, for which a command may have parameters of its own: a path. */
      readonly arguments?: readonly string[];
    };

/**
 * Reads what the commands of a live session say about themselves.
 * @throws {GeneratorError} `no-commands`
 * @throws {PwshError} `terminating-error` where there is no such module or command, and what `invoke` throws
 */
export async function readCommands(
  on: Invoker,
  selection: CommandSelection,
  options: CallOptions = {},
): Promise<ModuleMetadata> {
  const args: NamedArguments =
    'module' in selection
      ? { Module: selection.module }
      : { Names: selection.commands, Arguments: selection.arguments ?? [] };
  const { output } = await on.invoke(script, args, options);
  const read = output[0] as unknown as ModuleMetadata;
  if (read.commands.length === 0) {
    const asked = 'module' in selection ? `module ${selection.module}` : selection.commands.join(', ');
    throw new GeneratorError('no-commands', `there is no cmdlet and no function in what was asked for: ${asked}`);
  }
  return { ...read, commands: [...read.commands].sort(byName).map(ordered) };
}

/** In an order that does not depend on the session, so that the same commands give the same text. */
function ordered(command: CommandMetadata): CommandMetadata {
  return {
    ...command,
    parameters: [...command.parameters].sort(byName),
    parameterSets: [...command.parameterSets]
      .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || byName(a, b))
      .map((set) => ({ ...set, parameters: [...set.parameters].sort(byPlace) })),
    outputTypes: [...new Set(command.outputTypes)].sort(),
  };
}

/** By UTF-16 code units, which no language of a machine changes. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function byPlace(a: ParameterUse, b: ParameterUse): number {
  if (a.position !== b.position) return (a.position ?? LAST) - (b.position ?? LAST);
  return Number(b.isMandatory) - Number(a.isMandatory) || byName(a, b);
}

/** What goes by its name alone comes behind what has a place. */
const LAST = Number.MAX_SAFE_INTEGER;
