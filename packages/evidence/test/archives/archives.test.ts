import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { InputSummary } from '@mailtls/core';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { type EvidenceResult, type ReadEvidenceOptions, readEvidence } from '../../src/read-evidence.ts';
import { fixture, gathered, inChunks, sourceOf } from '../sources.ts';

const name = '2010/SEND20140316-1.LOG';
const log = fixture(`logs/${name}`);
const alone = await readEvidence([sourceOf(name, log)]);

type Entries = Readonly<Record<string, Buffer | string>>;
interface ZipForm {
  readonly zip64?: boolean;
  /** Sizes come after the data, as when they are not known before. */
  readonly streamed?: boolean;
}

async function zip(entries: Entries, { zip64 = false, streamed = false }: ZipForm = {}): Promise<Buffer> {
  const file = new ZipFile();
  const options = { forceZip64Format: zip64, mtime: new Date(0) };
  for (const [entry, content] of Object.entries(entries)) {
    if (entry.endsWith('/')) file.addEmptyDirectory(entry, { mtime: new Date(0) });
    else if (streamed) {
      file.addReadStreamLazy(entry, options, (done) => {
        import('node:stream').then(({ Readable }) => done(null, Readable.from([Buffer.from(content)])));
      });
    } else file.addBuffer(Buffer.from(content), entry, options);
  }
  file.end({ forceZip64Format: zip64, comment: '' });
  return gathered(file.outputStream as AsyncIterable<Buffer>);
}

/** Names that an honest packer refuses to write. */
const climbing = (archive: Buffer): Buffer =>
  Buffer.from(archive.toString('latin1').replaceAll('zz/zz/', '../../'), 'latin1');

/** Reads an archive by parts of it, as a file, and as a stream that has to be held: both must say the same. */
async function read(path: string, content: Buffer, options?: ReadEvidenceOptions): Promise<EvidenceResult> {
  const openRange = (start: number, end: number): AsyncIterable<Uint8Array> =>
    inChunks(content.subarray(start, end), [1000]);
  const byParts = await readEvidence([{ ...sourceOf(path, content), openRange }], options);
  expect(untimed(await readEvidence([sourceOf(path, content, [777])], options))).toEqual(untimed(byParts));
  return byParts;
}

/** Without how much came out of a bomb, which depends on how far ahead zlib's thread was when it was stopped. */
function untimed({ inputs, ...rest }: EvidenceResult): unknown {
  const isBomb = ({ problems }: InputSummary): boolean => problems.some(({ reason }) => reason === 'archive-ratio');
  return { ...rest, inputs: inputs.map((input) => (isBomb(input) ? { ...input, bytes: null } : input)) };
}

const problemsOf = ({ inputs }: EvidenceResult): readonly (readonly string[])[] =>
  inputs.map(({ path, kind, problems }) => [path, kind, ...problems.map(({ reason }) => reason)]);

test('a gzip file is read as what it holds', async () => {
  const { inputs, matches, peers } = await read(`${name}.gz`, gzipSync(log));
  expect(inputs).toEqual([{ path: `${name}.gz`, kind: 'smtp-send-log', bytes: log.length, problems: [] }]);
  expect(matches).toEqual(alone.matches.map((match) => ({ ...match, path: `${name}.gz` })));
  expect(peers).toEqual(alone.peers);
});

test('a gzip file of several members is read to its end', async () => {
  const members = [log.subarray(0, 1000), log.subarray(1000, 5000), log.subarray(5000)].map((part) => gzipSync(part));
  expect((await read('x', Buffer.concat(members))).peers).toEqual(alone.peers);
});

test('a gzip file of many chunks is read as they come', async () => {
  const long = Buffer.concat([
    log,
    ...Array.from({ length: 40 }, (_, index) => Buffer.from(`#${index}`.padEnd(9999, 'x\n'))),
  ]);
  const { inputs, peers } = await read('SEND1.LOG.gz', gzipSync(long, { level: 0 }));
  expect(inputs).toMatchObject([{ bytes: long.length, problems: [{ reason: 'malformed' }] }]);
  expect(peers).toEqual(alone.peers);
});

test.for([{}, { zip64: true }, { streamed: true }] satisfies ZipForm[])(
  'a zip archive %o is read entry by entry',
  async (form) => {
    const entries = { 'logs/': '', 'logs/SEND20140316-1.LOG': log, 'empty.txt': '', 'zz/zz/evil\u001b[31m.txt': 'x' };
    const { inputs, matches, peers } = await read('logs.zip', climbing(await zip(entries, form)));
    expect(inputs.map(({ path, kind }) => [path, kind])).toEqual([
      ['logs.zip!logs/SEND20140316-1.LOG', 'smtp-send-log'],
      ['logs.zip!empty.txt', 'unknown'],
      ['logs.zip!../../evil\u001b[31m.txt', 'text'],
    ]);
    expect(matches).toMatchObject([{ path: 'logs.zip!logs/SEND20140316-1.LOG', line: 41 }]);
    expect(peers).toEqual(alone.peers);
  },
);

