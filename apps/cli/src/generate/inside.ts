import { lstat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a path with `/` stays in the folder that it is relative to, on every system. */
export function isInside(path: string): boolean {
  return path.split('/').every((part) => !/^(?:\.{0,2}|.*[\\:\0].*)$/s.test(part));
}

/** Whether a folder on the way from `folder` to the file is a link, which leads somewhere else. */
export async function passesLink(folder: string, path: string): Promise<boolean> {
  const parts = path.split('/').slice(0, -1);
  for (let i = 1; i <= parts.length; i++) {
    const place = await lstat(join(folder, ...parts.slice(0, i))).catch(() => null);
    if (place?.isSymbolicLink()) return true;
  }
  return false;
}
