import { hostname } from 'node:os';
import { type Profile, rulesOf } from '@mailtls/core';
import { type Invoker, PwshError } from '@mailtls/pwsh-bridge';
import type { Failure } from '@mailtls/report';
import { defaultJournalFolder, JournalFolder, openDefaultJournals } from '../apply/journal-folder.ts';
import type { CommandContext } from '../commands/command.ts';
import type { JournalOption } from '../options.ts';
import type { Say } from '../wording/say.ts';
import { readLiveMachine } from './live-machine.ts';
import type { FoundMachines } from './machine-sources.ts';
import { openPowerShell, type WithoutPowerShell, wordPwshError } from './open-powershell.ts';

/**
 * The folder of journals that the options name, or the one that there is by default, for a run that writes.
 *
 * @throws as `openDefaultJournals`.
 */
export async function openJournals(
  on: Invoker,
  { journal }: JournalOption,
  { io, say }: CommandContext,
): Promise<JournalFolder> {
  return journal === undefined ? openDefaultJournals(on, io, say) : new JournalFolder(journal);
}

/**
 * Reads the machine that this runs on.
 *
 * @throws CliError `no-powershell`
 */
export async function readThisMachine(
  { profile, journal }: JournalOption & { readonly profile: Profile },
  context: CommandContext,
  otherwise: WithoutPowerShell = 'powershell.or-from',
): Promise<FoundMachines> {
  try {
    const session = await openPowerShell(context, otherwise);
    const journals = new JournalFolder(journal ?? defaultJournalFolder(context.io));
    const machine = await readLiveMachine(session, rulesOf(profile), journals, context.say).finally(() => {
      // PowerShell ends while the result is made and printed. Node waits for it.
      void session.close();
    });
    return machine ? { machines: [machine], failures: [] } : { machines: [], failures: [noRegistry(context.say)] };
  } catch (error) {
    if (!(error instanceof PwshError)) throw error;
    return { machines: [], failures: [toFailure(error, context.say)] };
  }
}

/** This machine as one that could not be looked at. */
export function toFailure(error: PwshError, say: Say): Failure {
  return { name: hostname(), reason: error.reason, message: wordPwshError(error, say) };
}

/** This machine as one that is no Windows. */
export function noRegistry(say: Say): Failure {
  return { name: hostname(), reason: 'no-registry', message: say('error.no-registry') };
}
