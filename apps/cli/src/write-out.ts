import { realpath, stat, writeFile } from 'node:fs/promises';
import { CliError } from './cli-error.ts';
import type { OutputOptions } from './options.ts';
import { replaceFile } from './replace-file.ts';
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
