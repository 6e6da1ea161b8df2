import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { moveOnto } from './move-onto.ts';

/**
 * Writes a file beside its place and moves it there, so that whoever reads it never sees half of it.
 *
 * @throws what the system says
 */
export async function replaceFile(path: string, data: string | Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(beside, data, { flag: 'wx' });
    await moveOnto(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
