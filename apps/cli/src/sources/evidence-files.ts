import { opendir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type EvidenceSource, fileSource } from '@mailtls/evidence';
import type { Failure } from '@mailtls/report';
import { type Io, STDIN } from '../io.ts';
import { systemError } from '../system-error.ts';
import type { Say } from '../wording/say.ts';

/** A file, or standard input, that evidence is read from. */
export interface EvidenceFile extends EvidenceSource {
  readonly size: number;
}

/** The files that paths name, and what could not be opened. */
export interface FoundFiles {
  readonly files: readonly EvidenceFile[];
  readonly failures: readonly Failure[];
}

/**
 * Finds the files that paths name; folders are walked, in the order of their entries' names and numbers, and only their files
 * and folders are read. What cannot be opened is a failure beside the rest.
 */
export async function findEvidence(paths: readonly string[], stdin: Io['stdin'], say: Say): Promise<FoundFiles> {
  const files: EvidenceFile[] = [];
  const failures: Failure[] = [];
  // A folder and a file in it may both be named; what is counted twice would weigh twice.
  const seen = new Set<string>();
  /** Tells how many files a path names, those too that were named before or cannot be opened. */
  const add = async (path: string): Promise<number> => {
    try {
      const found = await stat(path);
      if (!found.isDirectory()) {
        if (seen.has(resolve(path))) return 1;
        seen.add(resolve(path));
        // Only what is on a disk can be read by parts, which spares a large archive from being held in memory.
        const { file, open, openRange } = fileSource(path);
        files.push({ path, size: found.size, open, ...(found.isFile() && openRange && { file, openRange }) });
        return 1;
      }
      let count = 0;
      for (const name of await entriesOf(path)) count += await add(join(path, name));
      return count;
    } catch (error) {
      const message = say('error.unreadable', { path, detail: systemError(error) });
      failures.push({ name: path, reason: 'unreadable', message });
      return 1;
    }
  };
  for (const path of paths) {
    if (path === STDIN) files.push({ path: '-', size: 0, open: () => stdin });
    else if ((await add(path)) === 0) {
      failures.push({ name: path, reason: 'empty', message: say('error.empty-folder', { path }) });
    }
  }
  return { files, failures };
}

/** `…-2.LOG` before `…-10.LOG`: a session that goes on in the next file is joined only in order of time. */
const byNumber = new Intl.Collator('en', { numeric: true });

async function entriesOf(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const entry of await opendir(folder)) {
    // A link may lead back up, and a pipe or a socket may never end; either can be named itself.
    if (entry.isFile() || entry.isDirectory()) names.push(entry.name);
  }
  return names.toSorted(byNumber.compare);
}

/**
 * Where an Exchange server keeps its protocol logs; nothing on other systems. Only folders that are there, and of those with
 * nothing in them only where all are so: a role that logs nothing is none of the admin's doing.
 */
export async function exchangeLogFolders(env: Io['env']): Promise<readonly string[]> {
  const home = env['ExchangeInstallPath'];
  if (!home) return [];
  const logs = join(home, 'TransportRoles', 'Logs');
  const folders = ['Hub', 'FrontEnd', 'Edge', 'Mailbox', '.'].map((role) => join(logs, role, 'ProtocolLog'));
  const contents = await Promise.all(folders.map(contentOf));
  const present = folders.filter((_, i) => contents[i] !== 'missing');
  const filled = folders.filter((_, i) => contents[i] === 'files');
  return filled.length > 0 ? filled : present;
}

/** What cannot be looked into counts as filled: reading it tells why. */
async function contentOf(folder: string): Promise<'files' | 'nothing' | 'missing'> {
  try {
    for await (const entry of await opendir(folder, { recursive: true })) if (entry.isFile()) return 'files';
    return 'nothing';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'files';
  }
}
