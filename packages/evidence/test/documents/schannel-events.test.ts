import { fromPlain, serializeClixml } from '@mailtls/clixml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeEvents, readEvents } from '../../src/documents/schannel-events.ts';
import { bytes, contextOf, utf16 } from './context.ts';

const read = (content: Uint8Array | string) =>
  readEvents(typeof content === 'string' ? bytes(content) : content, contextOf('system.xml'));
const found = async (content: Uint8Array | string) =>
  (await read(content)).matches.map(({ signature, time, line }) => [signature, time, line]);

const time = '2021-01-19T08:15:09.483Z';
const alert70 = 'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 70.';

function eventXml(id: number, data: string, rendered = ''): string {
  return [
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>",
    `<System><Provider Name='Schannel' Guid='{1f678132-5938-4686-9fdc-c8ff68f15c85}'/><EventID>${id}</EventID>`,
    "<TimeCreated SystemTime='2021-01-19T08:15:09.4833862Z'/><EventRecordID>1</EventRecordID><Channel>System</Channel>",
    '<Computer>ex.contoso.example</Computer></System>',
    data,
    rendered === '' ? '' : `<RenderingInfo Culture='x'><Message>${rendered}</Message></RenderingInfo>`,
    '</Event>',
  ].join('');
}

const data = (fields: Record<string, string>) =>
  `<EventData>${Object.entries(fields)
    .map(([name, value]) => (/^\d+$/.test(name) ? `<Data>${value}</Data>` : `<Data Name='${name}'>${value}</Data>`))
    .join('')}</EventData>`;

const handshake = (role: string, protocol: string) =>
  eventXml(
    36880,
    `<UserData><EventXML xmlns='LSA_NS'><Type>${role}</Type><Protocol>${protocol}</Protocol><CipherSuite>0xc030</CipherSuite></EventXML></UserData>`,
  );

describe('XML', () => {
  test.each([
    [36887, { AlertDesc: '70' }, 'schannel-alert-received-protocol-version'],
    [36887, { 1: '70' }, 'schannel-alert-received-protocol-version'],
    [36887, { AlertDesc: '40' }, 'schannel-alert-received-handshake-failure'],
    [36888, { AlertDesc: '70', ErrorState: '105' }, 'schannel-alert-sent-protocol-version'],
    [36874, { Protocol: 'TLS 1.0' }, 'schannel-no-common-suite-old-tls'],
    [36871, { CallerProcessId: '920', Type: 'client', ErrorState: '10013' }, 'schannel-credential-failed'],
    [36871, { 1: 'server', 2: '10013' }, 'schannel-credential-failed'],
  ])('event %i with %o, whatever the language', async (id, fields, signature) => {
    expect(await found(eventXml(id, data(fields)))).toEqual([[signature, time, 1]]);
    expect(await found(eventXml(id, data(fields), 'Vom Remoteendpunkt wurde eine Warnung empfangen.'))).toHaveLength(1);
  });

  test('its own English text and its data are one match', async () => {
    expect(await found(eventXml(36887, data({ AlertDesc: '70' }), alert70))).toHaveLength(1);
  });

  test.each([
    [
      'one root',
      (events: string) => `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>${events}</Events>`,
    ],
    ['none', (events: string) => events],
  ])('many events with %s, in UTF-8 and UTF-16', async (_, wrap) => {
    const content = wrap(
      `${eventXml(36887, data({ AlertDesc: '70' }))}\r\n${eventXml(36887, data({ AlertDesc: '46' }))}\r\n`,
    );
    expect(looksLikeEvents(content, 'x')).toBe(true);
    for (const encoded of [bytes(content), utf16(content)]) {
      const { kind, matches, problems } = await read(encoded);
      expect({ kind, problems }).toEqual({ kind: 'event-log', problems: [] });
      expect(matches.map(({ signature }) => signature)).toEqual([
        'schannel-alert-received-protocol-version',
        'schannel-alert-received-certificate',
      ]);
    }
  });

  test.each([
    ['MSExchangeTransport', 2015, { 1: 'Outbound to Office 365', 2: 'fabrikam.example' }, 'transport-tls-required'],
    [
      'MSExchangeFrontEndTransport',
      12014,
      { 1: 'mail.contoso.example', 2: 'Default Frontend EX' },
      'transport-no-starttls-certificate',
    ],
  ])("Exchange's %s %i", async (provider, id, fields, signature) => {
    const event = eventXml(id, data(fields)).replace("Name='Schannel'", `Name='${provider}'`);
    expect((await found(event)).map(([one]) => one)).toEqual([signature]);
  });

  test('an exception in the data of an event without its text', async () => {
    const event = eventXml(
      4001,
      data({ 1: 'System.Net.WebException: The request was aborted: Could not create SSL/TLS secure channel.' }),
    );
    expect((await found(event)).map(([one]) => one)).toEqual(['secure-channel-not-created']);
  });

  test('the versions of finished handshakes, by role', async () => {
    const content = `<Events>${handshake('client', 'TLS 1.0')}${handshake('client', 'TLS 1.2')}${handshake('server', 'TLS 1.2')}${handshake('client', 'TLS 1.0')}</Events>`;
    const { peers, matches } = await read(content);
    expect(matches).toEqual([]);
    expect(peers).toMatchObject([
      { remote: null, connector: null, direction: 'outbound', sessions: 3, negotiated: { TLS1_0: 2, TLS1_2: 1 } },
      { remote: null, connector: null, direction: 'inbound', sessions: 1, negotiated: { TLS1_2: 1 } },
    ]);
  });

  test.each([
    ['that is cut off', eventXml(36887, data({ AlertDesc: '70' })) + eventXml(36887, '').slice(0, 90), 'truncated'],
    [
      'with a control character',
      eventXml(36887, data({ AlertDesc: '70' })) + eventXml(36887, data({ 1: '\u0001' })),
      'malformed',
    ],
  ])('%s keeps the events before', async (_, content, reason) => {
    const { matches, problems } = await read(content);
    expect(matches).toHaveLength(1);
    expect(problems).toMatchObject([{ reason }]);
  });

  test('with a DOCTYPE is refused', async () => {
    const content = `<!DOCTYPE x [<!ENTITY a "b">]><Events>${eventXml(36887, data({ AlertDesc: '&a;' }))}</Events>`;
    expect(await read(content)).toMatchObject({
      matches: [],
      problems: [{ reason: 'malformed' }],
    });
  });
});

