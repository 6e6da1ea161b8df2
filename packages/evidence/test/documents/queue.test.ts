import { serializeClixml } from '@mailtls/clixml';
import type { Match } from '@mailtls/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../../src/documents/list-records.ts';
import { looksLikeQueue, readQueue } from '../../src/documents/queue.ts';
import { bytes, contextOf, utf16 } from './context.ts';

const read = (content: Uint8Array | string) =>
  readQueue(typeof content === 'string' ? bytes(content) : content, contextOf('queue.txt'));
const brief = ({ signature, line, time, remote, connector }: Match) => ({ signature, line, time, remote, connector });

const online = 'fabrikam-example.mail.protection.outlook.com';
const connector = 'e1f2a3b4-0000-4000-8000-0123456789ab';
const withFields = `[{LED=421 4.4.2 Connection dropped due to SocketError};{MSG=};{FQDN=${online}};{IP=203.0.113.25};{LRT=1/19/2021 8:05:56 AM}]`;
const withoutFields =
  '451 4.4.0 Primary target IP address responded with: "421 4.4.2 Connection dropped due to SocketError." Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts. The last endpoint attempted was 203.0.113.25:25';
const trace = `Reason: [{LED=450 4.4.317 Cannot establish session with remote server [Message=451 5.7.3 STARTTLS is required to send mail] [LastAttemptedServerName=mail.contoso.example] [LastAttemptedIP=192.0.2.60:25] [SmtpSecurity=-1;-1] [AM0PR01MB0001.eurprd01.prod.exchangelabs.com 2021-01-19T08:15:07.000Z 08D8B000]};{MSG=};{FQDN=};{IP=};{LRT=}]. OutboundProxyTargetIP: 192.0.2.60. OutboundProxyTargetHostName: mail.contoso.example`;

/** As Windows PowerShell's `Format-List` wraps: between words, after a hyphen too. */
function formatList(properties: Record<string, string>, width: number): string {
  const names = Math.max(...Object.keys(properties).map((name) => name.length));
  return Object.entries(properties)
    .map(
      ([name, value]) =>
        `${name.padEnd(names)} : ${wrapWords(value, width - names - 3).join(`\n${' '.repeat(names + 3)}`)}`,
    )
    .join('\n');
}

function wrapWords(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.match(/[^ -]*(?:-| |$)/g) ?? []) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && (last + word.trimEnd()).length > width) lines.push(word);
    else lines[lines.length - 1] = last + word;
  }
  return lines;
}

const queue = (lastError: string) => ({
  RunspaceId: 'c0ffee00-0000-4000-8000-000000000001',
  Identity: 'EX13\\42',
  DeliveryType: 'SmartHostConnectorDelivery',
  NextHopDomain: 'fabrikam.example',
  TlsDomain: '',
  NextHopConnector: connector,
  Status: 'Retry',
  MessageCount: '17',
  LastError: lastError,
});

test('the address is kept beside the name, as logs have no other', async () => {
  const { matches } = await read(formatList(queue(withFields), 79));
  expect(matches).toMatchObject([{ remote: online, address: '203.0.113.25' }]);
});

