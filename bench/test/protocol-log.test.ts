import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSource, readEvidence } from '@mailtls/evidence';
import { expect, test } from 'vitest';
import { writeProtocolLog } from '../protocol-log.mjs';

/** Writes a log, and what the product makes of it. */
async function written(shape: {
  kind: 'send' | 'receive';
  seed: number;
  bytes: number;
  failing: number;
  peers: number;
}) {
  const folder = await mkdtemp(join(tmpdir(), 'mailtls-bench-'));
  try {
    const path = join(folder, 'SMTP.LOG');
    const said = writeProtocolLog(path, shape);
    const content = await readFile(path);
    return { said, content, evidence: await readEvidence([fileSource(path)]) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test.each(['send', 'receive'] as const)('a generated %s log is read to its last session', async (kind) => {
  const { said, content, evidence } = await written({ kind, seed: 3, bytes: 2e6, failing: 0.02, peers: 40 });
  expect(said.bytes).toBe(content.length);
  expect(content.length).toBeGreaterThan(2e6);
  expect(said.lines).toBe(content.toString().split('\r\n').length - 1);
  expect(evidence.inputs.flatMap(({ problems }) => problems)).toEqual([]);
  expect(evidence.peers.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(said.sessions);
  expect(said.failed).toBeGreaterThan(0);
  expect(evidence.matches.length).toBeGreaterThan(0);
});

test('a log in which no session fails has no error', async () => {
  const { evidence } = await written({ kind: 'send', seed: 4, bytes: 1e6, failing: 0, peers: 40 });
  expect(evidence.matches).toEqual([]);
});

test('the same seed gives the same log, and another one another', async () => {
  const shape = { kind: 'send', bytes: 1e5, failing: 0.1, peers: 10 } as const;
  const [one, same, other] = [
    await written({ ...shape, seed: 5 }),
    await written({ ...shape, seed: 5 }),
    await written({ ...shape, seed: 6 }),
  ];
  expect(one.content.equals(same.content)).toBe(true);
  expect(one.content.equals(other.content)).toBe(false);
});
