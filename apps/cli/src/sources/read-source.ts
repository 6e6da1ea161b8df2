import { type FileHandle, open } from 'node:fs/promises';
import { systemError } from '../system-error.ts';
import { type Saying, saying } from '../wording/saying.ts';
import { decodeText } from './decode-text.ts';
import type { parseRegFile } from './reg-file/parse-reg-file.ts';
import { regHeaders } from './reg-file/reg-headers.ts';
import { SourceError } from './source-error.ts';
import type { SourceReading } from './source-reading.ts';

/** The largest source that is read, in bytes: a string of JavaScript holds no more than this in one-byte characters. */
const LARGEST_SOURCE = 512_000_000;

/** How much of a file tells what it is, in bytes. */
const HEAD = 4096;

/** How much is read at once, in bytes. */
const CHUNK = 2 ** 20;

/** How each form begins, blanks aside, and what reads it: loaded when it is met, as most sources are of one form. */
const FORMS: readonly { readonly starts: readonly string[]; readonly load: () => Promise<typeof parseRegFile> }[] = [
  { starts: Object.values(regHeaders), load: async () => (await import('./reg-file/parse-reg-file.ts')).parseRegFile },
  { starts: ['<Objs'], load: async () => (await import('./health-checker.ts')).parseHealthChecker },
  { starts: ['{'], load: async () => (await import('./snapshot-file.ts')).parseSnapshot },
];

/** Files that are near to what is read, with what to give in their place. */
const NEIGHBOURS: readonly { readonly starts: string; readonly advice: Saying }[] = [
  { starts: 'regf', advice: saying('source.hive') },
  { starts: '<html', advice: saying('source.page') },
  { starts: '<!doctype', advice: saying('source.page') },
];

/**
 * Reads a registry source: a `.reg` export, HealthChecker's XML or a snapshot of mailtls, told apart by what is in it and not
 * by its name.
 *
 * @throws SourceError of any reason.
 */
export async function readSource(path: string): Promise<SourceReading> {
  return parseSource(await bytesOf(path), path);
}

/**
 * Reads a registry source that is in memory.
 *
 * @param path the file's name for messages.
 * @throws SourceError of any reason but `unreadable`.
 */
export async function parseSource(bytes: Uint8Array, path: string): Promise<SourceReading> {
  if (bytes.length > LARGEST_SOURCE) throw tooLarge(path);
  const parse = await formOf(bytes, path).load();
  return parse(bytes, path);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    return await bytesIn(file, path);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError('unreadable', whyUnreadable(path, systemError(cause)), { cause });
  } finally {
    await file?.close();
  }
}

/** Its size is not asked, as a pipe has none; a stream would do the same, and cost more than reading. */
async function bytesIn(file: FileHandle, path: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for (let size = 0; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(CHUNK));
    if (bytesRead === 0) return Buffer.concat(chunks);
    const chunk = buffer.subarray(0, bytesRead);
    // A file of another kind is refused by its beginning, however large it is.
    if (size === 0 && bytesRead >= HEAD) formOf(chunk, path);
    size += bytesRead;
    if (size > LARGEST_SOURCE) throw tooLarge(path);
    chunks.push(chunk);
  }
}

function whyUnreadable(path: string, detail: Saying): Saying {
  return detail.id === 'system.EISDIR'
    ? saying('source.folder', { path })
    : saying('error.unreadable', { path, detail });
}

function formOf(bytes: Uint8Array, path: string): (typeof FORMS)[number] {
  const head = decodeText(bytes.subarray(0, HEAD)).text.trimStart();
  if (head === '') throw new SourceError('empty', saying('source.empty', { path }));
  const form = FORMS.find(({ starts }) => starts.some((start) => head.startsWith(start)));
  if (form) return form;
  const neighbour = NEIGHBOURS.find(({ starts }) => head.toLowerCase().startsWith(starts));
  const advice = neighbour?.advice ?? saying('source.advice');
  throw new SourceError('not-recognised', saying('source.not-recognised', { path, advice }));
}

function tooLarge(path: string): SourceError {
  return new SourceError('too-large', saying('source.too-large', { path, bytes: LARGEST_SOURCE }));
}
