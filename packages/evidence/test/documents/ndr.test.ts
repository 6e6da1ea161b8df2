import { readdirSync } from 'node:fs';
import { findSignature, type Match } from '@mailtls/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeNdr, readNdr } from '../../src/documents/ndr.ts';
import { bytes, contextOf, fixture, utf16 } from './context.ts';

const read = (content: Uint8Array, path = 'report.eml') => readNdr(content, contextOf(path));
const brief = ({ signature, remote, time }: Match) => ({ signature, remote, time });
const online = 'fabrikam-example.mail.protection.outlook.com';
const date = '2021-01-19T08:15:09.000Z';
const filesOf = (folder: string) =>
  readdirSync(new URL(`../fixtures/${folder}`, import.meta.url))
    .filter((name) => name.endsWith('.eml'))
    .map((name) => `${folder}/${name}`);

describe('the reports of each program', () => {
  test.each([
    ['exchange-2003', [{ signature: 'connection-dropped-socket-error', remote: online, time: date }]],
    ['exchange-2007', [{ signature: 'connection-dropped-socket-error', remote: online, time: date }]],
    ['exchange-2010', [{ signature: 'connection-dropped-socket-error', remote: online, time: date }]],
    ['exchange-2013', [{ signature: 'connection-dropped-socket-error', remote: online, time: date }]],
    ['exchange-2016', [{ signature: 'connection-dropped-socket-error', remote: online, time: date }]],
    [
      'exchange-online-317',
      [
        {
          signature: 'online-destination-demands-starttls',
          remote: 'mail.contoso.example',
          time: '2021-01-20T08:15:07.000Z',
        },
      ],
    ],
    ['postfix', [{ signature: 'must-issue-starttls-first', remote: online, time: '2021-01-19T08:14:58.000Z' }]],
    ['sendmail', [{ signature: 'must-issue-starttls-first-530', remote: 'mx.fabrikam.example', time: date }]],
  ])('%s', async (name, matches) => {
    const content = fixture(`ndr/${name}.eml`);
    expect(looksLikeNdr(new TextDecoder().decode(content), 'x')).toBe(true);
    const reading = await read(content);
    expect(reading).toMatchObject({ kind: 'ndr', problems: [] });
    expect(reading.matches.map(brief)).toEqual(matches);
    // Exchange Online opened the connection that it reports of.
    const direction = name === 'exchange-online-317' ? 'inbound' : 'outbound';
    expect(reading.matches[0]).toMatchObject({ kind: 'ndr', path: 'report.eml', line: null, direction });
  });

  test('has a case for each fixture', () => {
    expect(filesOf('ndr')).toHaveLength(8);
  });
});

test.each(filesOf('ndr-sisimai'))('the real report %s is one, and blames no TLS version', async (path) => {
  const content = fixture(path);
  expect(looksLikeNdr(new TextDecoder().decode(content), 'x')).toBe(true);
  const reading = await read(content);
  expect(reading.kind).toBe('ndr');
  expect(reading.problems).toEqual([]);
  for (const { signature } of reading.matches) {
    const { 'tls-version': version = 0, ...rivals } = findSignature(signature).priors;
    expect(version).toBeLessThan(Math.max(0, ...Object.values(rivals)));
  }
});

describe('what else a report tells', () => {
  test('the TLS versions of the hops, each once, however often the report repeats the headers', async () => {
    const { peers } = await read(fixture('ndr/exchange-online-317.eml'));
    expect(peers.map(({ remote, sessions, negotiated }) => ({ remote, sessions, negotiated }))).toEqual([
      { remote: 'eur01-obe.outbound.protection.outlook.com', sessions: 1, negotiated: { TLS1_2: 1 } },
      { remote: 'AM0PR01MB0002.eurprd01.prod.exchangelabs.com', sessions: 1, negotiated: { TLS1_2: 1 } },
    ]);
  });

  test('the version that a returned header names', async () => {
    const { peers } = await read(fixture('ndr/postfix.eml'));
    expect(peers).toMatchObject([
      { remote: 'client.contoso.example', negotiated: { TLS1_0: 1 }, direction: 'inbound' },
    ]);
  });

  test('a wrapper, where nothing else is said', async () => {
    const report = new TextDecoder().decode(fixture('ndr/exchange-2010.eml')).replaceAll('SocketError', 'Sock');
    expect((await read(bytes(report))).matches.map(({ signature }) => signature)).toEqual(['queue-expired']);
  });

  test('the first line too, where it is an error of its own', async () => {
    const text = [
      'Diagnostic information for administrators:',
      'user@fabrikam.example',
      "1/20/2021 8:15:06 AM - Server at a.example (192.0.2.1) returned '550 5.4.316 Message expired, connection refused'",
      "1/20/2021 8:10:01 AM - Server at b.example (192.0.2.2) returned '421 4.4.2 Connection dropped due to SocketError'",
    ];
    const { matches } = await read(bytes(text.join('\n')));
    expect(matches.map(({ address }) => address)).toEqual(['192.0.2.2', '192.0.2.1']);
    expect(matches.map(brief)).toEqual([
      { signature: 'connection-dropped-socket-error', remote: 'b.example', time: null },
      { signature: 'online-connection-refused', remote: 'a.example', time: null },
    ]);
  });
});

