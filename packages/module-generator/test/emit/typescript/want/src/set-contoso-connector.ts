// Generated from Set-ContosoConnector. What is changed here is lost.
import type { PlainInput } from '@mailtls/clixml';
import {
  type CommonParameters,
  callCommand,
  type InvokeOptions,
  type InvokeResult,
  type Invoker,
  type ParameterSet,
  type ShouldProcessParameters,
} from '@mailtls/pwsh-bridge';
import type { DayOfWeek } from './dotnet/day-of-week.ts';
import type { FileAttributes } from './dotnet/file-attributes.ts';

/** What each parameter takes. */
type Takes = {
  readonly Enabled: boolean;
  /** The name of the connector. */
  readonly Identity: string;
  readonly LogAttributes: FileAttributes | readonly FileAttributes[];
  readonly MaxMessageSize: number | bigint | null;
  readonly RestartOn: DayOfWeek;
  readonly Settings: ReadonlyMap<PlainInput, PlainInput>;
  /** @deprecated Connectors have no smart hosts any more. */
  readonly SmartHost: string;
  readonly Timeout: string;
  readonly Until: Date | string;
};

type Given = ParameterSet<
  Takes,
  'Identity',
  'MaxMessageSize' | 'RestartOn' | 'LogAttributes' | 'Settings' | 'Timeout' | 'Until' | 'SmartHost' | 'Enabled'
>;

/** The parameters of Set-ContosoConnector. */
export type SetContosoConnectorParameters = CommonParameters & ShouldProcessParameters & Given;

/** What Set-ContosoConnector declares to write. */
export type SetContosoConnectorOutput = boolean;

/**
 * Changes a connector.
 *
 * Set-ContosoConnector, of Contoso.Mail.
 * @throws {PwshError} what callCommand throws
 */
export function setContosoConnector<T = SetContosoConnectorOutput>(
  on: Invoker,
  parameters: SetContosoConnectorParameters,
  options?: InvokeOptions<T>,
): Promise<InvokeResult<T>> {
  return callCommand(on, 'Set-ContosoConnector', parameters, options);
}
