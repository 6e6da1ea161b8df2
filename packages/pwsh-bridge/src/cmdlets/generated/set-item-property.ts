// Generated from Set-ItemProperty. What is changed here is lost.
import type { PlainInput, PlainValue } from '@mailtls/clixml';
import { callCommand } from '../../call-command.ts';
import type { CommonParameters, OneOf, ParameterSet, ShouldProcessParameters } from '../../command-parameters.ts';
import type { InvokeResult } from '../../invoke-result.ts';
import type { InvokeOptions, Invoker } from '../../invoker.ts';
import type { Credential, Piped } from '../../live-value.ts';
import type { RegistryValueKind } from './dotnet/registry-value-kind.ts';

/** What each parameter takes. */
type Takes = {
  readonly Credential: Credential;
  readonly Exclude: string | readonly string[];
  readonly Filter: string;
  readonly Force: boolean;
  readonly Include: string | readonly string[];
  readonly InputObject: PlainInput | Piped;
  /** Aliases: PSPath, LP. */
  readonly LiteralPath: string | readonly string[];
  /** Aliases: PSProperty. */
  readonly Name: string;
  readonly PassThru: boolean;
  readonly Path: string | readonly string[];
  /** There only for some values of other parameters. */
  readonly Type: RegistryValueKind;
  readonly Value: PlainInput;
};

/** The parameter set propertyValuePathSet, which is the default. */
type PropertyValuePathSet = ParameterSet<
  Takes,
  'Path' | 'Name' | 'Value',
  'Credential' | 'Exclude' | 'Filter' | 'Force' | 'Include' | 'PassThru' | 'Type'
>;

/** The parameter set propertyPSObjectLiteralPathSet. */
type PropertyPSObjectLiteralPathSet = ParameterSet<
  Takes,
  'InputObject' | 'LiteralPath',
  'Credential' | 'Exclude' | 'Filter' | 'Force' | 'Include' | 'PassThru' | 'Type'
>;

/** The parameter set propertyPSObjectPathSet. */
type PropertyPSObjectPathSet = ParameterSet<
  Takes,
  'Path' | 'InputObject',
  'Credential' | 'Exclude' | 'Filter' | 'Force' | 'Include' | 'PassThru' | 'Type'
>;

/** The parameter set propertyValueLiteralPathSet. */
type PropertyValueLiteralPathSet = ParameterSet<
  Takes,
  'Name' | 'Value' | 'LiteralPath',
  'Credential' | 'Exclude' | 'Filter' | 'Force' | 'Include' | 'PassThru' | 'Type'
>;

type Given =
  | PropertyValuePathSet
  | PropertyPSObjectLiteralPathSet
  | PropertyPSObjectPathSet
  | PropertyValueLiteralPathSet;

/** The parameters of Set-ItemProperty. */
export type SetItemPropertyParameters = CommonParameters & ShouldProcessParameters & OneOf<Given>;

/**
 * Set-ItemProperty, of Microsoft.PowerShell.Management.
 * @throws {PwshError} what callCommand throws
 */
export function setItemProperty<T = PlainValue>(
  on: Invoker,
  parameters: SetItemPropertyParameters,
  options?: InvokeOptions<T>,
): Promise<InvokeResult<T>> {
  return callCommand(on, 'Set-ItemProperty', parameters, options);
}
