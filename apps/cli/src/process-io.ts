import type { Io } from './io.ts';

/** The running process. */
export const processIo: Io = {
  stdin: { [Symbol.asyncIterator]: readStandardInput },
  // Opened only by those who ask.
  get keyboard() {
    return process.stdin.isTTY ? process.stdin : undefined;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  platform: process.platform,
};

/** Node takes a folder for an empty file, and what cannot be read should not look empty. */
async function* readStandardInput(): AsyncGenerator<Uint8Array> {
  if (await isFolder(0)) throw Object.assign(new Error('standard input is a folder'), { code: 'EISDIR' });
  yield* process.stdin;
}

async function isFolder(descriptor: number): Promise<boolean> {
  const { fstatSync } = await import('node:fs');
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    // Not every system can tell it of every input.
    return false;
  }
}
