import type { CallOptions, Invoker } from '../invoker.ts';
import { parseRegistryPath } from '../registry/registry-path.ts';
import { removeItemProperty as call } from './generated/remove-item-property.ts';
import { propertyName, providerPath } from './provider-path.ts';

/** `Get-Item` is for the error of a key that is not there. */
const REMOVE_UNNAMED = `param($Path, $Hive, $Key)
$ErrorActionPreference = 'Stop'
$open = [Microsoft.Win32.Registry]::$Hive.OpenSubKey($Key, $true)
if ($null -eq $open) { Get-Item -LiteralPath $Path } else { try { $open.DeleteValue('') } finally { $open.Close() } }`;

/**
 * `Remove-ItemProperty`: removes one property of an item. The unnamed value of a registry key, which the cmdlet does not
 * find by any name, is removed by its key.
 * @param name as it is: with `-LiteralPath`, the cmdlet takes no pattern
 * @throws {PwshError} `item-not-found`, `access-denied`, `terminating-error` when there is no such property, and what
 *   `invoke` throws
 */
export async function removeItemProperty(
  on: Invoker,
  path: string,
  name: string,
  options: CallOptions = {},
): Promise<void> {
  const literalPath = providerPath(path);
  const property = propertyName(name);
  const key = parseRegistryPath(path);
  if (key !== null && property.toLowerCase() === '(default)') {
    const args = { Path: literalPath, Hive: key.property, Key: key.keys.join('\\') };
    await on.invoke(REMOVE_UNNAMED, args, options);
  } else {
    await call(on, { LiteralPath: literalPath, Name: property, ErrorAction: 'Stop' }, options);
  }
}
