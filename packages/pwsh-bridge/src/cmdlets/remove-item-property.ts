import type { CallOptions, Invoker } from '../invoker.ts';
import { propertyName, providerPath } from './provider-path.ts';

/**
 * `Remove-ItemProperty`: removes one property of an item.
 * @param name as it is: with `-LiteralPath`, the cmdlet takes no pattern
 * @throws {PwshError} `item-not-found`, `access-denied`, `terminating-error` when there is no such property, and what
 *   `invokeCommand` throws
 */
export async function removeItemProperty(
  on: Invoker,
  path: string,
  name: string,
  options: CallOptions = {},
): Promise<void> {
  const parameters = {
    LiteralPath: providerPath(path),
    Name: propertyName(name),
    ErrorAction: 'Stop',
  };
  await on.invokeCommand('Remove-ItemProperty', parameters, options);
}
