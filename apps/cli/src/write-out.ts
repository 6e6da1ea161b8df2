import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { CliError } from './cli-error.ts';
import type { OutputOptions } from './options.ts';
import { systemError } from './system-error.ts';
import { sayIn } from './wording/say.ts';

/**
 * Writes a result to a file.
 *
 * @throws CliError `unwritable`
 */
export async function writeOut(path: string, text: string, { lang }: OutputOptions): Promise<void> {
  try {
    const place = await stat(path).catch(() => null);
    // A pipe or a device such as /dev/null is written into: moving a file there would put it in the device's place.
    if (place && !place.isFile()) await writeFile(path, text);
    else await replaceFile(place ? await realpath(path) : path, text);
  } catch (cause) {
    const message = sayIn(lang)('error.unwritable', { path, detail: systemError(cause) });
    throw new CliError('unwritable', message, { cause });
  }
}

/** Written beside its place and moved there, so that whoever reads the file never sees half of it. */
async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
