// Generated from Get-ContosoVersion. What is changed here is lost.
import type { PlainValue } from '@mailtls/clixml';
import { callCommand, type InvokeOptions, type InvokeResult, type Invoker } from '@mailtls/pwsh-bridge';

/** The parameters of Get-ContosoVersion. */
export type GetContosoVersionParameters = Readonly<Record<string, never>>;

/**
 * Get-ContosoVersion, of Contoso.Mail.
 * @throws {PwshError} what callCommand throws
 */
export function getContosoVersion<T = PlainValue>(
  on: Invoker,
  parameters?: GetContosoVersionParameters,
  options?: InvokeOptions<T>,
): Promise<InvokeResult<T>> {
  return callCommand(on, 'Get-ContosoVersion', parameters, options);
}