describe('Format-List', () => {
  test.each([
    ['with fields', withFields, online, '1/19/2021 8:05:56 AM'],
    ['without fields', withoutFields, '203.0.113.25', null],
    ['bare', '421 4.4.2 Connection dropped due to SocketError', 'fabrikam.example', null],
  ])('a queue whose last error is %s', async (_, lastError, remote, time) => {
    const content = `\r\n${formatList(queue(lastError), 79).replaceAll('\n', '\r\n')}\r\n\r\n`;
    expect(looksLikeQueue(content, 'queue.txt')).toBe(true);
    const { kind, matches, problems } = await read(content);
    expect({ kind, problems }).toEqual({ kind: 'queue', problems: [] });
    expect(matches.map(brief)).toEqual([
      { signature: 'connection-dropped-socket-error', line: 2, time, remote, connector },
    ]);
    expect(matches[0]?.direction).toBe('outbound');
  });

  test('several queues and messages, with and without blank lines between, in UTF-16', async () => {
    const list = [queue(withFields), queue(''), queue(withoutFields)].map((one) => formatList(one, 60));
    for (const separator of ['\n\n', '\n']) {
      const { matches } = await read(utf16(list.join(separator)));
      expect(matches.map(({ remote }) => remote)).toEqual([online, '203.0.113.25']);
      const before = list.slice(0, 2).join(separator) + separator;
      expect(matches.map(({ line }) => line)).toEqual([1, before.split('\n').length]);
    }
  });

  test('a tracked message whose answers have many lines', async () => {
    const content = [
      'EventId         : FAIL',
      'RecipientStatus : {[{LED=550-5.7.1 refused',
      '                  550 5.7.1 see below};{MSG=};{FQDN=mx.a.example};{IP=192.0.2.1};{LRT=}], [{LED=421 4.4.2 Connection',
      '                  dropped due to SocketError};{MSG=};{FQDN=mx.b.example};{IP=192.0.2.2};{LRT=}]}',
    ];
    expect((await read(content.join('\n'))).matches.map(({ signature }) => signature)).toEqual([
      'connection-dropped-socket-error',
    ]);
  });

  test('wrapping at any width that has room for the longest word round-trips', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9.;{}=[\]-]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.integer({ min: 12, max: 90 }), (words, width) => {
        const text = words.join(' ');
        expect(unwrap(wrapWords(text, width))[0]).toBe(text);
      }),
    );
  });

  test('an error is found at any width, also where a console breaks lines anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 30, max: 200 }),
        fc.boolean(),
        fc.constantFrom(withFields, withoutFields),
        async (width, anywhere, error) => {
          const room = width - 20;
          const piece = new RegExp(`.{1,${room}}`, 'g');
          const list = anywhere
            ? `LastError         : ${(error.match(piece) ?? []).join(`\n${' '.repeat(20)}`)}`
            : formatList({ NextHopConnector: connector, LastError: error }, width);
          const { matches } = await read(`NextHopConnector  : ${connector}\n${list}`);
          expect(matches.map(({ signature }) => signature)).toEqual(['connection-dropped-socket-error']);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('Format-Table', () => {
  const header = [
    'Identity NextHopDomain    MessageCount LastError',
    '-------- -------------    ------------ ---------',
  ];

  test('with the whole error, and a number at the right of its column', async () => {
    const content = [
      ...header,
      'EX13\\42  fabrikam.example           17 421 4.4.2 Connection dropped due to SocketError',
      'EX13\\43  adatum.example              0 451 5.7.3 Must issue a STARTTLS command first',
      '',
      '[PS] C:\\>',
    ].join('\n');
    expect(looksLikeQueue(content, 'x')).toBe(true);
    expect((await read(content)).matches.map(brief)).toEqual([
      {
        signature: 'connection-dropped-socket-error',
        line: 3,
        time: null,
        remote: 'fabrikam.example',
        connector: null,
      },
      { signature: 'must-issue-starttls-first', line: 4, time: null, remote: 'adatum.example', connector: null },
    ]);
  });

  test('with -Wrap', async () => {
    const content = [
      ...header,
      'EX13\\42  fabrikam.example           17 421 4.4.2 Connection',
      '                                       dropped due to',
      '                                       SocketError',
    ].join('\n');
    expect((await read(content)).matches).toHaveLength(1);
  });

  test.each(['...', '…'])('cut off with %s is a problem, not silence', async (dots) => {
    const content = [...header, `EX13\\42  fabrikam.example           17 421 4.4.2 Connection dropped due${dots}`].join(
      '\n',
    );
    const { matches, problems } = await read(content);
    expect(matches).toEqual([]);
    expect(problems).toMatchObject([{ reason: 'values-cut', line: 3, count: 1 }]);
  });

  test('followed by a list in one console session', async () => {
    const content = [
      ...header,
      'EX13\\42  fabrikam.example           17 421 4.4.2...',
      '',
      formatList(queue(withFields), 80),
    ];
    expect((await read(content.join('\n'))).matches.map(({ remote }) => remote)).toEqual([online]);
  });
});

describe('CSV', () => {
  const names = ['Identity', 'NextHopDomain', 'NextHopConnector', 'LastError'];
  const csv = (delimiter: string, type = true) =>
    [
      ...(type ? ['#TYPE Selected.Microsoft.Exchange.Data.QueueViewer.ExtensibleQueueInfo'] : []),
      names.map((name) => `"${name}"`).join(delimiter),
      ['EX13\\41', 'contoso.example', connector, ''].map((cell) => `"${cell}"`).join(delimiter),
      ['EX13\\42', 'fabrikam.example', connector, withoutFields.replaceAll('"', '""')]
        .map((cell) => `"${cell}"`)
        .join(delimiter),
      '',
    ].join('\r\n');

  test.each([
    ['comma', csv(',')],
    ['semicolon', csv(';')],
    ['tab, without the type', csv('\t', false)],
  ])('with %s', async (name, content) => {
    expect(looksLikeQueue(content, 'queue.csv')).toBe(true);
    for (const encoded of [bytes(content), bytes(`\uFEFF${content}`), utf16(content)]) {
      const { kind, matches, problems } = await read(encoded);
      expect({ kind, problems }).toEqual({ kind: 'queue', problems: [] });
      expect(matches.map(brief)).toEqual([
        {
          signature: 'connection-dropped-socket-error',
          line: name.includes('without') ? 3 : 4,
          time: null,
          remote: '203.0.113.25',
          connector,
        },
      ]);
    }
  });

  test('each record has its line, whatever blank lines and values of many lines come before it', async () => {
    const row = (error: string): string => `"q","fabrikam.example","${connector}","${error}"`;
    const error = '421 4.4.2 Connection dropped due to SocketError';
    const content = [names.join(), row(error), '', row(error.replace(' due', '\n due')), '', '', row(error), ''].join(
      '\n',
    );
    expect((await read(content)).matches.map(({ line }) => line)).toEqual([2, 4, 8]);
  });

  test('cut off within its last value keeps what is there', async () => {
    const content = csv(',').slice(0, csv(',').indexOf(' Attempted failover'));
    const { matches, problems } = await read(content);
    expect(matches).toMatchObject([{ signature: 'connection-dropped-socket-error', line: 4 }]);
    expect(problems).toMatchObject([{ reason: 'malformed', count: 1 }]);
  });
});

describe('CLIXML', () => {
  const object = (lastError: string) => ({
    type: 'Obj' as const,
    extended: new Map([
      ['NextHopDomain', { type: 'S' as const, value: 'fabrikam.example' }],
      ['NextHopConnector', { type: 'G' as const, value: connector }],
      ['LastRetryTime', { type: 'DT' as const, value: '2021-01-19T10:05:56.1234567+02:00' }],
      ['LastError', { type: 'S' as const, value: lastError }],
    ]),
  });
  const content = serializeClixml([object(''), object('421 4.4.2 Connection dropped due to SocketError')]);

  test('with times that can be read', async () => {
    expect(looksLikeQueue(content, 'queue.xml')).toBe(true);
    for (const encoded of [bytes(content), utf16(content)]) {
      expect((await read(encoded)).matches.map(brief)).toEqual([
        {
          signature: 'connection-dropped-socket-error',
          line: null,
          time: '2021-01-19T08:05:56.123Z',
          remote: 'fabrikam.example',
          connector,
        },
      ]);
    }
  });

  test('cut off keeps the objects before', async () => {
    const one = serializeClixml([object('421 4.4.2 Connection dropped due to SocketError'), object('x')]);
    const { matches, problems } = await read(one.slice(0, one.lastIndexOf('<S N="LastError">x')));
    expect(matches).toHaveLength(1);
    expect(problems).toMatchObject([{ reason: 'truncated' }]);
  });
});

describe('what was copied alone', () => {
  test('a trace of Exchange Online', async () => {
    const content = `Date: 1/19/2021\n\n${trace}\n`;
    expect(looksLikeQueue(content, 'x')).toBe(true);
    expect((await read(content)).matches.map(brief)).toEqual([
      {
        signature: 'online-destination-demands-starttls',
        line: 3,
        time: null,
        remote: 'mail.contoso.example',
        connector: null,
      },
    ]);
  });

  test('fields without their openers', async () => {
    const content = `4.4.2 Connection dropped due to SocketError -> 421 4.4.2 Connection dropped due to SocketError};{MSG=};{FQDN=${online}};{IP=203.0.113.25};{LRT=2021-01-19T08:05:56Z}]`;
    expect(looksLikeQueue(content, 'x')).toBe(true);
    expect((await read(content)).matches.map(brief)).toEqual([
      {
        signature: 'connection-dropped-socket-error',
        line: 1,
        time: '2021-01-19T08:05:56.000Z',
        remote: online,
        connector: null,
      },
    ]);
  });

  test('fields in any order', async () => {
    const fields = [
      'LED=421 4.4.2 Connection dropped due to SocketError',
      'MSG=',
      `FQDN=${online}`,
      'IP=203.0.113.25',
      'LRT=1/19/2021 8:05:56 AM',
    ];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(fields, { minLength: 5 }), fc.boolean(), async (order, open) => {
        const text = `[{${order.join('};{')}}]`.slice(open ? 0 : 2);
        const { matches } = await read(`LastError : ${text}\nLastError : `);
        expect(matches).toMatchObject([
          { signature: 'connection-dropped-socket-error', remote: online, time: '1/19/2021 8:05:56 AM' },
        ]);
      }),
      { numRuns: 40 },
    );
  });
});

