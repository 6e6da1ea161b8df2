import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf, type OutputFile } from '@mailtls/module-generator';
import { isInside, passesLink } from './inside.ts';
import { hashOf, MANIFEST, type Manifest, manifestOf, parseManifest } from './manifest.ts';

/**
 * How a file stands to what is generated.
 * - `current` – it is what is generated.
 * - `missing` – it is not there.
 * - `stale` – it was generated before, and not changed since.
 * - `left-over` – it was generated before, not changed since, and is not generated any more.
 * - `foreign` – someone else made or changed it.
 * - `blocked` – something else than a file is in its place, or its path leads out of the folder, itself or by a link.
 */
export type FileState = 'current' | 'missing' | 'stale' | 'left-over' | 'foreign' | 'blocked';

/** A file in a generated folder. */
export interface ComparedFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly state: FileState;
}

/** What belongs into a folder. */
export interface FolderContent {
  /** What it is generated as, such as `reg`: a folder belongs to one target. */
  readonly target: string;
  readonly files: readonly OutputFile[];
  /** Files that are written where there is nothing yet, and are their maintainer's from then on. */
  readonly frame?: readonly OutputFile[];
}

/** A folder, compared with what belongs into it. */
export interface Comparison {
  readonly files: readonly ComparedFile[];
  /** What is to be written, by path; the manifest comes last. */
  readonly wanted: ReadonlyMap<string, Uint8Array>;
  /** The target that the folder says it was generated as; `null` where it says nothing. */
  readonly target: string | null;
}

/**
 * Compares a folder with what belongs into it. Reads only.
 *
 * @throws what reading the folder throws.
 */
export async function compareFolder(folder: string, { target, files, frame = [] }: FolderContent): Promise<Comparison> {
  const generated = new Map(files.map((file) => [file.path, bytesOf(file)]));
  const framing = new Map(frame.map((file) => [file.path, bytesOf(file)]));
  const manifest = new TextEncoder().encode(`${JSON.stringify(manifestOf(target, generated), null, 2)}\n`);
  const wanted = new Map([...framing, ...generated, [MANIFEST, manifest]]);
  const before = await readManifest(folder);
  const states: ComparedFile[] = [];
  for (const [path, bytes] of wanted) {
    const state = stateOf(path, bytes, await readPlain(folder, path), before);
    states.push({ path, state: framing.has(path) && ['stale', 'foreign'].includes(state) ? 'current' : state });
  }
  for (const [path, hash] of Object.entries(before?.files ?? {})) {
    const there = wanted.has(path) ? 'absent' : await readPlain(folder, path);
    if (there instanceof Uint8Array && hashOf(there) === hash) states.push({ path, state: 'left-over' });
  }
  return { files: states, wanted, target: before?.target ?? null };
}

type Found = Uint8Array | 'absent' | 'blocked';

function stateOf(path: string, wanted: Uint8Array, there: Found, before: Manifest | null): FileState {
  if (there === 'absent') return 'missing';
  if (there === 'blocked') return 'blocked';
  const hash = hashOf(there);
  if (hash === hashOf(wanted)) return 'current';
  const wasGenerated = path === MANIFEST ? before !== null : before?.files[path] === hash;
  return wasGenerated ? 'stale' : 'foreign';
}

async function readManifest(folder: string): Promise<Manifest | null> {
  const there = await readPlain(folder, MANIFEST);
  return there instanceof Uint8Array ? parseManifest(new TextDecoder().decode(there)) : null;
}

async function readPlain(folder: string, path: string): Promise<Found> {
  if (!isInside(path) || (await passesLink(folder, path))) return 'blocked';
  const file = join(folder, path);
  try {
    return (await lstat(file)).isFile() ? await readFile(file) : 'blocked';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 'absent';
    if (code === 'ENOTDIR') return 'blocked';
    throw error;
  }
}
