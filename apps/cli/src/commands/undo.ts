import { inertText } from '@mailtls/report';
import { type JournalFolder, journalProblem, readJournal, type StoredJournal } from '../apply/journal-folder.ts';
import { CliError } from '../cli-error.ts';
import { undoFix } from '../operations/undo-fix.ts';
import { type JournalOption, withJournalOption, withQuietOptions } from '../options.ts';
import { openJournals } from '../sources/this-machine.ts';
import type { Say } from '../wording/say.ts';
import type { Command, CommandContext } from './command.ts';
import { type WriteOptions, writeLive } from './write-live.ts';

interface UndoOptions extends WriteOptions, JournalOption {
  readonly file: string | undefined;
  readonly force: boolean;
}

export const undo: Command<UndoOptions> = {
  options: (yargs, say) =>
    withJournalOption(withQuietOptions(yargs, say), say)
      .positional('file', { type: 'string', describe: say('argument.journal') })
      .option('yes', { type: 'boolean', default: false, describe: say('option.yes-undo') })
      .option('force', { type: 'boolean', default: false, describe: say('option.force') }),
  async run(options, context) {
    const { file, force } = options;
    const journal = file === undefined ? undefined : await openJournal(file, context.say);
    return writeLive(options, context, 'undo', async (session, confirm) => {
      const journals = await openJournals(session, options, context);
      const written = await undoFix({
        session,
        journals,
        say: context.say,
        force,
        confirm,
        ...(journal && { journal }),
      });
      if (written?.result.journal === undefined) sayNothingToUndo(options, context, journals);
      return written;
    });
  },
};

function sayNothingToUndo({ quiet }: UndoOptions, { io, say }: CommandContext, { path }: JournalFolder): void {
  if (io.stderr.isTTY && !quiet) io.stderr.write(`${say('notice.nothing-to-undo', { folder: inertText(path) })}\n`);
}

async function openJournal(path: string, say: Say): Promise<StoredJournal> {
  try {
    return await readJournal(path);
  } catch (cause) {
    throw new CliError('unreadable', say('error.journal-unreadable', { path, detail: journalProblem(cause) }), {
      cause,
    });
  }
}
