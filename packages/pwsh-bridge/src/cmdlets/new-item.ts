import type { CallOptions, Invoker } from '../invoker.ts';
import { providerPath } from './provider-path.ts';

/** What kind of item is made. */
export interface NewItemOptions extends CallOptions {
  /** Where the provider has several, such as `File` and `Directory`. */
  readonly itemType?: string;
}

/**
 * `New-Item`: makes an item that is not there, in one that is. It never uses `-Force`, which would empty a registry key or
 * a file that is there. For a registry key with those above it there is `createRegistryKey`.
 * @throws {PwshError} `item-exists`, `access-denied`, `terminating-error` when the parent is missing, and what `invoke` throws
 */
export async function newItem(on: Invoker, path: string, { itemType, ...options }: NewItemOptions = {}): Promise<void> {
  await on.invoke(
    'param($Path, $ItemType) $null = New-Item -Path $Path -ItemType $ItemType -ErrorAction Stop',
    { Path: providerPath(path), ItemType: itemType },
    options,
  );
}
