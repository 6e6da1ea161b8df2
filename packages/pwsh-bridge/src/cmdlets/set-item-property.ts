import type { CallOptions, Invoker } from '../invoker.ts';
import { type RegistryValue, type RegistryValueKind, toCmdletValue } from '../registry/registry-value.ts';
import { setItemProperty as call } from './generated/set-item-property.ts';
import { propertyName, providerPath } from './provider-path.ts';

/** A value of a property; a registry value says its kind. */
export type PropertyValue = RegistryValue | string | number | bigint | boolean | Date | Uint8Array | readonly string[];

/** The arguments `-Value` and `-Type` for a value, `-Type` only for one that says its kind. */
export function valueArguments(value: PropertyValue): {
  readonly value: Exclude<PropertyValue, RegistryValue>;
  readonly type?: RegistryValueKind;
} {
  return typeof value === 'object' && 'kind' in value ? toCmdletValue(value) : { value };
}

/**
 * `Set-ItemProperty`: writes a property of an item, such as a value of a registry key, which is made if it is not there.
 * @throws {PwshError} `item-not-found`, `access-denied`, `invalid-argument`, and what `callCommand` throws
 */
export async function setItemProperty(
  on: Invoker,
  path: string,
  name: string,
  value: PropertyValue,
  options: CallOptions = {},
): Promise<void> {
  const { value: given, type } = valueArguments(value);
  await call(
    on,
    { LiteralPath: providerPath(path), Name: propertyName(name), Value: given, Type: type, ErrorAction: 'Stop' },
    options,
  );
}
