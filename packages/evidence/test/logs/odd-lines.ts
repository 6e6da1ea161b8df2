import { type Arbitrary, constantFrom, oneof, stringMatching, tuple } from 'fast-check';

const time = oneof(
  {
    weight: 20,
    arbitrary: constantFrom('2023-01-11T16:00:00.000Z', '2023-01-11T17:30:00.500Z', '2023-01-12T00:00:00.000Z'),
  },
  constantFrom(
    '',
    '2023-01-11T16:00:00Z',
    '2023-01-11T16:00:00.0000Z',
    '"2023-01-11T16:00:00.000Z"',
    '2023,01-11T16:00:00.000Z',
    'é',
  ),
);
const connector = oneof(
  { weight: 10, arbitrary: constantFrom('Internet', 'Conector de trimitere către Internet', 'EX\\Default', '') },
  constantFrom(
    '"a, b"',
    '"a ""b"""',
    'in"side',
    'outlook.com STARTTLS',
    'TLS negotiation failed with error SocketError',
  ),
);
const id = oneof(
  {
    weight: 10,
    arbitrary: constantFrom('08D9F50000000001', '08D9F50000000002', '08D9F50000000003', '08D9F50000000004'),
  },
  constantFrom('', '08D9F500', '08D9F5000000000100', '"8D9F5000000001"', '08D9F5000000é001'),
);
const endpoint = constantFrom('192.0.2.1:25', '192.0.2.2:25', '[2001:db8::1]:25', '2001:db8::1', '', ':25', '"x"');
const event = oneof(
  { weight: 20, arbitrary: constantFrom('+', '-', '<', '>', '*') },
  constantFrom('', '?', '"+"', '++'),
);
const said = oneof(
  constantFrom(
    '',
    'EHLO mail.contoso.com',
    'ehlo AM5.mail.protection.outlook.com',
    'STARTTLS',
    'X-ANONYMOUSTLS',
    'QUIT',
    '220 mx.example.net ready',
    '220 ****************2***',
    '"220 DB5.mail.protection.outlook.com, ready"',
    '250-mx.example.net',
    '250-STARTTLS',
    '250 XXXXXXXA',
    '250  DB5.mail.protection.outlook.com Hello SIZE starttls 8BITMIME',
    '250 2.1.0 Sender OK',
    '451 5.7.3 Must issue a STARTTLS command first',
    '"CN=mail.protection.OUTLOOK.com, O=x"',
    'Certificate validation fail',
    'unterminated "quote',
    '"open',
  ),
  stringMatching(/^[ -~]{0,20}$/),
);
const context = constantFrom(
  '',
  'attempting to connect',
  'Remote certificate',
  'TLS negotiation failed with error SocketError',
  '"TLS negotiation failed with error NoCredentials, twice"',
  'Outbound TLS authentication failed with error SubjectMismatch',
  'TLS protocol SP_PROT_TLS1_2_CLIENT negotiation succeeded',
  `"TLS protocol SP_PROT_TLS1_0_SERVER negotiation succeeded using ${'x'.repeat(150)}, y"`,
  `TLS protocol ${'y'.repeat(150)} TLS protocol SP_PROT-TLS1_3 negotiation succeeded`,
  'TLS protocol of another kind negotiation succeeded',
);
/** A line of a Send log as it should be, or not quite, or not at all. */
export const oddLine: Arbitrary<string> = oneof(
  {
    weight: 30,
    arbitrary: tuple(time, connector, id, constantFrom('0', '17'), endpoint, endpoint, event, said, context).map(
      (fields) => fields.join(),
    ),
  },
  constantFrom(
    '',
    ',,,,,,,,',
    '#Software: Microsoft Exchange Server',
    '#Log-type: SMTP Receive Protocol Log',
    '#Log-type: SMTP Send Protocol Log',
    '#Log-type: Message Tracking Log',
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
    '#Fields: date-time,session-id,connector-id,remote-endpoint,event,data,context',
    '2023-01-11T16:00:00.000Z',
    '2023-01-11T16:00:00.000Z,Internet,08D9F50000000001,0,10.0.0.5:1,192.0.2.1:25',
    '2023-01-11T16:00:00.000Z,Internet,08D9F50000000001,0,10.0.0.5:1,192.0.2.1:25,-',
    '2023-01-11T16:00:00.000Z,Internet,08D9F50000000001,0,10.0.0.5:1,192.0.2.1:25,-,',
  ),
);

/** A text's bytes. Such as are no UTF-8 are put in the place of a letter that nothing else has. */
export function bytesWithErrors(text: string): Buffer {
  const bytes = Buffer.from(text);
  for (let at = bytes.indexOf('~'); at !== -1; at = bytes.indexOf('~', at)) bytes[at] = 0xe9;
  return bytes;
}
