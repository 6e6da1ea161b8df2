// Generated from Clear-ContosoQueue. What is changed here is lost.
import type { PlainValue } from '@mailtls/clixml';
import { callCommand, type InvokeOptions, type InvokeResult, type Invoker } from '@mailtls/pwsh-bridge';

/** The parameters of Clear-ContosoQueue. */
export type ClearContosoQueueParameters = Readonly<Record<string, never>>;

/**
 * Clear-ContosoQueue, of Contoso.Mail.
 * @throws {PwshError} what callCommand throws
 */
export function clearContosoQueue<T = PlainValue>(
  on: Invoker,
  parameters?: ClearContosoQueueParameters,
  options?: InvokeOptions<T>,
): Promise<InvokeResult<T>> {
  return callCommand(on, 'Clear-ContosoQueue', parameters, options);
}
