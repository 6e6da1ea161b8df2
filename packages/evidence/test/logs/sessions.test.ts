import { expect, test } from 'vitest';
import { type EvidenceResult, readEvidence } from '../../src/read-evidence.ts';
import { sourceOf } from '../sources.ts';

type Step = readonly [event: string, data: string, context?: string];

/** A log of one session. */
function logOf(kind: 'Send' | 'Receive', steps: readonly Step[], remote = '192.0.2.9'): string {
  const lines = steps.map(([event, data, context = ''], index) =>
    [
      `2023-01-11T16:00:${String(index).padStart(2, '0')}.000Z,Internet,08D9F50000000001,${index}`,
      `10.0.0.5:31230,${remote}:25`,
      event,
      data,
      context,
    ].join(','),
  );
  const fields = 'date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context';
  return [`#Log-type: SMTP ${kind} Protocol Log`, `#Fields: ${fields}`, ...lines, ''].join('\r\n');
}

const read = (kind: 'Send' | 'Receive', ...steps: readonly Step[]): Promise<EvidenceResult> =>
  readEvidence([sourceOf(`${kind}.LOG`, logOf(kind, steps))]);

const connected: readonly Step[] = [
  ['+', ''],
  ['<', '220 mx.example.net ESMTP'],
  ['>', 'EHLO mail.contoso.com'],
];
const refused: readonly Step[] = [
  ['>', 'MAIL FROM:<a@contoso.com>'],
  ['<', '451 5.7.3 Must issue a STARTTLS command first'],
  ['-', '', 'Remote'],
];

test.for([
  ['250-mx.example.net', '250-starttls', '250 SIZE'],
  ['250-mx.example.net', '250-SIZE', '250 starttls'],
  ['250-mx.example.net', '250-SIZE', '250 StartTLS'],
  ['250  mx.example.net Hello SIZE starttls 8BITMIME'],
])('%o offers STARTTLS', async (reply) => {
  const { peers } = await read('Send', ...connected, ...reply.map((line): Step => ['<', line]), ...refused);
  expect(peers).toMatchObject([{ failures: { sessions: 1, starttlsNotOffered: 0, starttlsUnused: 1 } }]);
});

test('a certificate that is rejected after the handshake fails the session, whatever else is said', async () => {
  const { peers, matches } = await read(
    'Send',
    ...connected,
    ['<', '250 STARTTLS'],
    ['>', 'STARTTLS'],
    ['<', '220 2.0.0 SMTP server ready'],
    ['*', '', 'TLS protocol SP_PROT_TLS1_2_CLIENT negotiation succeeded using bulk encryption algorithm'],
    ['*', '', 'Outbound TLS authentication failed for auth level DomainValidation with error SubjectMismatch'],
    ['>', 'QUIT'],
    ['<', '221 2.0.0 bye'],
    ['-', '', 'Local'],
  );
  expect(matches).toEqual([]);
  expect(peers).toMatchObject([
    { sessions: 1, negotiated: { TLS1_2: 1 }, failures: { sessions: 1, certificate: 1, endedAfterStarttls: 0 } },
  ]);
});

test('a handshake between the servers of an organisation that dies is one after STARTTLS', async () => {
  const { peers } = await read(
    'Receive',
    ['+', ''],
    ['<', 'EHLO ex02.contoso.com'],
    ['>', '250  ex01.contoso.com Hello SIZE X-ANONYMOUSTLS'],
    ['<', 'X-ANONYMOUSTLS'],
    ['>', '220 2.0.0 SMTP server ready'],
    ['-', '', 'Remote'],
  );
  expect(peers).toMatchObject([
    { failures: { sessions: 1, endedAfterStarttls: 1, starttlsNotOffered: 0, starttlsUnused: 0 } },
  ]);
});

test('a stranger cannot write an error into a log by saying it', async () => {
  const text = '421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2';
  const said = await read('Receive', ['+', ''], ['<', `EHLO ${text}`], ['>', '250 hello'], ['-', '', 'Remote']);
  expect(said.matches).toEqual([]);
  expect(said.peers).toMatchObject([{ failures: { sessions: 0 } }]);
  const heard = await read('Send', ['+', ''], ['<', text], ['-', '', 'Remote']);
  expect(heard.matches).toMatchObject([{ signature: 'smtp-auth-old-tls' }]);
});

test.each([
  ['contoso-com.mail.protection.outlook.com', true],
  ['NAM12-BN8-obe.outbound.protection.outlook.com', true],
  ['mail.protection.outlook.com.example.net', false],
  ['192.0.2.9', false],
])('without a banner, the other end is known by its name: %s', async (remote, exchangeOnline) => {
  const steps: readonly Step[] = [
    ['>', 'STARTTLS'],
    ['<', '220 2.0.0 SMTP server ready'],
    ['-', '', 'Remote'],
  ];
  const { peers } = await readEvidence([sourceOf('SEND.LOG', logOf('Send', steps, remote))]);
  expect(peers).toMatchObject([{ remote, exchangeOnline, failures: { endedAfterStarttls: 1 } }]);
});

test('a command that is sent before EHLO was answered takes nothing from the answer', async () => {
  const { peers } = await read(
    'Receive',
    ['+', ''],
    ['>', '220 ex01.contoso.com Microsoft ESMTP MAIL Service ready'],
    ['<', 'EHLO app.contoso.com'],
    ['<', 'MAIL FROM:<a@contoso.com>'],
    ['>', '250  ex01.contoso.com Hello SIZE 8BITMIME'],
    ['>', '451 5.7.3 Must issue a STARTTLS command first'],
    ['-', '', 'Remote'],
  );
  expect(peers).toMatchObject([{ sessions: 1, failures: { sessions: 1, starttlsNotOffered: 1 } }]);
});

test('a session that is cut at its beginning or its end says what is there of it', async () => {
  const steps: readonly Step[] = [
    ...connected,
    ['<', '250 STARTTLS'],
    ['>', 'STARTTLS'],
    ['<', '220 2.0.0 SMTP server ready'],
    ['*', '', 'TLS negotiation failed with error SocketError'],
    ['-', '', 'Remote'],
  ];
  const failuresOf = async (part: readonly Step[]): Promise<unknown> => {
    const [peer] = (await read('Send', ...part)).peers;
    return [peer?.sessions, peer?.failures.sessions, peer?.failures.endedAfterStarttls];
  };
  expect(await failuresOf(steps)).toEqual([1, 1, 1]);
  for (let cut = 1; cut < steps.length - 1; cut += 1) {
    expect(await failuresOf(steps.slice(cut))).toEqual([1, 1, cut <= 4 ? 1 : 0]);
    expect(await failuresOf(steps.slice(0, -cut))).toEqual([1, cut === 1 ? 1 : 0, 0]);
  }
});
