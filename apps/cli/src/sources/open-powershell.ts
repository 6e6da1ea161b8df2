import { openSession, type PwshError, type Session } from '@mailtls/pwsh-bridge';
import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../commands/command.ts';
import type { Io } from '../io.ts';
import type { SayingId } from '../wording/en.ts';
import type { Say } from '../wording/say.ts';
import { saying } from '../wording/saying.ts';

/** Milliseconds that a machine may take for one call: the registry answers in one, and nothing may hang for ever. */
const CALL_TIMEOUT = 60_000;

/** What else to do where there is no PowerShell: it depends on the command. */
export type WithoutPowerShell = Extract<SayingId, `powershell.${string}`>;

/**
 * Begins to start this machine's PowerShell: the one that MAILTLS_PWSH names, else that of Windows.
 *
 * @param signal gives up starting.
 * @returns `undefined` where there is none to start.
 */
export function beginPowerShell(
  { env, platform }: Pick<Io, 'env' | 'platform'>,
  signal?: AbortSignal,
): Promise<Session> | undefined {
  const executable = env['MAILTLS_PWSH'];
  if (!executable && platform !== 'win32') return undefined;
  return openSession({ timeout: CALL_TIMEOUT, ...(executable && { executable }), ...(signal && { signal }) });
}

/**
 * Opens a session on this machine, unless one was begun before.
 *
 * @throws CliError `no-powershell` where there is none to ask.
 * @throws PwshError where there is one, and it does not start.
 */
export async function openPowerShell(
  { io, say, begun = beginPowerShell(io) }: CommandContext,
  otherwise: WithoutPowerShell,
): Promise<Session> {
  if (begun === undefined) {
    throw new CliError('no-powershell', say('error.no-powershell', { advice: saying(otherwise) }));
  }
  return begun;
}

/** A failure of PowerShell, in the user's language. What PowerShell itself said of it is in that of Windows. */
export function wordPwshError(error: PwshError, say: Say): string {
  return say(`pwsh.${error.reason}`, { detail: error.shortMessage });
}
