import { type CommandSelection, GeneratorError, readCommands, typescriptPackage } from '@mailtls/module-generator';
import { PwshError } from '@mailtls/pwsh-bridge';
import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../commands/command.ts';
import type { FolderContent } from '../generate/compare-folder.ts';
import { openPowerShell, wordPwshError } from '../sources/open-powershell.ts';

/**
 * Reads commands of this machine's PowerShell, and makes a TypeScript package of them.
 *
 * @param name the package's, as npm knows it
 * @throws CliError `no-powershell`, `unreadable` where PowerShell has no such commands, `usage` for a name that is none.
 */
export async function readTypescript(
  selection: CommandSelection,
  name: string,
  context: CommandContext,
): Promise<FolderContent> {
  const { say } = context;
  try {
    await using session = await openPowerShell(context, 'powershell.or-name');
    const { generated, frame } = typescriptPackage(await readCommands(session, selection), name);
    return { target: 'typescript', files: generated, frame };
  } catch (cause) {
    if (cause instanceof PwshError) throw new CliError('unreadable', wordPwshError(cause, say), { cause });
    if (!(cause instanceof GeneratorError)) throw cause;
    if (cause.reason === 'no-commands') throw new CliError('unreadable', say('error.no-commands'), { cause });
    throw new CliError('usage', say('error.package-name', { name }), { cause });
  }
}
