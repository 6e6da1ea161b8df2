import { PwshError } from '../pwsh-error.ts';
import { parseRegistryPath } from '../registry/registry-path.ts';

/**
 * A path as the typed cmdlets hand it to `-LiteralPath`. One of the registry is written out, so that it means the same in
 * any session; any other is left as it is.
 * @throws {PwshError} `invalid-argument` for a registry key whose name has a `/`, which PowerShell takes for a separator in
 *   some versions, so that it would work on another key
 */
export function providerPath(path: string): string {
  if (path.includes('\0'))
    throw new PwshError('invalid-argument', 'A path has no NUL.', { hints: [JSON.stringify(path)] });
  const parsed = parseRegistryPath(path);
  if (parsed === null) return path;
  if (parsed.keys.some((key) => key.includes('/'))) {
    throw new PwshError(
      'invalid-argument',
      "PowerShell's cmdlets do not reach a registry key whose name has a slash.",
      {
        hints: [JSON.stringify(path), 'Separate keys by a backslash. Values of such a key: see readRegistryValues.'],
      },
    );
  }
  return `Registry::${[parsed.hive, ...parsed.keys].join('\\')}`;
}

/**
 * The name of an item's property; `''`, the unnamed value of a registry key, has a name in PowerShell.
 * @throws {PwshError} `invalid-argument`
 */
export function propertyName(name: string): string {
  if (name.includes('\0')) {
    throw new PwshError('invalid-argument', 'The name of a property has no NUL.', { hints: [JSON.stringify(name)] });
  }
  return name === '' ? '(default)' : name;
}
