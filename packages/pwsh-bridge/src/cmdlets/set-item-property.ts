import type { CallOptions, Invoker } from '../invoker.ts';
import { type RegistryValue, toCmdletValue } from '../registry/registry-value.ts';
import { propertyName, providerPath } from './provider-path.ts';

/** A value of a property; a registry value says its kind. */
export type PropertyValue = RegistryValue | string | number | bigint | boolean | Date | Uint8Array | readonly string[];

/** The arguments `-Value` and `-Type` for a value, `-Type` only for one that says its kind. */
export function valueArguments(value: PropertyValue): { value: Exclude<PropertyValue, RegistryValue>; type?: string } {
  return typeof value === 'object' && 'kind' in value ? toCmdletValue(value) : { value };
}

/**
 * `Set-ItemProperty`: writes a property of an item, such as a value of a registry key, which is made if it is not there.
 * @throws {PwshError} `item-not-found`, `access-denied`, `invalid-argument`, and what `invokeCommand` throws
 */
export async function setItemProperty(
  on: Invoker,
  path: string,
  name: string,
  value: PropertyValue,
  options: CallOptions = {},
): Promise<void> {
  const { value: given, type } = valueArguments(value);
  await on.invokeCommand(
    'Set-ItemProperty',
    { LiteralPath: providerPath(path), Name: propertyName(name), Value: given, Type: type, ErrorAction: 'Stop' },
    options,
  );
}
