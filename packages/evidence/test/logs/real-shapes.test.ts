import { expect, test } from 'vitest';
import { noFailures } from '../../src/peer-table.ts';
import { type EvidenceResult, readEvidence } from '../../src/read-evidence.ts';
import { fixture, sourceOf } from '../sources.ts';

const read = (...names: readonly string[]): Promise<EvidenceResult> =>
  readEvidence(names.map((name) => sourceOf(name, fixture(`logs/${name}`))));

test('Exchange 2010: daily names, one line a keyword, a certificate over several lines, a French connector', async () => {
  const name = '2010/SEND20140316-1.LOG';
  const { inputs, matches, peers } = await read(name);
  const connector = 'Connecteur d’envoi Internet';
  expect(inputs).toEqual([{ path: name, kind: 'smtp-send-log', bytes: fixture(`logs/${name}`).length, problems: [] }]);
  expect(matches).toEqual([
    {
      signature: 'tls-negotiation-failed-socket-error',
      kind: 'smtp-send-log',
      path: name,
      line: 41,
      time: '2014-03-16T10:15:00.350Z',
      remote: '203.0.113.36',
      address: null,
      connector,
      session: '08CEC1A4B5D60002',
      direction: 'outbound',
      text: 'TLS negotiation failed with error SocketError',
    },
  ]);
  const peer = { connector, direction: 'outbound', sessions: 1 };
  expect(peers).toEqual([
    { ...peer, remote: '198.51.100.7', negotiated: { TLS1_0: 1 }, exchangeOnline: false, failures: noFailures },
    {
      ...peer,
      remote: '203.0.113.36',
      negotiated: {},
      exchangeOnline: true,
      failures: { ...noFailures, sessions: 1, endedAfterStarttls: 1 },
    },
  ]);
});

test('Exchange 2013: hourly names, the header again mid-file, STARTTLS not offered by this server', async () => {
  const { inputs, matches, peers } = await read('2013/RECV2015060911-1.LOG');
  expect(inputs).toMatchObject([{ kind: 'smtp-receive-log', problems: [] }]);
  expect(matches).toMatchObject([
    { signature: 'must-issue-starttls-first', line: 19, direction: 'inbound', remote: '192.0.2.44' },
  ]);
  expect(peers).toMatchObject([
    { remote: '192.0.2.44', exchangeOnline: true, failures: { ...noFailures, sessions: 1, starttlsNotOffered: 1 } },
    { remote: '192.0.2.45', exchangeOnline: false, negotiated: { TLS1_0: 1 }, failures: noFailures },
  ]);
});

test('Exchange 2016: a session that the next hour’s file ends, the EHLO reply on one line, a masked banner over IPv6', async () => {
  const { matches, peers } = await read('2016/SEND2018030100-1.LOG', '2016/SEND2018030101-1.LOG');
  expect(matches).toMatchObject([
    { signature: 'must-issue-starttls-first', connector: 'Outbound, "partner"', remote: '2001:db8:5::25', line: 18 },
  ]);
  expect(peers).toMatchObject([
    {
      remote: '198.51.100.36',
      connector: 'Conector de trimitere către Internet',
      sessions: 1,
      exchangeOnline: true,
      failures: { ...noFailures, sessions: 1, endedAfterStarttls: 1 },
    },
    {
      remote: '2001:db8:5::25',
      sessions: 1,
      failures: { ...noFailures, sessions: 1, starttlsNotOffered: 1, masked: 1 },
    },
  ]);
});

test('the same id in another folder’s log is another session', async () => {
  const sources = ['Hub/SEND2018030100-1.LOG', 'FrontEnd/SEND2018030101-1.LOG'].map((path) =>
    sourceOf(path, fixture(`logs/2016/${path.split('/')[1]}`)),
  );
  const { peers } = await readEvidence(sources);
  expect(peers[0]).toMatchObject({ remote: '198.51.100.36', sessions: 2, failures: noFailures });
});

test('Exchange 2019: TLS 1.3, the documentation’s spelling of SP_PROT, clients over IPv6', async () => {
  const { matches, peers } = await read('2019/RECV2023011116-1.LOG');
  expect(matches).toEqual([]);
  expect(peers).toMatchObject([
    { remote: '192.0.2.60', negotiated: { TLS1_1: 1 } },
    { remote: '2001:db8:1::9', sessions: 2, negotiated: { TLS1_2: 1, TLS1_3: 1 }, exchangeOnline: true },
  ]);
});

test('a connectivity log names the destination', async () => {
  const { inputs, matches } = await read('2016/CONNECTLOG20180301-1.LOG');
  expect(inputs).toMatchObject([{ kind: 'connectivity-log', problems: [] }]);
  expect(matches).toEqual([
    {
      signature: 'connection-dropped-socket-error',
      kind: 'connectivity-log',
      path: '2016/CONNECTLOG20180301-1.LOG',
      line: 7,
      time: '2018-03-01T00:59:59.020Z',
      remote: 'contoso-ro.mail.protection.outlook.com',
      address: null,
      connector: null,
      session: '08D57F0F0B5A0001',
      direction: 'outbound',
      text: 'Failed to establish connection. 421 4.4.2 Connection dropped due to SocketError, attempted failover',
    },
  ]);
});

test('a tracking log is searched where errors are, not in subjects', async () => {
  const { inputs, matches } = await read('2016/MSGTRK2018030101-1.LOG');
  expect(inputs).toMatchObject([{ kind: 'tracking-log', problems: [] }]);
  expect(matches).toMatchObject([
    {
      signature: 'connection-dropped-socket-error',
      line: 7,
      time: '2018-03-01T01:05:00.000Z',
      remote: '198.51.100.36',
      address: null,
      connector: 'Conector de trimitere către Internet',
      session: null,
      direction: 'outbound',
    },
    { signature: 'queue-expired', line: 8, remote: null, direction: 'outbound' },
  ]);
});

test.for(['2010/SEND20140316-1.LOG', '2013/RECV2015060911-1.LOG', '2016/MSGTRK2018030101-1.LOG'])(
  '%s says the same with CRLF, a byte order mark, in UTF-16 and without its header',
  async (name) => {
    const text = fixture(`logs/${name}`).toString();
    const { matches, peers } = await read(name);
    const crlf = text.replaceAll('\n', '\r\n');
    for (const content of [
      Buffer.from(crlf),
      Buffer.from(`\uFEFF${crlf}`),
      Buffer.from(`\uFEFF${crlf}`, 'utf16le'),
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      Buffer.from(text, 'utf16le'),
    ]) {
      const other = await readEvidence([sourceOf(name, content, [7, 1000])]);
      expect(other.matches).toEqual(matches);
      expect(other.peers).toEqual(peers);
      expect(other.inputs[0]?.problems).toEqual([]);
    }
    const bare = text.replaceAll(/^#.*\n/gm, '');
    const other = await readEvidence([sourceOf(name, bare)]);
    expect(other.peers).toEqual(peers);
    expect(other.matches.map(({ line, ...rest }) => rest)).toEqual(matches.map(({ line, ...rest }) => rest));
  },
);
