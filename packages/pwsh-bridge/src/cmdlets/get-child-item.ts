import type { CallOptions, Invoker } from '../invoker.ts';
import { providerPath } from './provider-path.ts';

/** An item beneath another. */
export interface ChildItem {
  readonly name: string;
  /** With its provider, such as `Microsoft.PowerShell.Core\Registry::HKEY_LOCAL_MACHINE\SOFTWARE`. */
  readonly path: string;
  /** Whether it can hold items itself. */
  readonly isContainer: boolean;
}

/** Which items are shown. */
export interface GetChildItemOptions extends CallOptions {
  /** Those that are hidden, too. Default: not those. */
  readonly force?: boolean;
}

// A registry key's name is taken from its path: some versions cut it at a slash.
const SCRIPT = `param($Path, $Force)
foreach ($item in Get-ChildItem -LiteralPath $Path -Force:$Force -ErrorAction Stop) {
$path = $item.PSPath
$name = $item.PSChildName
if ($item.PSProvider.Name -eq 'Registry') { $name = $item.Name.Substring($item.Name.LastIndexOf('\\') + 1) }
, @($name, $path, $item.PSIsContainer)
}`;

/**
 * `Get-ChildItem`: what is right beneath an item, such as the keys beneath a registry key.
 * @throws {PwshError} `item-not-found`, `access-denied`, and what `invoke` throws
 */
export async function getChildItem(
  on: Invoker,
  path: string,
  { force = false, ...options }: GetChildItemOptions = {},
): Promise<ChildItem[]> {
  const { output } = await on.invoke(SCRIPT, { Path: providerPath(path), Force: force }, options);
  return output.map((row) => {
    const [name, itemPath, isContainer] = row as unknown[];
    return { name: String(name), path: String(itemPath), isContainer: isContainer === true };
  });
}
