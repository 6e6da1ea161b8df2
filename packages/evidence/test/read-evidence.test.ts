import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { EvidenceError } from '../src/evidence-error.ts';
import { fileSource } from '../src/file-source.ts';
import { readEvidence } from '../src/read-evidence.ts';
import { generateLog } from './log-generator.ts';
import { fixture, sourceOf } from './sources.ts';

const failing = 'TLS negotiation failed with error SocketError';
const head = '#Log-type: SMTP Send Protocol Log\n';
const line = (session: number, event: string, data = '', context = '', minute = 0): string =>
  `2023-01-11T16:${`${minute}`.padStart(2, '0')}:00.000Z,To Office 365,${`${session}`.padStart(16, '0')},1,10.0.0.5:2,192.0.2.${session % 250}:25,${event},${data},${context}\n`;
const log = (...lines: readonly string[]): string => head + lines.join('');

test('no source, no evidence', async () => {
  const nothing = { inputs: [], matches: [], peers: [], probes: [], omittedMatches: 0, leftOut: 0, failures: [] };
  expect(await readEvidence([])).toEqual(nothing);
});

test('each kind of evidence is known by its content', async () => {
  const { inputs } = await readEvidence([
    sourceOf('SEND.LOG', log(line(1, '+'))),
    sourceOf('a', 'Received: from a.example.net (192.0.2.1) by b.example.net; Wed, 11 Jan 2023 16:00:00 +0000\n'),
    sourceOf('b', `It says: ${failing}.\n`),
    sourceOf(
      'c',
      'Identity : EX\\1\r\nStatus : Retry\r\nLastError : [{LED=421 4.4.2 Connection dropped due to SocketError};{MSG=}]\r\n',
    ),
    sourceOf('d', 'Hello, world.\n'),
    sourceOf('e', ''),
    sourceOf('f', Buffer.from([0, 1, 2, 3, 0xff, 0, 0, 7])),
    sourceOf('g.msg', ''),
  ]);
  expect(inputs.map(({ path, kind, problems }) => [path, kind, problems[0]?.reason])).toEqual([
    ['SEND.LOG', 'smtp-send-log', undefined],
    ['a', 'headers', undefined],
    ['b', 'text', undefined],
    ['c', 'queue', undefined],
    ['d', 'text', 'unrecognised'],
    ['e', 'unknown', 'empty'],
    ['f', 'unknown', 'binary'],
    ['g.msg', 'unknown', 'empty'],
  ]);
});

test('what is not read through has the size of its source', async () => {
  const binary = Buffer.alloc(300_000, 1);
  const { inputs } = await readEvidence([
    sourceOf('a', binary),
    sourceOf('b', Buffer.concat([Buffer.from('PK\x03\x04'), binary])),
  ]);
  expect(inputs.map(({ bytes, problems }) => [bytes, problems[0]?.reason])).toEqual([
    [300_000, 'binary'],
    [300_004, 'archive-broken'],
  ]);
});

test('matches come in the order of the sources', async () => {
  const sources = ['b', 'a'].map((path) => sourceOf(path, log(line(1, '*', '', failing), line(2, '*', '', failing))));
  const { matches } = await readEvidence(sources);
  expect(matches.map(({ path, line }) => [path, line])).toEqual([
    ['b', 2],
    ['b', 3],
    ['a', 2],
    ['a', 3],
  ]);
});

test('sources can come one after the other', async () => {
  async function* found(): AsyncGenerator<ReturnType<typeof sourceOf>> {
    yield sourceOf('a', failing);
    yield sourceOf('b', failing);
  }
  expect((await readEvidence(found())).inputs).toHaveLength(2);
});

test('a source that cannot be opened does not spoil the others', async () => {
  const missing = new URL('no-such-folder/x.log', import.meta.url).pathname;
  const { inputs, failures } = await readEvidence([
    fileSource(missing),
    fileSource(new URL('.', import.meta.url).pathname),
    sourceOf('b', failing),
  ]);
  expect(inputs.map(({ path }) => path)).toEqual(['b']);
  expect(failures.map(({ path, error }) => [path, error.reason])).toEqual([
    [missing, 'unreadable'],
    [new URL('.', import.meta.url).pathname, 'unreadable'],
  ]);
  expect(failures[0]?.error).toBeInstanceOf(EvidenceError);
  expect(failures[0]?.error.message).toContain('no such file');
  expect(failures[0]?.error.cause).toMatchObject({ code: 'ENOENT' });
});

test('what a source gave before it broke is kept', async () => {
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(log(line(1, '+'), line(1, '*', '', failing)).padEnd(70_000, '#\n'));
    throw new Error('the disk is gone');
  }
  const { inputs, matches, peers, failures } = await readEvidence([{ path: 'SEND.LOG', open: breaking }]);
  expect(inputs).toMatchObject([{ path: 'SEND.LOG', kind: 'smtp-send-log', bytes: 70_000 }]);
  expect(matches).toHaveLength(1);
  expect(peers).toMatchObject([{ failures: { sessions: 1 } }]);
  expect(failures).toMatchObject([
    { path: 'SEND.LOG', error: { message: 'SEND.LOG cannot be read: the disk is gone' } },
  ]);
});

