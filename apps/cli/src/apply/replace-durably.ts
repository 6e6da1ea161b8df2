import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Writes a file beside its place, flushes it and moves it there: at no moment is there half a file, or none after there was one.
 * For its owner alone, where the system knows such files.
 *
 * @returns once it is on the disk.
 * @throws what the file system throws, always with the path of the file: what fails of an open file has none of its own.
 */
export async function replaceDurably(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await move(beside, path);
    await syncFolder(join(path, '..'));
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  } finally {
    await rm(beside, { force: true });
  }
}

/** What Windows says of a file that another program has open. */
const HELD: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** The longest wait for a file to be let go, in milliseconds: with the shorter ones before it, five seconds. */
const LONGEST_WAIT = 2560;

/** Windows moves nothing onto a file that is open, and virus scanners open whatever was just written, for a moment. */
async function move(from: string, to: string): Promise<void> {
  for (let wait = 10; ; wait *= 2) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isHeld = process.platform === 'win32' && HELD.has((error as NodeJS.ErrnoException).code);
      if (!isHeld || wait > LONGEST_WAIT) throw error;
    }
    await sleep(wait);
  }
}

/** The move itself must last too. Windows opens no folder for that, and needs it not: its file system journals names. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
