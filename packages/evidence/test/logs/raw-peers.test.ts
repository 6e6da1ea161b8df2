import { expect, test } from 'vitest';
import { addressEnd, addressStart, RawPeers } from '../../src/logs/raw-peers.ts';
import { PeerTable } from '../../src/peer-table.ts';

test.for([
  ['192.0.2.1:25', '192.0.2.1'],
  ['[2001:db8::1]:25', '2001:db8::1'],
  ['[fe80::1%12]:50111', 'fe80::1%12'],
  ['2001:db8::1', '2001:db8::1'],
  ['192.0.2.1', '192.0.2.1'],
  ['[2001:db8::1', '2001:db8::1'],
  ['mx.example.net:25', 'mx.example.net'],
  ['', ''],
  [':25', ''],
] as const)('the address in %s is %s', ([endpoint, address]) => {
  const bytes = Buffer.from(`,${endpoint},`);
  const [start, end] = [1, bytes.length - 1];
  expect(bytes.toString('utf8', addressStart(bytes, start, end), addressEnd(bytes, start, end))).toBe(address);
});

test('the same bytes give the same counts, and others give others', () => {
  const table = new PeerTable(10);
  const peers = new RawPeers((...peer) => table.countsOf(...peer));
  const bytes = Buffer.from('"a, b"|192.0.2.1|192.0.2.2|"a, b"|c');
  const first = peers.peerOf('outbound', bytes, 0, 6, 7, 16);
  expect(first).toMatchObject({ connector: 'a, b', remote: '192.0.2.1', direction: 'outbound' });
  expect(peers.peerOf('outbound', bytes, 27, 33, 7, 16)).toBe(first);
  expect(peers.peerOf('outbound', bytes, 0, 6, 17, 26)).not.toBe(first);
  expect(peers.peerOf('outbound', bytes, 34, 35, 7, 16)).not.toBe(first);
  expect(peers.peerOf('inbound', bytes, 0, 6, 7, 16)).not.toBe(first);
  expect(peers.peerOf('inbound', bytes, 0, 6, 7, 7).remote).toBeNull();
});
