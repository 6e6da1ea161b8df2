import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { moveOnto } from '../move-onto.ts';

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
    await moveOnto(beside, path);
    await syncFolder(join(path, '..'));
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  } finally {
    await rm(beside, { force: true });
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
