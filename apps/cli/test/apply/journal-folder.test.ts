import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newJournal } from '../../src/apply/journal.ts';
import { defaultJournalFolder, JournalFolder, readJournal, updateJournal } from '../../src/apply/journal-folder.ts';

let folder: JournalFolder;
beforeEach(async () => {
  folder = new JournalFolder(await mkdtemp(join(tmpdir(), 'mailtls-journal-folder-')));
});
afterEach(() => rm(folder.path, { recursive: true }));

const BACKUP = Buffer.from('backup');
const journalOf = (machine: string, time: string) =>
  newJournal(machine, 'mailflow', time, { createdKeys: [], edits: [] });

test.each([
  ['win32', { ProgramData: 'D:\\Data' }, 'D:\\Data\\mailtls\\journal'],
  ['win32', {}, 'C:\\ProgramData\\mailtls\\journal'],
  ['linux', { XDG_STATE_HOME: '/state' }, '/state/mailtls/journal'],
  ['linux', { XDG_STATE_HOME: 'relative' }, `${homedir()}/.local/state/mailtls/journal`],
  ['linux', {}, `${homedir()}/.local/state/mailtls/journal`],
])('on %s with %j it is %s', (platform, env, want) => {
  expect(defaultJournalFolder({ platform, env })).toBe(want);
});

test('a machine without journals has none', async () => {
  expect(await folder.of('EX01')).toEqual({ journals: [], broken: [] });
});

test('journals are read oldest first, whatever the case of the machine, and a broken one spoils no other', async () => {
  const earlier = await folder.create(journalOf('ex01', '2026-01-31T23:59:59.999Z'), BACKUP);
  const later = await folder.create(journalOf('EX01', '2026-02-01T00:00:00.000Z'), BACKUP);
  await folder.create(journalOf('EX02', '2026-01-01T00:00:00.000Z'), BACKUP);
  const broken = later.path.replace('20260201', '20260301');
  await writeFile(broken, '{');
  expect(await folder.of('Ex01')).toEqual({
    journals: [earlier, later],
    broken: [{ path: broken, what: { id: 'snapshot.not-json', args: {} } }],
  });
});

test('a journal of a clock that was put back is the newest all the same', async () => {
  const times = ['2026-02-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.001Z'];
  for (const time of times) await folder.create(journalOf('EX01', time), BACKUP);
  expect((await folder.of('EX01')).journals.map(({ journal }) => journal.startedAt)).toEqual(times);
});

test('the journals of another machine are not those of one whose name makes the same folder', async () => {
  await folder.create(journalOf('EX/01', '2026-02-01T00:00:00.000Z'), BACKUP);
  expect(await folder.of('EX?01')).toEqual({ journals: [], broken: [] });
});

test('a folder that cannot be read is told as what is broken', async () => {
  const { path } = await folder.create(journalOf('EX01', '2026-02-01T00:00:00.000Z'), BACKUP);
  expect(await new JournalFolder(path).of('EX01')).toEqual({
    journals: [],
    broken: [{ path: join(path, 'EX01'), what: { id: 'system.ENOTDIR', args: {} } }],
  });
});

test('a journal lies beside its backup, for its owner alone', async () => {
  const { path } = await folder.create(journalOf('EX01', '2026-02-01T00:00:00.000Z'), BACKUP);
  expect(await readFile(path.replace(/json$/, 'reg'))).toEqual(BACKUP);
  expect(await readdir(join(folder.path, 'EX01'))).toHaveLength(2);
  if (process.platform === 'win32') return;
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder.path, 'EX01'))).mode & 0o777).toBe(0o700);
});

test('a change is written in the place of what was there', async () => {
  const stored = await folder.create(journalOf('EX01', '2026-02-01T00:00:00.000Z'), BACKUP);
  const changed = await updateJournal(stored, { status: 'applied' });
  expect(changed.journal).toEqual({ ...stored.journal, status: 'applied' });
  expect(await readJournal(stored.path)).toEqual(changed);
  expect(await readdir(join(folder.path, 'EX01'))).toHaveLength(2);
});

describe('a name that comes from a machine leads nowhere else', () => {
  test.each([
    ['..', '_'],
    ['.', '_'],
    ['', '_'],
    ['../../etc', '.._.._ETC'],
    ['a\\b:c', 'A_B_C'],
    ['\u202eEX', '_EX'],
  ])('%j', async (machine, name) => {
    await folder.create(journalOf(machine, '2026-02-01T00:00:00.000Z'), BACKUP);
    expect(await readdir(folder.path)).toEqual([name]);
  });
});
