// Generated from Send-ContosoMessage. What is changed here is lost.
import type { PlainInput } from '@mailtls/clixml';
import {
  type CommonParameters,
  type Credential,
  callCommand,
  type InvokeOptions,
  type InvokeResult,
  type Invoker,
  type ParameterSet,
  type Piped,
  type ScriptBlock,
} from '@mailtls/pwsh-bridge';
import type { FileInfo } from './dotnet/file-info.ts';

/** What each parameter takes. */
type Takes = {
  readonly Attachment: Uint8Array;
  readonly Body: PlainInput;
  readonly Credential: Credential;
  readonly OnSent: ScriptBlock | readonly ScriptBlock[];
  readonly To: string | Piped<string>;
};

type Given = ParameterSet<Takes, 'To' | 'Credential', 'OnSent' | 'Attachment' | 'Body'>;

/** The parameters of Send-ContosoMessage. */
export type SendContosoMessageParameters = CommonParameters & Given;

/** What Send-ContosoMessage declares to write. */
export type SendContosoMessageOutput = FileInfo | number;

/**
 * Sends a message.
 *
 * Send-ContosoMessage, of Contoso.Mail.
 * @throws {PwshError} what callCommand throws
 */
export function sendContosoMessage<T = SendContosoMessageOutput>(
  on: Invoker,
  parameters: SendContosoMessageParameters,
  options?: InvokeOptions<T>,
): Promise<InvokeResult<T>> {
  return callCommand(on, 'Send-ContosoMessage', parameters, options);
}
