import { PwshError, type Session } from '@mailtls/pwsh-bridge';
import { type Failure, inertText, type Result, toText } from '@mailtls/report';
import { CliError } from '../cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { FixRequest } from '../operations/fix-machine.ts';
import type { Refusal, Written } from '../operations/written.ts';
import type { QuietOptions } from '../options.ts';
import { printResult } from '../output.ts';
import { product } from '../product.ts';
import { askYes, canAsk } from '../prompt.ts';
import { openPowerShell } from '../sources/open-powershell.ts';
import { noRegistry, toFailure } from '../sources/this-machine.ts';
import { systemError } from '../system-error.ts';
import type { Say } from '../wording/say.ts';
import type { CommandContext } from './command.ts';

/** What `fix` and `undo` have in common. */
export interface WriteOptions extends QuietOptions {
  readonly yes: boolean;
}

/** What a command that writes does with a session: see `fixMachine` and `undoFix`. */
export type Write = (session: Session, confirm: Confirm) => Promise<Written | null>;

type Confirm = FixRequest['confirm'];

/**
 * Runs a command that writes to this machine: asks, prints what came of it, and says on standard error why something was not
 * written.
 *
 * @throws CliError `usage` where nobody can be asked, `no-powershell`, `unwritable` for the journal.
 */
export async function writeLive(
  options: WriteOptions,
  context: CommandContext,
  what: 'fix' | 'undo',
  write: Write,
): Promise<ExitCode> {
  const { io, say } = context;
  if (!options.yes && !canAsk(io)) throw new CliError('usage', say(`nobody-to-ask.${what}`));
  const confirm: Confirm = async (plan, cutOff) => {
    if (cutOff && (!options.yes || (io.stderr.isTTY && !options.quiet))) {
      io.stderr.write(`${inertText(say('notice.cut-off', { journal: cutOff.path }))}\n`);
    }
    if (options.yes) return true;
    const color = options.color && !io.env['NO_COLOR'];
    io.stderr.write(toText({ ...product, plan }, { language: options.lang, color, columns: io.stderr.columns ?? 80 }));
    return askYes(say(`prompt.${what}`), io);
  };
  const written = await perform(context, (session) => write(session, confirm));
  const refusals = 'failure' in written ? [] : refusalsOf(written, say);
  await printResult({ ...written.result, ...(refusals.length > 0 && { refusals }) }, options, io).catch(
    (error: unknown) => {
      const { applied, journal } = written.result;
      // What was written is not to be lost with the report of it.
      if (applied && journal) io.stderr.write(`mailtls: ${inertText(say('notice.written-down', { journal }))}\n`);
      throw error;
    },
  );
  if ('failure' in written) return exitCodes.couldNotLook;
  for (const { message } of refusals) io.stderr.write(`mailtls: ${inertText(message)}\n`);
  return refusals.length > 0 ? exitCodes.writeFailed : exitCodes.ok;
}

function refusalsOf({ machine, result, refusal }: Written, say: Say): readonly Failure[] {
  return refusal === null ? [] : [{ name: machine, reason: refusal, message: refusalText(refusal, result, say) }];
}

function refusalText(refusal: Refusal, { applied, journal = '' }: Result, say: Say): string {
  if (refusal === 'write-failed') return say('refused.write-failed', { journal });
  const why = say(`refused.${refusal}`);
  return say(applied === undefined ? 'refused.nothing-written' : 'refused.nothing-more', { why });
}

async function perform(
  context: CommandContext,
  write: (session: Session) => Promise<Written | null>,
): Promise<Written | { readonly result: Result; readonly failure: Failure }> {
  const { say } = context;
  try {
    await using session = await openPowerShell(context, 'powershell.or-server');
    return (await write(session)) ?? unseen(noRegistry(say));
  } catch (error) {
    if (error instanceof PwshError) return unseen(toFailure(error, say));
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    // All files that are written here are journals.
    const { path = '' } = error as NodeJS.ErrnoException;
    const worded = say('error.journal-unwritable', { path, detail: systemError(error) });
    throw new CliError('unwritable', worded, { cause: error });
  }
}

function unseen(failure: Failure): { readonly result: Result; readonly failure: Failure } {
  return { result: { ...product, machines: { machines: [], failures: [failure] } }, failure };
}
