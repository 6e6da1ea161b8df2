import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signatures } from '@mailtls/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileSource } from '../src/file-source.ts';
import { LogThreads } from '../src/log-threads.ts';
import { scannerTables } from '../src/logs/line-scanner.ts';
import { tracerAnchors } from '../src/logs/line-tags.ts';
import { layoutOf } from '../src/logs/log-layout.ts';
import { readEvidence } from '../src/read-evidence.ts';
import { generateLog } from './log-generator.ts';

let folder = '';
let large = '';
let following = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailtls-threads-'));
  const lines = (seed: number): string =>
    [...generateLog({ kind: 'send', seed, sessions: 300, interleaved: 90, failing: 0.2 }), ''].join('\r\n');
  const text = lines(1);
  // Twice in it the layout changes, the second time to what it was. Its last line is cut short, and has no line feed.
  const reordered = [
    '#Fields: date-time,session-id,connector-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
    '2023-01-11T16:00:00.000Z,08D9F5FFFFFFFFFF,Internet,0,10.0.0.5:1,192.0.2.250:25,+,,',
    '2023-01-11T16:00:00.001Z,08D9F5FFFFFFFFFF,Internet,1,10.0.0.5:1,192.0.2.250:25,<,451 5.7.3 Must issue a STARTTLS command first,',
    '',
  ].join('\r\n');
  const times = Math.ceil(70_000_000 / Buffer.byteLength(text));
  large = join(folder, 'SEND2023011116-1.LOG');
  await writeFile(
    large,
    `\uFEFF${text.repeat(times)}${reordered}${text}${text.slice(0, 300_000).replace(/.{30}\r?\n?$/, '')}`,
  );
  following = join(folder, 'SEND2023011117-1.LOG');
  await writeFile(following, lines(2));
});
afterAll(() => rm(folder, { recursive: true }));

test('what threads read is what one thread reads', async () => {
  const read = async (threads: number) => {
    const progress: number[] = [];
    const result = await readEvidence([fileSource(large), fileSource(following)], {
      threads,
      since: '2023-01-11T16:00:05Z',
      onProgress: ({ bytes }) => progress.push(bytes),
      limits: { matches: 1000 },
    });
    expect(progress.every((bytes, index) => bytes >= (progress[index - 1] ?? 0))).toBe(true);
    return { ...result, bytes: progress.at(-1) };
  };
  const [one, several] = [await read(0), await read(2)];
  expect(several).toEqual(one);
  expect(one.matches.length).toBe(1000);
  expect(one.inputs[0]?.problems.map(({ reason }) => reason)).toContain('truncated');
});

test('reading that is stopped ends the threads', async () => {
  const controller = new AbortController();
  const reading = readEvidence([fileSource(large)], {
    threads: 2,
    signal: controller.signal,
    onProgress: ({ bytes }) => bytes > 10_000_000 && controller.abort(),
  });
  await expect(reading).rejects.toMatchObject({ name: 'EvidenceError', reason: 'aborted' });
});

test('a file that cannot be read is said, and the threads go on with others', async () => {
  const threads = new LogThreads(2, {
    tables: scannerTables(tracerAnchors(signatures)),
    window: [undefined, undefined],
  });
  const layout = layoutOf('smtp-send-log');
  const lines = async (path: string): Promise<number> => {
    let count = 0;
    for await (const { trace } of threads.read(path, 0, 10_000_000, layout)) count += trace.lines;
    return count;
  };
  try {
    await expect(lines(join(folder, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await lines(following)).toBeGreaterThan(1000);
  } finally {
    await threads.close();
  }
});
