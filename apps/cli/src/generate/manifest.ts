import { createHash } from 'node:crypto';
import { isInside } from './inside.ts';

/** The file in a generated folder that says what was generated: by it, what is stale is told from what is someone else's. */
export const MANIFEST = 'mailtls-generated.json';

/** What a folder was generated from, in a form that is the same for the same output. */
export interface Manifest {
  readonly format: 'mailtls-generated';
  readonly version: 1;
  readonly target: string;
  /** By the path of each file its SHA-256, with `\n` for `\r\n`: version control may have changed one into the other. */
  readonly files: Readonly<Record<string, string>>;
}

/** The manifest of files that are about to be written. */
export function manifestOf(target: string, files: ReadonlyMap<string, Uint8Array>): Manifest {
  const hashes = [...files].map(([path, bytes]) => [path, hashOf(bytes)] as const);
  return { format: 'mailtls-generated', version: 1, target, files: Object.fromEntries(hashes.sort(byPath)) };
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

/** Reads a manifest; `null` where the text is none. Paths that lead out of the folder are not taken from it. */
export function parseManifest(text: string): Manifest | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isManifest(read)) return null;
  const files = Object.entries(read.files).filter(([path, hash]) => isInside(path) && typeof hash === 'string');
  return { ...read, files: Object.fromEntries(files) };
}

function isManifest(read: unknown): read is Manifest {
  if (typeof read !== 'object' || read === null) return false;
  const { format, version, target, files } = read as Partial<Manifest>;
  return (
    format === 'mailtls-generated' &&
    version === 1 &&
    typeof target === 'string' &&
    typeof files === 'object' &&
    files !== null
  );
}

/** The hash by which a file is known again, whatever line ends it was given. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(withLineFeeds(bytes)).digest('hex');
}

const [CR, LF] = [0x0d, 0x0a];

/** Without the carriage returns before line feeds. In UTF-16 there are none: a zero byte stands between. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, i) => byte !== CR || bytes[i + 1] !== LF);
}
