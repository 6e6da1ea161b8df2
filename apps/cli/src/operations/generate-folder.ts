import { mkdir, opendir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ComparedFile, compareFolder, type FolderContent } from '../generate/compare-folder.ts';
import { replaceFile } from '../replace-file.ts';

/** What is generated, and where. */
export interface GenerateRequest extends FolderContent {
  readonly folder: string;
  /** Compares only. */
  readonly check?: boolean;
  /** Whether files are overwritten that someone else made or changed, or that belong to another target. */
  readonly force?: boolean;
}

/** A folder after generating, or after looking. */
export interface Generated {
  /** Each file with the state in which it was found. */
  readonly files: readonly ComparedFile[];
  /** Why nothing was written: files are someone else's or out of reach, or the folder is that of another target. */
  readonly refusal: 'files' | 'target' | null;
  /** The target that the folder belonged to, if any. */
  readonly target: string | null;
}

/**
 * Brings a folder to what belongs into it: writes what is missing or stale, takes away what is left over, and touches nothing
 * else. Where a file is someone else's nothing at all is written, unless that is forced; what lies behind a link never is.
 *
 * @throws what reading or writing the folder throws.
 */
export async function generateFolder(request: GenerateRequest): Promise<Generated> {
  const { folder, check = false, force = false } = request;
  await refuseFile(folder);
  const { files, wanted, target } = await compareFolder(folder, request);
  const isRefused = ({ state }: ComparedFile): boolean => state === 'blocked' || (state === 'foreign' && !force);
  const refusal =
    target !== null && target !== request.target && !force ? 'target' : files.some(isRefused) ? 'files' : null;
  if (check || refusal !== null) return { files, refusal: check ? null : refusal, target };
  for (const { path, state } of files) {
    const file = join(folder, path);
    if (state === 'left-over') await rm(file);
    else if (state !== 'current') {
      await mkdir(dirname(file), { recursive: true });
      await replaceFile(file, wanted.get(path) ?? '');
    }
  }
  return { files, refusal, target };
}

/** What is in the place of the folder is not someone's file in it, which could be moved or overwritten. */
async function refuseFile(folder: string): Promise<void> {
  try {
    await (await opendir(folder)).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
