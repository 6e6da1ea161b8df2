import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Invoker } from '@mailtls/pwsh-bridge';
import { CliError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { SourceError } from '../sources/source-error.ts';
import { systemError } from '../system-error.ts';
import type { Say } from '../wording/say.ts';
import { type Saying, saying } from '../wording/saying.ts';
import { type Journal, parseJournal, writeJournal } from './journal.ts';
import { protectionOf } from './protected-folder.ts';
import { replaceDurably } from './replace-durably.ts';

/** A journal with the file that it is in. */
export interface StoredJournal {
  readonly path: string;
  readonly journal: Journal;
}

/** The journals of one machine. */
export interface MachineJournals {
  /** The oldest first. */
  readonly journals: readonly StoredJournal[];
  /** Files that should be journals and are none, with what is wrong with them. */
  readonly broken: readonly { readonly path: string; readonly what: Saying }[];
}

/** What the files of journals are called, by the time of their start: they sort by age. */
const JOURNAL_NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d{3}Z)-[0-9a-f]{6}\.json$/;

/**
 * The folder that journals lie in unless another one is named: `%ProgramData%\mailtls\journal`, elsewhere
 * `mailtls/journal` under `$XDG_STATE_HOME`.
 */
export function defaultJournalFolder({ env, platform }: Pick<Io, 'env' | 'platform'>): string {
  if (platform === 'win32') return win32.join(env['ProgramData'] ?? 'C:\\ProgramData', 'mailtls', 'journal');
  const state = env['XDG_STATE_HOME'];
  // The specification has it absolute, and to be passed over otherwise.
  const base = state && posix.isAbsolute(state) ? state : posix.join(homedir(), '.local', 'state');
  return posix.join(base, 'mailtls', 'journal');
}

/**
 * Opens the folder that journals lie in unless another one is named, for a run that writes. On Windows, where every user can
 * make that folder first, it is made so that administrators alone write to it.
 *
 * @param on a session on this machine, whatever machine is repaired.
 * @throws CliError `untrusted` where someone else can have put journals there, at once or before the first is made; PwshError.
 */
export async function openDefaultJournals(
  on: Invoker,
  io: Pick<Io, 'env' | 'platform'>,
  say: Say,
): Promise<JournalFolder> {
  const path = defaultJournalFolder(io);
  if (io.platform !== 'win32') return new JournalFolder(path);
  const own = win32.dirname(path);
  const trust = async (isMade: boolean): Promise<void> => {
    if ((await protectionOf(on, own, { isMade })) !== 'open') return;
    throw new CliError('untrusted', say('error.journals-untrusted', { path: own }));
  };
  await trust(false);
  return new JournalFolder(path, () => trust(true));
}

/** The journals of all machines that were repaired from here, a folder for each. */
export class JournalFolder {
  readonly path: string;
  readonly #prepare: () => Promise<void>;

  /** @param prepare is waited for before a journal is made, such as to make the folder itself in another way than others are. */
  constructor(path: string, prepare: () => Promise<void> = async () => {}) {
    this.path = path;
    this.#prepare = prepare;
  }

  /** Reads the journals of a machine. What cannot be read, the folder itself included, does not spoil the rest. */
  async of(machine: string): Promise<MachineJournals> {
    const folder = this.#folderOf(machine);
    const journals: StoredJournal[] = [];
    const broken: { path: string; what: Saying }[] = [];
    const names = await journalsIn(folder).catch((error: unknown) => {
      broken.push({ path: folder, what: systemError(error) });
      return [];
    });
    for (const name of names) {
      const path = join(folder, name);
      try {
        const stored = await readJournal(path);
        // Two machines can have one folder, as not every name can be that of a folder.
        if (stored.journal.machine.toUpperCase() === machine.toUpperCase()) journals.push(stored);
      } catch (error) {
        broken.push({ path, what: journalProblem(error) });
      }
    }
    return { journals, broken };
  }

  /**
   * Writes down a repair before its first write, and beside it a `.reg` file that puts back what was there.
   *
   * @returns once both are on the disk.
   */
  async create(journal: Journal, backup: Uint8Array): Promise<StoredJournal> {
    const folder = this.#folderOf(journal.machine);
    await this.#prepare();
    // Whoever can write into a journal can have values written by an administrator who undoes it.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const time = timeAfter(await journalsIn(folder), journal.startedAt);
    const stem = `${time.replace(/[-:]/g, '')}-${randomBytes(3).toString('hex')}`;
    await replaceDurably(join(folder, `${stem}.reg`), backup);
    const path = join(folder, `${stem}.json`);
    await replaceDurably(path, writeJournal(journal));
    return { path, journal };
  }

  #folderOf(machine: string): string {
    return join(this.path, folderName(machine));
  }
}

/**
 * Reads one journal.
 *
 * @throws SourceError `malformed`; SyntaxError where it is no JSON; what opening a file throws.
 */
export async function readJournal(path: string): Promise<StoredJournal> {
  return { path, journal: parseJournal(await readFile(path, 'utf8')) };
}

/** What is wrong with a journal that `readJournal` could not read. */
export function journalProblem(error: unknown): Saying {
  if (error instanceof SourceError) return error.saying;
  return error instanceof SyntaxError ? saying('snapshot.not-json') : systemError(error);
}

/** Whether a journal is what was read of it: another writer may have gone on with it meanwhile. */
export async function isUnchanged({ path, journal }: StoredJournal): Promise<boolean> {
  return isDeepStrictEqual((await readJournal(path)).journal, journal);
}

/** Writes a changed journal in the place of the old one. Settled once it is on the disk. */
export async function updateJournal(stored: StoredJournal, change: Partial<Journal>): Promise<StoredJournal> {
  const journal = { ...stored.journal, ...change };
  await replaceDurably(stored.path, writeJournal(journal));
  return { path: stored.path, journal };
}

/** A machine's name as that of one folder: its name comes from the machine, and could be `..`. */
function folderName(machine: string): string {
  const name = machine.toUpperCase().replace(/[^A-Z0-9._-]/g, '_');
  return /^\.*$/.test(name) ? '_' : name;
}

/** A time that sorts behind the names that there are, also where the clock was put back since: undoing begins with the newest. */
function timeAfter(names: readonly string[], time: string): string {
  const newest = Date.parse(names.at(-1)?.replace(JOURNAL_NAME, '$1-$2-$3T$4:$5:$6') ?? '');
  return newest >= Date.parse(time) ? new Date(newest + 1).toISOString() : time;
}

/** The names of journals in a folder, the oldest first. */
async function journalsIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => JOURNAL_NAME.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
