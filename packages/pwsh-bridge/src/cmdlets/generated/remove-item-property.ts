// Generated from Remove-ItemProperty. What is changed here is lost.
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
  /** Aliases: PSProperty. */
  readonly Name: string | readonly string[];
  readonly Path: string | readonly string[];
};

/** The parameter set Path, which is the default. */
type PathSet = ParameterSet<Takes, 'Path' | 'Name', 'Credential' | 'Exclude' | 'Filter' | 'Force' | 'Include'>;

/** The parameter set LiteralPath. */
type LiteralPathSet = ParameterSet<
  Takes,
  'Name' | 'LiteralPath',
  'Credential' | 'Exclude' | 'Filter' | 'Force' | 'Include'
>;

type Given = PathSet | LiteralPathSet;

/** The parameters of Remove-ItemProperty. */
export type RemoveItemPropertyParameters = CommonParameters & ShouldProcessParameters & OneOf<Given>;

/**
 * Remove-ItemProperty, of Microsoft.PowerShell.Management.
 * @throws {PwshError} what callCommand throws
 */
export function removeItemProperty<T = PlainValue>(
  on: Invoker,
  parameters: RemoveItemPropertyParameters,
  options?: InvokeOptions<T>,
): Promise<InvokeResult<T>> {
  return callCommand(on, 'Remove-ItemProperty', parameters, options);
}
