import type { PeerEvidence } from '@mailtls/core';
import { expect, test } from 'vitest';
import { noFailures, PeerTable } from '../src/peer-table.ts';

const peer = (remote: string | null, more: Partial<PeerEvidence> = {}): PeerEvidence => ({
  remote,
  connector: null,
  direction: 'inbound',
  sessions: 1,
  negotiated: {},
  exchangeOnline: false,
  failures: noFailures,
  ...more,
});

test('evidence of the same remote, connector and direction is added up', () => {
  const table = new PeerTable(10);
  const failures = {
    sessions: 1,
    starttlsNotOffered: 1,
    starttlsUnused: 0,
    endedAfterStarttls: 0,
    certificate: 1,
    masked: 1,
  };
  table.add(peer('a', { negotiated: { TLS1_2: 1 }, failures }));
  table.add(peer('a', { sessions: 2, negotiated: { TLS1_2: 1, TLS1_0: 1 }, exchangeOnline: true, failures }));
  table.add(peer('a', { direction: 'outbound' }));
  table.add(peer('a', { connector: 'c' }));
  expect(table.list()).toEqual([
    peer('a', {
      sessions: 3,
      negotiated: { TLS1_0: 1, TLS1_2: 2 },
      exchangeOnline: true,
      failures: {
        sessions: 2,
        starttlsNotOffered: 2,
        starttlsUnused: 0,
        endedAfterStarttls: 0,
        certificate: 2,
        masked: 2,
      },
    }),
    peer('a', { direction: 'outbound' }),
    peer('a', { connector: 'c' }),
  ]);
});

test('the order does not depend on the order of the evidence', () => {
  const names = ['b', null, 'a', 'ä', 'Z'];
  const list = (order: readonly (string | null)[]): readonly (string | null)[] => {
    const table = new PeerTable(10);
    for (const name of order) table.add(peer(name));
    return table.list().map(({ remote }) => remote);
  };
  expect(list(names)).toEqual(list(names.toReversed()));
});

test('past the limit, other ends are counted together and none is lost', () => {
  const table = new PeerTable(2);
  for (let index = 0; index < 5; index += 1) table.add(peer(`${index}`, { connector: `c${index}` }));
  expect(table.list().map(({ remote, connector, sessions }) => [remote, connector, sessions])).toEqual([
    [null, null, 3],
    ['0', 'c0', 1],
    ['1', 'c1', 1],
  ]);
  expect(table.crowded).toBe(3);
});
