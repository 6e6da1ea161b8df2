import type { CallOptions, Invoker } from '../invoker.ts';
import { removeItem as call } from './generated/remove-item.ts';
import { providerPath } from './provider-path.ts';

/**
 * `Remove-Item`: removes an item that has no items beneath it. A registry key goes with its values.
 * @throws {PwshError} `item-not-found`, `access-denied`, `terminating-error` when there are items beneath it, and what
 *   `callCommand` throws
 */
export async function removeItem(on: Invoker, path: string, options: CallOptions = {}): Promise<void> {
  await call(on, { LiteralPath: providerPath(path), ErrorAction: 'Stop' }, options);
}
