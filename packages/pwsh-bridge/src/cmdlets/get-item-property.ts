import type { PlainValue } from '@mailtls/clixml';
import { type ErrorRecord, toPwshError } from '../error-record.ts';
import type { InvokeResult } from '../invoke-result.ts';
import type { CallOptions, InvokeOptions, Invoker } from '../invoker.ts';
import { PwshError } from '../pwsh-error.ts';
import { getItemProperty as call, type GetItemPropertyParameters } from './generated/get-item-property.ts';
import { propertyName, providerPath } from './provider-path.ts';

const COMMAND = 'Microsoft.PowerShell.Commands.GetItemPropertyCommand';

/** All properties, without those that the cmdlet adds to say where they are from. */
const SCRIPT = `param($Path)
foreach ($item in Get-ItemProperty -LiteralPath $Path -ErrorAction Continue) {
foreach ($property in $item.PSObject.Properties) {
if ($property.Name -cnotin 'PSPath', 'PSParentPath', 'PSChildName', 'PSDrive', 'PSProvider') { $property.Name; , $property.Value }
}
}`;

/**
 * `Get-ItemProperty`: properties of an item, such as values of a registry key, as PowerShell shows them, so that an
 * ExpandString comes expanded. For values as they are stored there is `readRegistryValues`.
 * @param names as they are: with `-LiteralPath`, the cmdlet takes no patterns; `''` and `'(default)'` are the unnamed value. Default: all that there are
 * @returns the properties that are there; `null` when there is no such item
 * @throws {PwshError} `access-denied`, and what `invoke` throws
 */
export async function getItemProperty(
  on: Invoker,
  path: string,
  names?: readonly string[],
  options: CallOptions = {},
): Promise<Record<string, PlainValue> | null> {
  const entries: (readonly [string, PlainValue])[] = [];
  const literalPath = providerPath(path);
  let errors: readonly ErrorRecord[];
  if (names === undefined) {
    const result = await on.invoke(SCRIPT, { Path: literalPath }, options);
    errors = result.errors;
    for (let index = 0; index < result.output.length; index += 2) {
      entries.push([String(result.output[index]), result.output[index + 1] ?? null]);
    }
  } else {
    const select = names.map(propertyName);
    // One name goes without a list around it, which costs PowerShell time to unpack.
    const [name = ''] = select;
    const parameters = { LiteralPath: literalPath, Name: select.length === 1 ? name : select };
    const result = await callTolerantly(on, parameters, { ...options, select });
    errors = result.errors;
    const found = (result.output[0] ?? {}) as Record<string, PlainValue>;
    names.forEach((name, index) => {
      const value = found[select[index] as string] ?? null;
      if (value !== null) entries.push([name, value]);
    });
  }
  if (errors.some(isItemAbsent)) return null;
  const error = errors.find((record) => !isPropertyAbsent(record));
  if (error !== undefined) throw toPwshError(error);
  return Object.fromEntries(entries);
}

/** What is absent is no error, even where the session's `$ErrorActionPreference` makes every error end a command. */
async function callTolerantly(
  on: Invoker,
  parameters: GetItemPropertyParameters,
  options: InvokeOptions<PlainValue>,
): Promise<InvokeResult> {
  try {
    return await call(on, parameters, options);
  } catch (error) {
    const record = error instanceof PwshError ? error.record : undefined;
    if (record === undefined || !(isItemAbsent(record) || isPropertyAbsent(record))) throw error;
    return await call(on, { ...parameters, ErrorAction: 'Continue' }, options);
  }
}

function isItemAbsent({ fullyQualifiedErrorId }: ErrorRecord): boolean {
  return fullyQualifiedErrorId === `PathNotFound,${COMMAND}`;
}

/** The registry's provider says it in one way, the file system's in another. */
const PROPERTY_ABSENT: ReadonlyMap<string, string> = new Map([
  [`System.Management.Automation.PSArgumentException,${COMMAND}`, 'System.Management.Automation.PSArgumentException'],
  [`GetValueError,${COMMAND}`, 'System.IO.IOException'],
]);

function isPropertyAbsent({ fullyQualifiedErrorId, exception }: ErrorRecord): boolean {
  return PROPERTY_ABSENT.get(fullyQualifiedErrorId) === exception.type;
}
