// Generated from Test-Path. What is changed here is lost.
import { callCommand } from '../../call-command.ts';
import type { CommonParameters, OneOf, ParameterSet } from '../../command-parameters.ts';
import type { InvokeResult } from '../../invoke-result.ts';
import type { InvokeOptions, Invoker } from '../../invoker.ts';
import type { Credential } from '../../live-value.ts';
import type { TestPathType } from './dotnet/test-path-type.ts';

/** What each parameter takes. */
type Takes = {
  readonly Credential: Credential;
  readonly Exclude: string | readonly string[];
  readonly Filter: string;
  readonly Include: string | readonly string[];
  readonly IsValid: boolean;
  /** Aliases: PSPath, LP. */
  readonly LiteralPath: string | readonly string[] | null;
  readonly Path: string | readonly string[] | null;
  /** Aliases: Type. */
  readonly PathType: TestPathType;
};

/** The parameter set Path, which is the default. */
type PathSet = ParameterSet<Takes, 'Path', 'Credential' | 'Exclude' | 'Filter' | 'Include' | 'IsValid' | 'PathType'>;

/** The parameter set LiteralPath. */
type LiteralPathSet = ParameterSet<
  Takes,
  'LiteralPath',
  'Credential' | 'Exclude' | 'Filter' | 'Include' | 'IsValid' | 'PathType'
>;

type Given = PathSet | LiteralPathSet;

/** The parameters of Test-Path. */
export type TestPathParameters = CommonParameters & OneOf<Given>;

/** What Test-Path declares to write. */
export type TestPathOutput = boolean;

/**
 * Test-Path, of Microsoft.PowerShell.Management.
 * @throws {PwshError} what callCommand throws
 */
export function testPath<T = TestPathOutput>(
  on: Invoker,
  parameters: TestPathParameters,
  options?: InvokeOptions<T>,
): Promise<InvokeResult<T>> {
  return callCommand(on, 'Test-Path', parameters, options);
}
