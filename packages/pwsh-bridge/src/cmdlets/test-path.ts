import type { CallOptions, Invoker } from '../invoker.ts';
import type { TestPathType } from './generated/dotnet/test-path-type.ts';
import { testPath as call } from './generated/test-path.ts';
import { providerPath } from './provider-path.ts';

/** What has to be there. */
export interface TestPathOptions extends CallOptions {
  /** `Container` for what can hold items, such as a folder or a registry key; `Leaf` for what cannot. Default: `Any`. */
  readonly pathType?: TestPathType;
}

/**
 * `Test-Path`: whether an item is there. Also `false` where the account may not look.
 * @throws {PwshError} what `callCommand` throws
 */
export async function testPath(
  on: Invoker,
  path: string,
  { pathType, ...options }: TestPathOptions = {},
): Promise<boolean> {
  const { output } = await call(on, { LiteralPath: providerPath(path), PathType: pathType }, options);
  return output[0] === true;
}