describe('text', () => {
  const copied = (description: string, xml = '') =>
    [
      'Log Name:      System',
      'Source:        Schannel',
      'Date:          1/19/2021 10:15:09 AM',
      'Event ID:      36887',
      'Task Category: None',
      'Level:         Error',
      'Computer:      ex.contoso.example',
      'Description:',
      description,
      ...(xml === '' ? [] : ['Event Xml:', xml.replaceAll('><', '>\r\n  <')]),
      '',
    ].join('\r\n');

  test('as Event Viewer copies it', async () => {
    const content = `${copied(alert70)}\r\n${copied('The following fatal alert was received: 40.')}`;
    expect(looksLikeEvents(content, 'x')).toBe(true);
    expect(await found(content)).toEqual([
      ['schannel-alert-received-protocol-version', '1/19/2021 10:15:09 AM', 1],
      ['schannel-alert-received-handshake-failure', '1/19/2021 10:15:09 AM', 11],
    ]);
  });

  test('with its XML, which knows the time and needs no English', async () => {
    const xml = eventXml(36887, data({ AlertDesc: '70' }));
    expect(await found(copied(alert70, xml))).toEqual([['schannel-alert-received-protocol-version', time, 1]]);
    const german = [copied('Es wurde eine schwerwiegende Warnung empfangen.', xml), copied('Noch eine.', xml)]
      .join('\r\n')
      .replaceAll('Log Name:', 'Protokollname:')
      .replaceAll('Event ID:', 'Ereignis-ID:');
    expect(looksLikeEvents(german, 'x')).toBe(true);
    expect((await found(german)).map(([signature, at]) => [signature, at])).toEqual([
      ['schannel-alert-received-protocol-version', time],
      ['schannel-alert-received-protocol-version', time],
    ]);
  });

  test.each(['Event[0]:', 'Event[0]'])('as wevtutil prints it (%s)', async (start) => {
    const content = [
      start,
      '  Log Name: System',
      '  Source: Schannel',
      '  Date: 2021-01-19T10:15:09.483',
      '  Event ID: 36887',
      '  Task: N/A',
      '  Computer: ex.contoso.example',
      '  Description: ',
      alert70,
      '',
      start.replace('0', '1'),
      '  Log Name: System',
      '  Source: Schannel',
      '  Date: 2021-01-19T10:15:10.0000000Z',
      '  Event ID: 36880',
      '  Description: ',
      'A TLS server handshake completed successfully. The negotiated cryptographic parameters are as follows.',
      '',
      '   Protocol version: TLS 1.1',
      '   CipherSuite: 0xC014',
      '',
    ].join('\r\n');
    expect(looksLikeEvents(content, 'x')).toBe(true);
    const { matches, peers } = await read(content);
    expect(matches).toMatchObject([
      { signature: 'schannel-alert-received-protocol-version', time: '2021-01-19T10:15:09.483', line: 1 },
    ]);
    expect(peers).toMatchObject([{ direction: 'inbound', negotiated: { TLS1_1: 1 } }]);
  });
});