test('reading can be stopped', async () => {
  const stop = new AbortController();
  const endless = {
    path: 'x',
    open: () =>
      Readable.from(
        (function* () {
          for (;;) yield Buffer.from(line(1, '*'));
        })(),
      ),
  };
  const reading = readEvidence([endless], {
    signal: stop.signal,
    onProgress: ({ bytes }) => bytes > 1e6 && stop.abort('enough'),
  });
  await expect(reading).rejects.toMatchObject({ reason: 'aborted', cause: 'enough' });
});

test('progress counts the bytes of the sources, and says which is read', async () => {
  const sources = [sourceOf('a', log(line(1, '+')), [50]), sourceOf('b', Buffer.alloc(100_000)), sourceOf('c', 'x')];
  const seen: { bytes: number; path: string }[] = [];
  await readEvidence(sources, { onProgress: (progress) => seen.push(progress) });
  const sizes = sources.map(({ size = 0 }) => size);
  expect(seen.at(-1)).toEqual({ bytes: sizes.reduce((a, b) => a + b), path: 'c' });
  expect(seen.map(({ bytes }) => bytes)).toEqual(seen.map(({ bytes }) => bytes).toSorted((a, b) => a - b));
  expect(new Set(seen.map(({ path }) => path))).toEqual(new Set(['a', 'b', 'c']));
});

test('log lines outside the time asked for are passed over', async () => {
  const text = log(
    line(1, '+', '', '', 1),
    line(1, '*', '', failing, 2),
    line(2, '+', '', '', 5),
    line(2, '*', '', failing, 6),
    line(3, '*', '', failing, 9),
  );
  const window = { since: '2023-01-11T16:05:00Z', until: '2023-01-11T16:08:00Z' };
  const { matches, peers } = await readEvidence([sourceOf('SEND.LOG', text), sourceOf('x', failing)], window);
  expect(matches.map(({ line, time }) => [line, time])).toEqual([
    [5, '2023-01-11T16:06:00.000Z'],
    [1, null],
  ]);
  expect(peers).toMatchObject([{ remote: '192.0.2.2', sessions: 1 }]);
  await expect(readEvidence([], { since: 'soon' })).rejects.toThrow(RangeError);
});

test('other signatures can be looked for', async () => {
  const signature = {
    id: 'queue-expired' as const,
    patterns: ['says "no" to *'] as const,
    places: ['queue'] as const,
    priors: {},
    references: [],
  };
  const { matches } = await readEvidence(
    [sourceOf('x', log(line(1, '<', '"550 says ""no"" to you"'), line(2, '*', '', failing)))],
    {
      signatures: [signature],
    },
  );
  expect(matches).toMatchObject([{ signature: 'queue-expired', text: '550 says "no" to you' }]);
});

test('matches past the limit are counted, and their sessions too', async () => {
  const text = log(
    ...Array.from({ length: 10 }, (_, index) => line(1, '*', '', failing, index) + line(index + 2, '*', '', failing)),
  );
  const { matches, omittedMatches, peers } = await readEvidence([sourceOf('x', text)], { limits: { matches: 4 } });
  expect(matches).toHaveLength(4);
  expect(omittedMatches).toBe(16);
  expect(peers.reduce((sum, { failures }) => sum + failures.sessions, 0)).toBe(11);
});

