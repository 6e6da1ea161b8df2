// Generated from Get-ItemProperty. What is changed here is lost.
import type { PlainValue } from '@mailtls/clixml';
import { callCommand } from '../../call-command.ts';
import type { CommonParameters, OneOf, ParameterSet } from '../../command-parameters.ts';
import type { InvokeResult } from '../../invoke-result.ts';
import type { InvokeOptions, Invoker } from '../../invoker.ts';
import type { Credential } from '../../live-value.ts';

/** What each parameter takes. */
type Takes = {
  readonly Credential: Credential;
  readonly Exclude: string | readonly string[];
  readonly Filter: string;
  readonly Include: string | readonly string[];
  /** Aliases: PSPath, LP. */
  readonly LiteralPath: string | readonly string[];
  /** Aliases: PSProperty. */
  readonly Name: string | readonly string[];
  readonly Path: string | readonly string[];
};

/** The parameter set Path, which is the default. */
type PathSet = ParameterSet<Takes, 'Path', 'Name' | 'Credential' | 'Exclude' | 'Filter' | 'Include'>;

/** The parameter set LiteralPath. */
type LiteralPathSet = ParameterSet<Takes, 'LiteralPath', 'Name' | 'Credential' | 'Exclude' | 'Filter' | 'Include'>;

type Given = PathSet | LiteralPathSet;

/** The parameters of Get-ItemProperty. */
export type GetItemPropertyParameters = CommonParameters & OneOf<Given>;

/**
 * Get-ItemProperty, of Microsoft.PowerShell.Management.
 * @throws {PwshError} what callCommand throws
 */
export function getItemProperty<T = PlainValue>(
  on: Invoker,
  parameters: GetItemPropertyParameters,
  options?: InvokeOptions<T>,
): Promise<InvokeResult<T>> {
  return callCommand(on, 'Get-ItemProperty', parameters, options);
}