describe('what PowerShell shows', () => {
  test('Get-WinEvent as a list, wrapped', async () => {
    const content = [
      '',
      'TimeCreated  : 1/19/2021 10:15:09 AM',
      'ProviderName : Schannel',
      'Id           : 36887',
      'Message      : A fatal alert was received from the remote endpoint. The TLS protocol',
      '               defined fatal alert code is 70.',
      '',
      'TimeCreated  : 1/19/2021 10:15:10 AM',
      'ProviderName : Schannel',
      'Id           : 36880',
      'Message      : An SSL client handshake completed successfully. The negotiated cryptographic',
      '               parameters are as follows.',
      '               ',
      '                  Protocol: TLS 1.0',
      '                  CipherSuite: 0xC014',
    ].join('\r\n');
    expect(looksLikeEvents(content, 'x')).toBe(true);
    const { matches, peers } = await read(content);
    expect(matches).toMatchObject([
      { signature: 'schannel-alert-received-protocol-version', time: '1/19/2021 10:15:09 AM', line: 2 },
    ]);
    expect(peers).toMatchObject([{ direction: 'outbound', negotiated: { TLS1_0: 1 } }]);
  });

  test('Get-EventLog as a list, in another language', async () => {
    const content = [
      'InstanceId         : 36887',
      'Message            : Vom Remoteendpunkt wurde eine Warnung empfangen.',
      'ReplacementStrings : {70}',
      'Source             : Schannel',
      'TimeGenerated      : 19.01.2021 10:15:09',
    ].join('\r\n');
    expect(looksLikeEvents(content, 'x')).toBe(true);
    expect(await found(content)).toEqual([['schannel-alert-received-protocol-version', '19.01.2021 10:15:09', 1]]);
  });

  test('Get-WinEvent as a table that is cut off', async () => {
    const content = [
      '   ProviderName: Schannel',
      '',
      'TimeCreated                     Id LevelDisplayName Message',
      '-----------                     -- ---------------- -------',
      '1/19/2021 10:15:09 AM        36887 Error            A fatal alert was received from the remote endpoint. The TLS p...',
    ].join('\r\n');
    expect(looksLikeEvents(content, 'x')).toBe(true);
    expect(await read(content)).toMatchObject({
      kind: 'event-log',
      matches: [],
      problems: [{ reason: 'values-cut', line: 5 }],
    });
  });

  test('Export-Clixml', async () => {
    const content = serializeClixml([
      fromPlain({ Id: 36887, ProviderName: 'Schannel', TimeCreated: new Date(time), Message: alert70 }),
    ]);
    expect(looksLikeEvents(content, 'x')).toBe(true);
    expect(await found(content)).toEqual([['schannel-alert-received-protocol-version', time, null]]);
  });
});

describe('CSV', () => {
  test.each([
    ['English', 'Level,Date and Time,Source,Event ID,Task Category'],
    ['German', 'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie'],
  ])('of Event Viewer, whose last column has no name (%s)', async (_, header) => {
    const content = `${header}\r\nError,1/19/2021 10:15:09 AM,Schannel,36887,None,${alert70}\r\nInformation,1/19/2021 10:15:10 AM,Schannel,36880,None,"An SSL client handshake completed successfully.\r\n\r\n   Protocol: TLS 1.2\r\n"\r\n`;
    expect(looksLikeEvents(content, 'system.csv')).toBe(true);
    const { matches, peers } = await read(bytes(`\uFEFF${content}`));
    expect(matches).toMatchObject([
      { signature: 'schannel-alert-received-protocol-version', time: '1/19/2021 10:15:09 AM', line: 2 },
    ]);
    expect(peers).toMatchObject([{ direction: 'outbound', negotiated: { TLS1_2: 1 } }]);
  });

  test("of Event Viewer, of Exchange's events alone", () => {
    const content =
      'Level,Date and Time,Source,Event ID,Task Category\r\nError,1/19/2021 10:15:09 AM,MSExchange Availability,4001,None,x\r\n';
    expect(looksLikeEvents(content, 'application.csv')).toBe(true);
  });

  test('of Export-Csv', async () => {
    const content = `#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\r\n"Message";"Id";"ProviderName";"TimeCreated"\r\n"${alert70}";"36887";"Schannel";"19.01.2021 10:15:09"\r\n`;
    expect(looksLikeEvents(content, 'system.csv')).toBe(true);
    expect(await found(content)).toEqual([['schannel-alert-received-protocol-version', '19.01.2021 10:15:09', 3]]);
  });
});

test('what is no export of events', () => {
  for (const text of ['', 'Schannel', '<html><Event>', 'a,b,c,d\n1,2,3,4', 'Log Name: x']) {
    expect(looksLikeEvents(text, 'x')).toBe(false);
  }
});

test('any bytes, and any export with bytes changed, are read without a throw', async () => {
  const exports = [
    eventXml(36887, data({ AlertDesc: '70' })),
    `Event[0]:\n  Event ID: 36887\n${eventXml(1, '')}\n`,
    'Id : 1\nMessage : x\n',
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
