import { chmod, chown, mkdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { openSession, type Session } from '@mailtls/pwsh-bridge';
import { createPrefix, isMissing, type Prefix } from '@mailtls/testbed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { protectionOf } from '../../src/apply/protected-folder.ts';

/** Any account of this system that is not the one of the tests: Windows sees it as a stranger. */
const STRANGER = 65_534;

describe.skipIf(isMissing('windowsPwsh') || process.getuid?.() !== 0)('on Windows', () => {
  let server: Prefix;
  let session: Session;
  beforeAll(async () => {
    server = await createPrefix();
    session = await openSession({ executable: server.pwsh });
  });
  afterAll(async () => {
    await session?.close();
    await server?.stop();
  });

  const here = (name: string): string => join(server.folder, 'drive_c/ProgramData', name);
  const look = (name: string) => protectionOf(session, `C:\\ProgramData\\${name}`, { isMade: false });
  const make = (name: string) => protectionOf(session, `C:\\ProgramData\\${name}`, { isMade: true });

  test('a folder that is made is protected, and everyone else is kept out of it', async () => {
    expect(await look('made')).toBe('absent');
    expect(await make('made')).toBe('protected');
    expect((await stat(here('made'))).mode & 0o007).toBe(0);
    expect(await make('made')).toBe('protected');
    expect(await look('made')).toBe('protected');
  });

  test.each<[string, (path: string) => Promise<void>]>([
    ['one of someone else', (path) => mkdir(path).then(() => chown(path, STRANGER, STRANGER))],
    ['one that everyone may write to', (path) => mkdir(path).then(() => chmod(path, 0o777))],
    ['a link to elsewhere', (path) => symlink(server.folder, path)],
  ])('%s is open, and is not made protected by asking for it', async (name, prepare) => {
    await prepare(here(name));
    expect(await look(name)).toBe('open');
    expect(await make(name)).toBe('open');
  });
});