test('past the limit of open sessions, the oldest are counted as they are, and that is said', async () => {
  const text = log(...Array.from({ length: 20 }, (_, index) => line(index, '+')));
  const { inputs, peers } = await readEvidence([sourceOf('x', text)], { limits: { openSessions: 8 } });
  expect(peers.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(20);
  expect(inputs[0]?.problems).toMatchObject([{ reason: 'too-many-sessions', count: 12 }]);
});

test('past the limit of other ends, the rest are counted together, and that is said', async () => {
  const text = log(...Array.from({ length: 20 }, (_, index) => line(index, '+')));
  const { inputs, peers } = await readEvidence([sourceOf('x', text)], { limits: { peers: 5 } });
  expect(peers).toHaveLength(6);
  expect(peers[0]).toMatchObject({ remote: null, sessions: 15 });
  expect(inputs[0]?.problems).toMatchObject([{ reason: 'too-many-remotes', count: 15 }]);
});

test('an id in use again begins another session', async () => {
  const { peers } = await readEvidence([
    sourceOf('x', log(line(1, '+'), line(1, '*', '', failing), line(1, '+'), line(1, '-'))),
  ]);
  expect(peers).toMatchObject([{ sessions: 2, failures: { sessions: 1 } }]);
});

test('the address that a session connects to is the one that counts', async () => {
  const at = (address: string, event: string): string => line(1, event).replace('192.0.2.1:25', address);
  const { peers } = await readEvidence([
    sourceOf(
      'x',
      log(at('192.0.2.7:25', '*'), at('192.0.2.8:25', '*'), at('192.0.2.9:25', '+'), at('192.0.2.9:25', '-')),
    ),
    sourceOf('y', log(at('', '*'), at('192.0.2.5:25', '*'), at('192.0.2.6:25', '*'))),
  ]);
  expect(peers.map(({ remote, sessions }) => [remote, sessions])).toEqual([
    ['192.0.2.5', 1],
    ['192.0.2.9', 1],
  ]);
});

test('a match takes the address of its session where its line has none', async () => {
  const text = log(line(1, '+'), line(1, '*', '', failing).replace('192.0.2.1:25', ''));
  expect((await readEvidence([sourceOf('x', text)])).matches).toMatchObject([{ remote: '192.0.2.1' }]);
});

test('a log cut short at its end, broken lines and bytes that are no UTF-8 are told, and the rest is read', async () => {
  const content = Buffer.concat([
    Buffer.from(log(line(1, '+'), 'broken,line\n', `more,${failing}\n`)),
    Buffer.from(line(1, '*', '', `${failing} \x80`), 'latin1'),
    Buffer.from(line(2, '*').slice(0, 60)),
  ]);
  for (const chunks of [[1], [64], [100_000]]) {
    const { inputs, matches } = await readEvidence([sourceOf('x', content, chunks)]);
    expect(inputs[0]?.problems).toEqual([
      { reason: 'malformed', args: {}, line: 3, count: 2, detail: null },
      { reason: 'invalid-encoding', args: {}, line: 5, count: 1, detail: null },
      { reason: 'truncated', args: {}, line: 6, count: 1, detail: null },
    ]);
    expect(matches.map(({ line, text }) => [line, text])).toEqual([
      [4, `more,${failing}`],
      [5, `${failing} \uFFFD`],
    ]);
  }
});

test('a last line without a line end that has all its fields is whole', async () => {
  const { inputs } = await readEvidence([sourceOf('x', log(line(1, '+')).trimEnd())]);
  expect(inputs[0]?.problems).toEqual([]);
});

test('a line without end is cut in bounded memory, and what follows it is read', async () => {
  async function* content(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(log(line(1, '+')));
    const filler = Buffer.alloc(1_000_000, 0x61);
    for (let index = 0; index < 200; index += 1) yield filler;
    yield Buffer.from(`\n${line(1, '*', '', failing)}`);
  }
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const onProgress = (): void => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  };
  const { inputs, matches } = await readEvidence([{ path: 'SEND.LOG', open: content }], { onProgress });
  expect(inputs[0]?.problems).toMatchObject([
    { reason: 'line-too-long', line: 3 },
    { reason: 'malformed', line: 3 },
  ]);
  expect(matches).toMatchObject([{ line: 4 }]);
  expect(most).toBeLessThan(20_000_000);
});

test('a text of any length is searched, and its lines counted through', async () => {
  const text = `${'nothing to see here\n'.repeat(300_000)}${failing}\n`;
  const { inputs, matches } = await readEvidence([sourceOf('notes.txt', text, [1_000_000])]);
  expect(inputs).toMatchObject([{ kind: 'text', bytes: text.length, problems: [] }]);
  expect(matches).toMatchObject([{ line: 300_001 }]);
});

test('a document that is too large is read as far as the limit goes', async () => {
  const queue =
    'Identity : EX\\1\r\nStatus : Retry\r\nLastError : [{LED=421 4.4.2 Connection dropped due to SocketError};{MSG=}]\r\n\r\n';
  const { inputs, matches } = await readEvidence([sourceOf('q.txt', queue.repeat(1000))], {
    limits: { documentBytes: 1000 },
  });
  expect(inputs).toMatchObject([{ kind: 'queue', problems: [{ reason: 'too-large', args: { bytes: 1000 } }] }]);
  expect(matches.length).toBeGreaterThan(3);
  expect(matches.length).toBeLessThan(10);
});

test('a saved mail is known by its content, whatever it is called', async () => {
  const message = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const { inputs } = await readEvidence([sourceOf('x.bin', message)]);
  expect(inputs[0]?.problems.map(({ reason }) => reason)).not.toContain('binary');
});

test('the same evidence gives the same result', async () => {
  const text = [...generateLog({ kind: 'send', seed: 3, sessions: 200, failing: 0.5 })].join('\r\n');
  const read = (): Promise<unknown> =>
    readEvidence([sourceOf('SEND1.LOG', text), sourceOf('x', fixture('logs/2010/SEND20140316-1.LOG'))]);
  expect(await read()).toEqual(await read());
});

test('what the window leaves out is counted, of short and long logs and of mails', async () => {
  const old = Array.from({ length: 1000 }, (_, session) => line(session, '+')).join('');
  const mail = `Date: Tue, 10 Jan 2023 08:05:56 +0000\nX-MS-Exchange-Message-Is-Ndr:\n\nmx returned '${failing}'\n`;
  const leftOut = async (text: string): Promise<number> =>
    (await readEvidence([sourceOf('SEND.LOG', text)], { since: '2023-01-12' })).leftOut;
  expect(await leftOut(log(line(1, '+'), line(1, '-')))).toBe(2);
  expect(await leftOut(head + old)).toBe(1000);
  expect(await leftOut(mail)).toBe(1);
  expect((await readEvidence([sourceOf('SEND.LOG', head + old)])).leftOut).toBe(0);
});
