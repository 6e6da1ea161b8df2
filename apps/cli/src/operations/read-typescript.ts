import { type CommandSelection, GeneratorError, readCommands, typescriptPackage } from '@mailtls/module-generator';
import { PwshError } from '@mailtls/pwsh-bridge';
import { CliError } from '../cli-error.ts';
import type { FolderContent } from '../generate/compare-folder.ts';
import type { Io } from '../io.ts';
import { openPowerShell, wordPwshError } from '../sources/open-powershell.ts';
import type { Say } from '../wording/say.ts';

/**
 * Reads commands of this machine's PowerShell, and makes a TypeScript package of them.
 *
 * @param name the package's, as npm knows it
 * @throws CliError `no-powershell`, `unreadable` where PowerShell has no such commands, `usage` for a name that is none.
 */
export async function readTypescript(
  selection: CommandSelection,
  name: string,
  io: Pick<Io, 'env' | 'platform'>,
  say: Say,
): Promise<FolderContent> {
  try {
    await using session = await openPowerShell(io, say, 'powershell.or-name');
    const { generated, frame } = typescriptPackage(await readCommands(session, selection), name);
    return { target: 'typescript', files: generated, frame };
  } catch (cause) {
    if (cause instanceof PwshError) throw new CliError('unreadable', wordPwshError(cause, say), { cause });
    if (!(cause instanceof GeneratorError)) throw cause;
    if (cause.reason === 'no-commands') throw new CliError('unreadable', say('error.no-commands'), { cause });
    throw new CliError('usage', say('error.package-name', { name }), { cause });
  }
}
