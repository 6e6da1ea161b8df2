import type { PlainInput, PlainValue } from '@mailtls/clixml';
import { script } from './call-command.ps1.ts';
import type { InvokeResult } from './invoke-result.ts';
import type { InvokeOptions, Invoker } from './invoker.ts';
import { LiveValue, Piped } from './live-value.ts';
import { PwshError } from './pwsh-error.ts';

/** What a parameter of a command can be given. */
export type CommandArgument = PlainInput | LiveValue | readonly (PlainInput | LiveValue)[] | Piped | undefined;

/** Arguments by the name of the parameter; those that are `undefined` are not given. */
export type CommandArguments = Readonly<Record<string, CommandArgument>>;

/**
 * Runs one command as `invokeCommand` does, with what that does not send: script blocks, credentials, and objects for the
 * pipeline. Wrappers that `@mailtls/module-generator` makes call it.
 * @param name of a cmdlet or function
 * @throws {PwshError} `invalid-argument` when objects are piped to more than one parameter, and what `invokeCommand` throws
 */
export async function callCommand<T = PlainValue>(
  on: Invoker,
  name: string,
  args: CommandArguments = {},
  options: InvokeOptions<T> = {},
): Promise<InvokeResult<T>> {
  const plain: [string, PlainInput][] = [];
  const live: PlainInput[] = [];
  const piped: Piped[] = [];
  const place = (value: PlainInput | LiveValue, ...at: [string, number | null]): PlainInput => {
    if (!(value instanceof LiveValue)) return value;
    live.push([...at, ...value.toRow()]);
    return null;
  };
  for (const [parameter, value] of Object.entries(args)) {
    if (value === undefined) continue;
    if (value instanceof Piped) piped.push(value);
    else if (isList(value)) plain.push([parameter, value.map((item, index) => place(item, parameter, index))]);
    else plain.push([parameter, place(value, parameter, null)]);
  }
  const [input, second] = piped;
  if (second !== undefined) {
    throw new PwshError('invalid-argument', `Objects can be piped to one parameter of ${name}, not to several.`);
  }
  const parameters = new Map(plain);
  if (live.length === 0 && input === undefined) {
    return await on.invokeCommand(name, Object.fromEntries(parameters), options);
  }
  return await on.invoke(
    script,
    {
      Command: name,
      Parameters: parameters,
      LiveValues: live,
      IsPiped: input !== undefined,
      Objects: input?.items ?? [],
    },
    options,
  );
}

function isList(value: CommandArgument): value is readonly (PlainInput | LiveValue)[] {
  return Array.isArray(value);
}
