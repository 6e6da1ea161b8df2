import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { bytesOf, type OutputFile } from '../src/output-file.ts';

/** Writes generated files into a new folder, which goes when the test ends. */
export async function written(files: readonly OutputFile[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'generated-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeTo(folder, files);
  return folder;
}

export async function writeTo(folder: string, files: readonly OutputFile[]): Promise<void> {
  for (const file of files) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytesOf(file));
  }
}
