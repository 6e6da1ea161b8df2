import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeHeaders, readHeaders } from '../../src/documents/received-headers.ts';
import { noFailures } from '../../src/peer-table.ts';
import { bytes, contextOf } from './context.ts';

const read = (text: string) => readHeaders(bytes(text), contextOf('headers.txt'));

describe('the hop that a header tells of', () => {
  test.each([
    [
      'Exchange 2016 and later',
      'from EX16.contoso.example (192.0.2.51) by mail.fabrikam.example\r\n (192.0.2.52) with Microsoft SMTP Server (version=TLS1_2,\r\n cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384_P384) id 15.1.2176.2 via\r\n Frontend Transport; Tue, 19 Jan 2021 10:15:09 +0200',
      'EX16.contoso.example',
      { TLS1_2: 1 },
    ],
    [
      'Exchange 2016 with an old client',
      'from app.contoso.example (192.0.2.9) by mail.contoso.example (192.0.2.52) with Microsoft SMTP Server (version=TLS1_0, cipher=TLS_RSA_WITH_AES_256_CBC_SHA) id 15.1.2176.2',
      'app.contoso.example',
      { TLS1_0: 1 },
    ],
    [
      'Exchange 2010 and 2013, which name no version',
      'from hub.contoso.example (192.0.2.31) by mbx.contoso.example (192.0.2.32) with Microsoft SMTP Server (TLS) id 14.3.513.0; Tue, 19 Jan 2021 10:15:09 +0200',
      'hub.contoso.example',
      {},
    ],
    [
      'Exchange in the clear',
      'from printer (192.0.2.88) by mbx.contoso.example (192.0.2.32) with Microsoft SMTP Server id 15.1.2176.2',
      '192.0.2.88',
      {},
    ],
    [
      'Exchange Online, from an address',
      'from [IPv6:2001:db8::25] (2001:db8::25) by DB5EUR01FT0001.mail.protection.outlook.com (2001:db8::26) with Microsoft SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.3763.10',
      '2001:db8::25',
      { TLS1_3: 1 },
    ],
    [
      'Postfix',
      'from relay.contoso.example (relay.contoso.example [192.0.2.7]) (using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)) (No client certificate requested) by mx.example.org (Postfix) with ESMTPS id 4DK',
      'relay.contoso.example',
      { TLS1_2: 1 },
    ],
    [
      'Postfix, whose 1.0 has no minor number',
      'from [192.0.2.7] (unknown [192.0.2.7]) (using TLSv1 with cipher ADH-AES256-SHA (256/256 bits)) by mx.example.org (Postfix) with ESMTPS id 4DK',
      '192.0.2.7',
      { TLS1_0: 1 },
    ],
    [
      'Exim',
      'from [192.0.2.7] (helo=relay.contoso.example) by mx.example.org with esmtps (TLS1.2) tls TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 (Exim 4.94) (envelope-from <user@contoso.example>) id 1l1abc',
      'relay.contoso.example',
      { TLS1_2: 1 },
    ],
    [
      'older Exim',
      'from relay.contoso.example ([192.0.2.7]) by mx.example.org with esmtps (TLSv1.1:DHE-RSA-AES256-SHA:256) (Exim 4.76) id 1l1abc',
      'relay.contoso.example',
      { TLS1_1: 1 },
    ],
    [
      'Gmail',
      'from relay.contoso.example (relay.contoso.example. [192.0.2.7]) by mx.google.com with ESMTPS id a1si2 for <user@gmail.example> (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256); Tue, 19 Jan 2021 00:15:09 -0800 (PST)',
      'relay.contoso.example',
      { TLS1_3: 1 },
    ],
    [
      'sendmail',
      'from relay.contoso.example (relay.contoso.example [192.0.2.7]) by mx.example.org (8.15.2/8.15.2) with ESMTPS id 10J (version=TLSv1.2 cipher=ECDHE-RSA-AES256-GCM-SHA384 bits=256 verify=NO)',
      'relay.contoso.example',
      { TLS1_2: 1 },
    ],
    [
      'old sendmail, which names the family of the cipher',
      'from relay.contoso.example by mx.example.org with ESMTP id 10J (version=TLSv1/SSLv3 cipher=DHE-RSA-AES256-SHA bits=256 verify=NO)',
      'relay.contoso.example',
      {},
    ],
  ])('%s', (_, header, remote, negotiated) => {
    expect(read(`Received: ${header}\r\nSubject: x\r\n`).peers).toEqual([
      {
        remote,
        connector: null,
        direction: 'inbound',
        sessions: 1,
        negotiated,
        exchangeOnline: false,
        failures: noFailures,
      },
    ]);
  });

  test.each([
    [
      'within a server',
      'from mbx.contoso.example ([fe80::1]) by mbx.contoso.example ([fe80::1%12]) with mapi id 15.01.2176.002',
    ],
    [
      'over HTTP',
      'from AM0PR01MB0002.eurprd01.prod.exchangelabs.com by AM0PR01.eurprd01.prod.exchangelabs.com with HTTPS id 15.20',
    ],
    [
      'a content filter on the same machine',
      'from localhost (localhost [127.0.0.1]) by mx.example.org (amavisd-new, port 10024) with ESMTP id 9',
    ],
    ['by a program', 'by mx.example.org (Postfix, from userid 1000) id 4DK'],
    ['without a name', 'from printer by mx.example.org with ESMTP'],
  ])('is none of a network: %s', (_, header) => {
    expect(read(`Received: ${header}\r\n`).peers).toEqual([]);
  });
});

test('hops are counted by who handed over, a header met twice once', () => {
  const hop = (id: number, version: string) =>
    `Received: from eur01.mail.protection.outlook.com (203.0.113.${id}) by ex.contoso.example\n (192.0.2.1) with Microsoft SMTP Server (version=${version}, cipher=X) id ${id}\n`;
  const { peers } = read(`${hop(1, 'TLS1_2')}${hop(2, 'TLS1_2')}${hop(1, 'TLS1_2')}${hop(3, 'TLS1_1')}`);
  expect(peers).toMatchObject([
    {
      remote: 'eur01.mail.protection.outlook.com',
      sessions: 3,
      negotiated: { TLS1_1: 1, TLS1_2: 2 },
      exchangeOnline: true,
    },
  ]);
});

test('headers that were pasted with an indent, and an error among them', () => {
  const text = [
    '',
    '   Received: from a.example (192.0.2.1) by b.example (192.0.2.2)',
    '     with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 1',
    '   X-Note: 421 4.4.2 Connection dropped',
    '     due to SocketError',
  ].join('\n');
  expect(looksLikeHeaders(text, 'x')).toBe(true);
  expect(read(text)).toMatchObject({
    kind: 'headers',
    peers: [{ remote: 'a.example', negotiated: { TLS1_2: 1 } }],
    matches: [{ signature: 'connection-dropped-socket-error', line: 4 }],
  });
});

test('what is no list of headers', () => {
  for (const text of ['', 'hello', 'Subject: x\nTo: y', 'hello\nReceived: from a']) {
    expect(looksLikeHeaders(text, 'x')).toBe(false);
  }
});

test('any text is read without a throw', () => {
  const word = fc.constantFrom(
    'Received:',
    'from',
    'by',
    'with',
    '(version=TLS',
    '[192.0.2.1]',
    'a.example',
    '\n',
    ' ',
    '(',
    ')',
    ';',
    'x',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      read(words.join(' '));
    }),
  );
});
