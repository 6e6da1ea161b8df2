// Generated from Remove-Item. What is changed here is lost.
import type { PlainValue } from '@mailtls/clixml';
import { callCommand } from '../../call-command.ts';
import type { CommonParameters, OneOf, ParameterSet, ShouldProcessParameters } from '../../command-parameters.ts';
import type { InvokeResult } from '../../invoke-result.ts';
import type { InvokeOptions, Invoker } from '../../invoker.ts';
import type { Credential } from '../../live-value.ts';

/** What each parameter takes. */
type Takes = {
  readonly Credential: Credential;
  readonly Exclude: string | readonly string[];
  readonly Filter: string;
  readonly Force: boolean;
  readonly Include: string | readonly string[];
  /** Aliases: PSPath, LP. */
  readonly LiteralPath: string | readonly string[];
  readonly Path: string | readonly string[];
  readonly Recurse: boolean;
};

/** The parameter set Path, which is the default. */
type PathSet = ParameterSet<Takes, 'Path', 'Credential' | 'Exclude' | 'Filter' | 'Force' | 'Include' | 'Recurse'>;

/** The parameter set LiteralPath. */
type LiteralPathSet = ParameterSet<
  Takes,
  'LiteralPath',
  'Credential' | 'Exclude' | 'Filter' | 'Force' | 'Include' | 'Recurse'
>;

type Given = PathSet | LiteralPathSet;

/** The parameters of Remove-Item. */
export type RemoveItemParameters = CommonParameters & ShouldProcessParameters & OneOf<Given>;

/**
 * Remove-Item, of Microsoft.PowerShell.Management.
 * @throws {PwshError} what callCommand throws
 */
export function removeItem<T = PlainValue>(
  on: Invoker,
  parameters: RemoveItemParameters,
  options?: InvokeOptions<T>,
): Promise<InvokeResult<T>> {
  return callCommand(on, 'Remove-Item', parameters, options);
}