test('a registry export is told from a text, in an archive and in UTF-16 too', async () => {
  const [now, old] = [
    `Windows Registry Editor Version 5.00\r\n\r\n; ${log.subarray(-200).toString()}`,
    'REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\r\n',
  ];
  const entries = {
    'a.reg': Buffer.from(`\uFEFF${now}`, 'utf16le'),
    'b.txt': now,
    'c.reg': old,
    'd.txt': '> REGEDIT4',
  };
  const { inputs } = await read('exports.zip', await zip(entries));
  expect(inputs.map(({ kind, problems }) => [kind, problems[0]?.reason])).toEqual([
    ['unknown', 'registry-export'],
    ['unknown', 'registry-export'],
    ['unknown', 'registry-export'],
    ['text', 'unrecognised'],
  ]);
});

test('an archive in an archive is opened, and one in that is not', async () => {
  const inner = await zip({ 'SEND1.LOG': log });
  expect(
    (await read('outer.zip', await zip({ 'inner.zip': inner, 'SEND2.LOG.gz': gzipSync(log) }))).inputs,
  ).toMatchObject([
    { path: 'outer.zip!inner.zip!SEND1.LOG', kind: 'smtp-send-log', problems: [] },
    { path: 'outer.zip!SEND2.LOG.gz', kind: 'smtp-send-log', problems: [] },
  ]);
  expect(
    problemsOf(
      await read(
        'x.zip',
        await zip({ 'outer.zip': await zip({ 'inner.zip': inner, 'a.gz': gzipSync(log) }), 'SEND1.LOG': log }),
      ),
    ),
  ).toEqual([
    ['x.zip!outer.zip!inner.zip', 'unknown', 'archive-depth'],
    ['x.zip!outer.zip!a.gz', 'unknown', 'archive-depth'],
    ['x.zip!SEND1.LOG', 'smtp-send-log'],
  ]);
});

test('an archive without a file is empty', async () => {
  expect(problemsOf(await read('x.zip', await zip({})))).toEqual([['x.zip', 'unknown', 'empty']]);
});

test('an encrypted entry and one packed in a way of its own are told, and the others read', async () => {
  const content = await zip({ 'secret.log': log, 'odd.log': log, 'SEND1.LOG': log });
  const directory = content.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  content.writeUInt16LE(content.readUInt16LE(directory + 8) | 1, directory + 8);
  content.writeUInt16LE(99, content.indexOf(Buffer.from('PK\x01\x02', 'latin1'), directory + 1) + 10);
  const { inputs } = await read('x.zip', content);
  expect(inputs).toMatchObject([
    { path: 'x.zip!secret.log', problems: [{ reason: 'archive-encrypted' }] },
    { path: 'x.zip!odd.log', problems: [{ reason: 'archive-method', args: { method: 99 } }] },
    { path: 'x.zip!SEND1.LOG', problems: [] },
  ]);
});

test('of a broken gzip file, what came before the break is kept', async () => {
  const packed = gzipSync(Buffer.concat([log, Buffer.alloc(100_000, '#\n')]), { level: 0 });
  // How much of the last chunk comes out depends on where it begins.
  const cut = await readEvidence([sourceOf('SEND1.LOG.gz', packed.subarray(0, 90_000))]);
  expect(problemsOf(cut)).toEqual([['SEND1.LOG.gz', 'smtp-send-log', 'archive-broken']]);
  expect(cut.peers).toEqual(alone.peers);
  expect(problemsOf(await read('x.gz', Buffer.from('1f8b08ffffffff', 'hex')))).toEqual([
    ['x.gz', 'unknown', 'archive-broken', 'empty'],
  ]);
});