describe('other mails', () => {
  const outer = (disposition: string) =>
    [
      'From: user@contoso.example',
      'Subject: FW: Undeliverable',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=outer',
      '',
      '--outer',
      'Content-Type: text/plain',
      '',
      'See attached.',
      '--outer',
      'Content-Type: message/rfc822',
      ...(disposition === '' ? [] : [`Content-Disposition: ${disposition}`]),
      '',
      new TextDecoder().decode(fixture('ndr/exchange-2013.eml')),
      '--outer--',
      '',
    ].join('\r\n');

  test.each(['', 'inline', 'attachment; filename=report.eml'])(
    'a report forwarded in a mail (%s)',
    async (disposition) => {
      const reading = await read(bytes(outer(disposition)));
      expect(reading.kind).toBe('ndr');
      expect(reading.matches.map(brief)).toEqual([
        { signature: 'connection-dropped-socket-error', remote: online, time: date },
      ]);
    },
  );

  test('a mail that quotes an error is no report', async () => {
    const mail =
      'From: user@contoso.example\r\nSubject: help\r\n\r\n> 421 4.4.2 Connection dropped\r\n> due to SocketError\r\n';
    expect(looksLikeNdr(mail, 'help.eml')).toBe(true);
    const reading = await read(bytes(mail));
    expect(reading).toMatchObject({
      kind: 'text',
      matches: [{ signature: 'connection-dropped-socket-error', direction: null }],
    });
  });

  test('a text whose every line looks like a header', async () => {
    const reading = await read(bytes('Subject: help\nError: 421 4.4.2 Connection dropped due to SocketError\n'));
    expect(reading.matches).toHaveLength(1);
  });

  test('a report that was saved in UTF-16, or with a byte order mark', async () => {
    const text = new TextDecoder().decode(fixture('ndr/exchange-2013.eml'));
    for (const content of [utf16(text), bytes(`\uFEFF${text}`)]) {
      expect((await read(content)).matches.map(brief)).toEqual([
        { signature: 'connection-dropped-socket-error', remote: online, time: date },
      ]);
    }
  });

  test('the text of a report that was copied, in UTF-16', async () => {
    const text =
      'Delivery has failed to these recipients or groups:\n\n421 4.4.2 Connection dropped due to\n SocketError\n';
    expect(looksLikeNdr(text, 'x.txt')).toBe(true);
    const reading = await read(utf16(text));
    expect(reading).toMatchObject({
      kind: 'ndr',
      matches: [{ signature: 'connection-dropped-socket-error', remote: null }],
    });
  });

  test('the fields of a report that were saved alone', async () => {
    const text =
      'Reporting-MTA: dns;ex.example\n\nFinal-Recipient: rfc822;u@x.example\nRemote-MTA: dns;[192.0.2.9]\nDiagnostic-Code: smtp;421 4.4.2\n Connection dropped due to SocketError\n';
    const reading = await read(bytes(text), 'details.txt');
    expect(reading).toMatchObject({ kind: 'ndr', matches: [{ remote: '192.0.2.9' }] });
  });

  test('a read receipt is a report on something else', async () => {
    const mail =
      'From: user@contoso.example\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nread\r\n--b--\r\n';
    expect(looksLikeNdr(mail, 'x')).toBe(false);
    expect((await read(bytes(mail))).kind).toBe('text');
  });
});

describe('broken and hostile mails', () => {
  test('an empty one', async () => {
    expect(await read(new Uint8Array())).toMatchObject({ kind: 'unknown', problems: [{ reason: 'empty' }] });
  });

  test('one that is cut off within the text keeps what is there', async () => {
    const content = fixture('ndr/exchange-2013.eml');
    const end = new TextDecoder().decode(content).indexOf('Original message headers');
    expect((await read(content.subarray(0, end))).matches).toHaveLength(1);
  });

  test('multiparts in multiparts without end', async () => {
    const nested = Array.from(
      { length: 100 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    );
    const mail = `From: user@contoso.example\r\n${nested.join('')}\r\n421 4.4.2 Connection dropped due to SocketError\r\n`;
    const reading = await read(bytes(mail));
    expect(reading.problems).toMatchObject([{ reason: 'malformed' }]);
    expect(reading.matches).toHaveLength(1);
  });

  test('more parts than any report has', async () => {
    const part = '--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\r\n';
    const mail = `From: u@x.example\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\n421 4.4.2 Connection dropped due to SocketError\r\n${part.repeat(200_000)}`;
    const reading = await read(bytes(mail));
    expect(reading).toMatchObject({ kind: 'ndr', problems: [{ reason: 'too-large' }] });
    expect(reading.matches).toHaveLength(1);
  });

  test('what it returns is no word of the report', async () => {
    const { matches } = await read(fixture('ndr/exchange-online-317.eml'));
    expect(matches.map(({ signature }) => signature)).not.toContain('smtp-auth-old-tls');
  });
});

describe('properties', () => {
  const answer = "Server at mx.example (192.0.2.1) returned '421 4.4.2 Connection dropped due to SocketError'";
  const head =
    'From: p@x.example\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDiagnostic information for administrators:\r\n';

  test('quoted-printable may fold anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(answer.length), { maxLength: 12 }), async (places) => {
        const folds = new Set(places);
        const folded = [...answer].map((letter, index) => (folds.has(index) ? `=\r\n${letter}` : letter)).join('');
        const { matches } = await read(bytes(`${head}${folded}\r\n`));
        expect(matches.map(brief)).toEqual([
          { signature: 'connection-dropped-socket-error', remote: 'mx.example', time: null },
        ]);
      }),
      { numRuns: 50 },
    );
  });

  test('any bytes, and any report with bytes changed, are read without a throw', async () => {
    const report = fixture('ndr/exchange-online-317.eml');
    const change = fc.record({ at: fc.nat(report.length - 1), to: fc.nat(255) });
    const mutated = fc.array(change, { maxLength: 40 }).map((changes) => {
      const copy = report.slice();
      for (const { at, to } of changes) copy[at] = to;
      return copy;
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), mutated), async (content) => {
        await read(content);
      }),
      { numRuns: 150 },
    );
  });
});
