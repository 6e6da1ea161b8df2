import type { InputKind } from '@mailtls/core';
import { expect, test } from 'vitest';
import { readEvidence } from '../../src/read-evidence.ts';
import { sourceOf } from '../sources.ts';

const dropped = '421 4.4.2 Connection dropped due to SocketError';
const alert = 'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 70.';
const dated = (date: string): string => `Received: from mx.example.net by ex (version=TLS1_2, cipher=X) id 1; ${date}`;

/** The same event or error, at 8:05 of the 19th of January 2021, in the forms that it comes in. */
const forms: readonly (readonly [string, InputKind, string])[] = [
  [
    'an event as XML',
    'event-log',
    `<Event xmlns='x'><System><Provider Name='Schannel'/><EventID>36887</EventID><TimeCreated SystemTime='2021-01-19T08:05:56.4833862Z'/></System><EventData><Data Name='AlertDesc'>70</Data></EventData></Event>`,
  ],
  [
    'an event as text',
    'event-log',
    `Log Name:      System\nSource:        Schannel\nDate:          1/19/2021 8:05:56 AM\nEvent ID:      36887\nDescription:\n${alert}\n`,
  ],
  [
    'an event as CSV',
    'event-log',
    `Level,Date and Time,Source,Event ID,Task Category\nError,19/01/2021 08:05:56,Schannel,36887,None,${alert}\n`,
  ],
  [
    'an event as a list',
    'event-log',
    `TimeCreated  : 19.01.2021 08:05:56\nProviderName : Schannel\nId           : 36887\nMessage      : ${alert}\n`,
  ],
  [
    'a queue with the last retry',
    'queue',
    `NextHopDomain : x.example\nLastError : [{LED=${dropped}};{LRT=1/19/2021 8:05:56 AM}]\n`,
  ],
  [
    'a queue with a time of its own',
    'queue',
    `NextHopDomain : x.example\nLastRetryTime : 2021/1/19 8:05:56\nLastError     : ${dropped}\n`,
  ],
  [
    'a connectivity log',
    'connectivity-log',
    `#Log-type: Transport Connectivity Log\n2021-01-19T08:05:56.000Z,08D57F0F0B5A0001,SMTP,x.example,>,${dropped}\n`,
  ],
  [
    'an NDR',
    'ndr',
    `Date: Tue, 19 Jan 2021 08:05:56 +0000\nX-MS-Exchange-Message-Is-Ndr:\n\nmx returned '${dropped}'\n`,
  ],
];

test.each(forms)('%s is left out where it is not of the time that is asked about', async (_, kind, text) => {
  const counts = async (window: { since?: string; until?: string }): Promise<unknown> => {
    const { inputs, matches } = await readEvidence([sourceOf('file.txt', text)], window);
    return [inputs[0]?.kind, matches.length, inputs[0]?.problems.map(({ reason }) => reason)];
  };
  expect(await counts({})).toEqual([kind, 1, []]);
  expect(await counts({ since: '2021-01-18', until: '2021-01-21' })).toEqual([kind, 1, []]);
  expect(await counts({ since: '2021-01-21' })).toEqual([kind, 0, []]);
  expect(await counts({ until: '2021-01-18' })).toEqual([kind, 0, []]);
});

test.each([
  ['a pasted text', `the queue says\n${dropped}\n`, 2],
  ['a queue without a time', `NextHopDomain : x.example\nLastError     : ${dropped}\n`, 1],
  [
    'an event whose zone may make it another day’s',
    `Log Name:      System\nSource:        Schannel\nDate:          1/18/2021 11:05:56 PM\nEvent ID:      36887\n${alert}\n`,
    1,
  ],
  ['a log line without a time', `#Log-type: Transport Connectivity Log\nlong ago,1,SMTP,x.example,>,${dropped}\n`, 2],
])('%s is kept, and that is said', async (_, text, line) => {
  const { inputs, matches } = await readEvidence([sourceOf('file.txt', text)], { since: '2021-01-19' });
  expect(matches).toHaveLength(1);
  expect(inputs[0]?.problems).toEqual([{ reason: 'no-time', args: {}, line, count: 1, detail: null }]);
});

test('handshakes are of the time that is asked about too', async () => {
  const finished = (date: string): string =>
    `<Event xmlns='x'><System><Provider Name='Schannel'/><EventID>36880</EventID><TimeCreated SystemTime='${date}'/></System><UserData><EventXML xmlns='LSA_NS'><Type>client</Type><Protocol>TLS 1.0</Protocol></EventXML></UserData></Event>`;
  const headers = [dated('Mon, 18 Jan 2021 12:00:00 +0000'), dated('Wed, 20 Jan 2021 12:00:00 +0000')].join('\n');
  const sources = [
    sourceOf('events.xml', finished('2021-01-18T12:00:00Z') + finished('2021-01-20T12:00:00Z')),
    sourceOf('headers.txt', headers),
  ];
  const all = await readEvidence(sources);
  expect(all.peers).toMatchObject([{ sessions: 2 }, { sessions: 2 }]);
  const { peers, inputs } = await readEvidence(sources, { since: '2021-01-19' });
  expect(peers).toMatchObject([{ sessions: 1 }, { sessions: 1 }]);
  expect(inputs.flatMap(({ problems }) => problems)).toEqual([]);
});