test('of a broken zip archive, what can be read is', async () => {
  const content = await zip({ 'SEND1.LOG': log, 'SEND2.LOG': log });
  const first = Buffer.from(content);
  first.fill(0xff, 60, 200);
  const broken = await read('x.zip', first);
  expect(broken.inputs[0]?.problems.map(({ reason }) => reason)).toContain('archive-broken');
  expect(broken.inputs[1]).toMatchObject({ path: 'x.zip!SEND2.LOG', kind: 'smtp-send-log', problems: [] });

  expect(problemsOf(await read('x.zip', content.subarray(0, content.length - 30)))).toEqual([
    ['x.zip', 'unknown', 'archive-broken'],
  ]);
  const directory = Buffer.from(content);
  directory.fill(0, directory.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')), directory.length - 22);
  expect(problemsOf(await read('x.zip', directory))).toEqual([
    ['x.zip!SEND1.LOG', 'smtp-send-log'],
    ['x.zip', 'unknown', 'archive-broken'],
  ]);
});

test('a bomb is stopped by its ratio, and what came before is kept', async () => {
  const bomb = Buffer.concat([log, Buffer.alloc(20_000_000, '#\n')]);
  for (const [path, content] of [
    ['SEND1.LOG.gz', gzipSync(bomb)],
    ['x.zip', await zip({ 'SEND1.LOG': bomb })],
  ] as const) {
    const { inputs, peers } = await read(path, content);
    expect(inputs).toMatchObject([{ kind: 'smtp-send-log', problems: [{ reason: 'archive-ratio' }] }]);
    expect(inputs[0]?.bytes).toBeLessThan(19_000_000);
    expect(peers).toEqual(alone.peers);
  }
});

test('a bomb is stopped as soon wherever it begins, and honest entries beside it are read', async () => {
  // What cannot be guessed would pay for two hundred times as much.
  const honest = Buffer.concat([log, Buffer.from(`#${randomBytes(250_000).toString('hex')}\n`)]);
  const late = Buffer.concat([honest, Buffer.alloc(40_000_000, '#\n')]);
  const { inputs } = await read('x.zip', await zip({ 'SEND1.LOG': late, 'SEND2.LOG': log }));
  expect(inputs).toMatchObject([{ problems: [{ reason: 'archive-ratio' }] }, { kind: 'smtp-send-log', problems: [] }]);
  expect(inputs[0]?.bytes).toBeLessThan(16_000_000);
  const gzipped = await read('SEND1.LOG.gz', gzipSync(late));
  expect(gzipped.inputs[0]?.bytes).toBeLessThan(16_000_000);
});

test('an archive of nothing but bombs is left alone after a few, small ones too', async () => {
  const header = log.toString().split('\n', 5).join('\n');
  const small = Buffer.concat([Buffer.from(`${header}\n`), Buffer.alloc(7_000_000, '#\n')]);
  const names = Array.from({ length: 40 }, (_, index) => `SEND${index}.LOG`);
  const result = await read('x.zip', await zip(Object.fromEntries(names.map((entry) => [entry, small]))));
  expect(problemsOf(result).at(-1)).toEqual(['x.zip', 'unknown', 'archive-ratio']);
  expect(result.inputs.length).toBeLessThan(20);
});

test('what shrinks a hundredfold is honest', async () => {
  const lines = Array.from(
    { length: 20_000 },
    (_, index) => `# ${index} one line much like any other of its kind here\n`,
  );
  const text = `${log}${lines.map((line) => line.repeat(30)).join('')}`;
  const packed = gzipSync(text, { level: 9 });
  expect(text.length / packed.length).toBeGreaterThan(100);
  expect(problemsOf(await read('x.gz', packed))).toEqual([['x.gz', 'smtp-send-log']]);
});

test('all that comes out of an archive is bounded, over its entries and the archives in it', async () => {
  const limits = { archiveBytes: log.length * 2 + 10 };
  const content = await zip({ 'SEND1.LOG': log, 'SEND2.LOG.gz': gzipSync(log), 'SEND3.LOG': log, 'SEND4.LOG': log });
  const result = await read('x.zip', content, { limits });
  expect(problemsOf(result).at(-1)).toEqual(['x.zip', 'unknown', 'archive-size']);
  expect(problemsOf(result)[0]).toEqual(['x.zip!SEND1.LOG', 'smtp-send-log']);
  expect(result.inputs.length).toBeLessThan(5);
});

test('an archive of more entries than the limit is read so far', async () => {
  const content = await zip({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' });
  expect(problemsOf(await read('x.zip', content, { limits: { archiveEntries: 2 } }))).toEqual([
    ['x.zip!a.txt', 'text', 'unrecognised'],
    ['x.zip!b.txt', 'text', 'unrecognised'],
    ['x.zip', 'unknown', 'archive-entries'],
  ]);
});

test('a zip archive that has to be held is, up to a limit; one that can be read by parts needs none', async () => {
  const content = await zip({ 'SEND1.LOG': log });
  const options = { limits: { bufferedArchiveBytes: 100 } };
  expect(problemsOf(await readEvidence([sourceOf('x.zip', content)], options))).toEqual([
    ['x.zip', 'unknown', 'archive-memory'],
  ]);
  const openRange = (start: number, end: number): AsyncIterable<Uint8Array> =>
    inChunks(content.subarray(start, end), [1000]);
  expect((await readEvidence([{ ...sourceOf('x.zip', content), openRange }], options)).peers).toEqual(alone.peers);
});

test('an archive whose source breaks is a failure of the source', async () => {
  const content = await zip({ 'SEND1.LOG': log, 'SEND2.LOG': log });
  async function* openRange(start: number, end: number): AsyncGenerator<Uint8Array> {
    if (start < 100) throw new Error('the share is gone');
    yield content.subarray(start, end);
  }
  const { failures } = await readEvidence([{ ...sourceOf('x.zip', content), openRange }]);
  expect(failures).toMatchObject([
    { path: 'x.zip', error: { reason: 'unreadable', message: 'x.zip cannot be read: the share is gone' } },
  ]);

  async function* open(): AsyncGenerator<Uint8Array> {
    yield gzipSync(log).subarray(0, 500);
    throw new Error('the share is gone');
  }
  expect((await readEvidence([{ path: 'x.gz', open }])).failures).toMatchObject([{ error: { reason: 'unreadable' } }]);
});
