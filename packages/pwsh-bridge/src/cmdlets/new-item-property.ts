import type { CallOptions, Invoker } from '../invoker.ts';
import { propertyName, providerPath } from './provider-path.ts';
import { type PropertyValue, valueArguments } from './set-item-property.ts';

/**
 * `New-ItemProperty`: makes a property of an item that has none of that name.
 * @throws {PwshError} `item-not-found`, `item-exists`, `access-denied`, `invalid-argument`, and what `invoke` throws
 */
export async function newItemProperty(
  on: Invoker,
  path: string,
  name: string,
  value: PropertyValue,
  options: CallOptions = {},
): Promise<void> {
  const { value: given, type } = valueArguments(value);
  await on.invoke(
    'param($Parameters) $null = New-ItemProperty @Parameters -ErrorAction Stop',
    {
      Parameters: new Map<string, string | number | bigint | boolean | Date | Uint8Array | readonly string[]>([
        ['LiteralPath', providerPath(path)],
        ['Name', propertyName(name)],
        ['Value', given],
        ...(type === undefined ? [] : [['PropertyType', type] as const]),
      ]),
    },
    options,
  );
}