test('what has nothing of a queue is none', () => {
  for (const text of ['', 'LastError is a property', 'a,b,c,d\n1,2,3,4', '{LE'])
    expect(looksLikeQueue(text, 'x')).toBe(false);
});

test('any bytes, and any export with bytes changed, are read without a throw', async () => {
  const exports = [
    formatList(queue(withFields), 70),
    `"Identity","NextHopDomain","NextHopConnector","LastError"\n"a","b","c","${'x'.repeat(30)}"`,
    serializeClixml([{ type: 'S', value: 'x' }]),
  ].map(bytes);
  const mutated = fc
    .tuple(fc.constantFrom(...exports), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 30 }))
    .map(([content, changes]) => {
      const copy = content.slice();
      for (const [at, to] of changes) copy[at % copy.length] = to;
      return copy;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), mutated), async (content) => {
      await read(content);
    }),
    { numRuns: 300 },
  );
});

describe('rows of Queue Viewer', () => {
  const quiet = 'Submission\tUndefined\tReady\t0\t\t';
  const header = 'Next Hop Domain\tDelivery Type\tStatus\tMessage Count\tNext Retry Time\tLast Error';
  const row = `fabrikam.example\tDnsConnectorDelivery\tRetry\t14\t3/11/2025 10:15:00 AM\t${withoutFields}`;
  const dropped = '421 4.4.2 Connection dropped due to SocketError';
  const bare = `EX01\\3\tSmartHostConnectorDelivery\tRetry\tcontoso.example\t14\t0.5\t${dropped}`;

  test('each is a queue of its own, with or without the names of the columns', async () => {
    const text = [header, row, quiet, bare].join('\r\n');
    expect(looksLikeQueue(text, 'paste.txt')).toBe(true);
    expect(looksLikeQueue(bare, 'paste.txt')).toBe(true);
    const { kind, matches } = await read(text);
    expect(kind).toBe('queue');
    expect(matches.map(({ line, remote, text: quoted }) => [line, remote, quoted])).toEqual([
      [2, '203.0.113.25', withoutFields],
      [4, 'contoso.example', dropped],
    ]);
    expect((await read(bare)).matches).toMatchObject([{ line: 1, remote: 'contoso.example' }]);
  });
});

test('the default table of Get-Queue has no error to be found', async () => {
  const table = [
    'Identity        DeliveryType         Status MessageCount NextHopDomain',
    '--------        ------------         ------ ------------ -------------',
    'EX01\\3          DnsConnectorDelivery Retry  14           fabrikam.example',
  ].join('\n');
  expect(looksLikeQueue(table, 'queue.txt')).toBe(true);
  expect((await read(table)).problems).toMatchObject([{ reason: 'no-last-error', line: 3 }]);
  const withErrors = formatList(queue(withFields), 79);
  expect((await read(withErrors)).problems).toEqual([]);
});
