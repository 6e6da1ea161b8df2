// Generated from Get-ContosoConnector. What is changed here is lost.
import {
  type CommonParameters,
  callCommand,
  type InvokeOptions,
  type InvokeResult,
  type Invoker,
  type OneOf,
  type ParameterSet,
} from '@mailtls/pwsh-bridge';

type Direction = 'Inbound' | 'Outbound' | "It's both";

/** What each parameter takes. */
type Takes = {
  readonly Direction: Direction;
  /**
   * The name of a connector.
   *
   * Aliases: Name, Id.
   */
  readonly Identity: string | readonly string[];
  /** From 1 to 65535. */
  readonly Port: number;
  /**
   * The server to ask.
   *
   * Matches ^[a-z0-9.-]+$
   */
  readonly Server: string;
};

/** The parameter set Identity, which is the default. */
type IdentitySet = ParameterSet<Takes, never, 'Identity' | 'Direction'>;

/** The parameter set Server. */
type ServerSet = ParameterSet<Takes, 'Server', 'Direction' | 'Port'>;

type Given = IdentitySet | ServerSet;

/** The parameters of Get-ContosoConnector. */
export type GetContosoConnectorParameters = CommonParameters & OneOf<Given>;

/** What Get-ContosoConnector declares to write. */
export type GetContosoConnectorOutput = string;

/**
 * Gets the connectors of a server.
 *
 * Connectors say where mail goes. By default those of this server are read.
 *
 * Names can have wildcards: &#96;*&#96; stands for any text. Not a comment's end: *\/
 *
 * Get-ContosoConnector, of Contoso.Mail.
 * @throws {PwshError} what callCommand throws
 * @see https://contoso.example/connectors
 * @example
 * ```powershell
 * Get-ContosoConnector -Identity 'To *'
 * ```
 *
 * Gets those whose name begins with "To ".
 * @example
 * ```powershell
 * \@('To us', 'To them') | Get-ContosoConnector
 * ```
 */
export function getContosoConnector<T = GetContosoConnectorOutput>(
  on: Invoker,
  parameters?: GetContosoConnectorParameters,
  options?: InvokeOptions<T>,
): Promise<InvokeResult<T>> {
  return callCommand(on, 'Get-ContosoConnector', parameters, options);
}
