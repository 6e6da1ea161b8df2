import { type Cause, findSignature, type SignatureId } from '@mailtls/core';
import { describe, expect, test } from 'vitest';
import { readNdr } from '../../src/documents/ndr.ts';
import { readText } from '../../src/documents/pasted-text.ts';
import { readQueue } from '../../src/documents/queue.ts';
import { readEvents } from '../../src/documents/schannel-events.ts';
import { bytes, contextOf } from './context.ts';

function likeliestCause(id: SignatureId): string {
  const ranked = Object.entries(findSignature(id).priors).toSorted(([, a], [, b]) => b - a);
  return ranked[0]?.[0] ?? 'unknown';
}

const inMail: readonly (readonly [text: string, cause: Cause])[] = [
  ['421 4.4.2 Connection dropped due to TimedOut', 'network'],
  ['421 4.4.2 Connection dropped due to ConnectionReset', 'network'],
  ['454 4.7.0 Cannot accept TLS as maximum TLS rate exceeded', 'throttling'],
  ['451 4.7.0 Temporary server error. Please try again later. PRX2', 'dns'],
  ['454 4.7.0 TLS not available due to local problem', 'certificate'],
  ['530 5.7.0 Must issue a STARTTLS command first. a1-20020a17b0040b0si12345wrs.1 - gsmtp', 'other'],
  [
    '441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect. Winsock error code: 10060"',
    'network',
  ],
  ['450 4.4.316 Connection refused [Message=Socket error code 10061]', 'network'],
  ['450 4.4.315 Connection timed out [Message=Socket error code 10060]', 'network'],
  ['450 4.4.312 DNS query failed [Message=ServerFailure]', 'dns'],
  [
    '450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot] [LastAttemptedServerName=mail.contoso.example]',
    'certificate',
  ],
  ['450 4.7.320 Certificate validation failed [Message=CertificateExpired]', 'certificate'],
  ["450 4.7.322 certificate-expired: Destination mail server's certificate is expired.", 'certificate'],
  ['450 4.7.323 tlsa-invalid: The domain failed DANE validation.', 'certificate'],
  ['450 4.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records.', 'dns'],
  ['450 4.7.325 certificate-host-mismatch', 'certificate'],
  ['530 5.7.57 Client was not authenticated to send anonymous mail during MAIL FROM', 'authentication'],
  ['550 5.7.64 TenantAttribution; Relay Access Denied', 'authentication'],
  ['550 5.7.51 TenantInboundAttribution; There is a partner connector configured', 'authentication'],
  ['454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could not be found.', 'certificate'],
  ['550 4.4.7 QUEUE.Expired; message expired', 'network'],
];

describe.each(inMail)('%s', (text, cause) => {
  const causesOf = (reading: { matches: readonly { signature: SignatureId }[] }) =>
    reading.matches.map(({ signature }) => likeliestCause(signature));

  test('in a report', async () => {
    const report = `From: postmaster@contoso.example\r\nX-MS-Exchange-Message-Is-Ndr:\r\n\r\nuser@fabrikam.example\r\nServer at mx.fabrikam.example (192.0.2.9) returned '${text}'\r\n`;
    expect(causesOf(await readNdr(bytes(report), contextOf('report.eml')))).toEqual([cause]);
  });

  test('in a queue', async () => {
    const list = `NextHopDomain : fabrikam.example\nLastError     : [{LED=${text}};{MSG=};{FQDN=};{IP=};{LRT=}]\n`;
    expect(causesOf(await readQueue(bytes(list), contextOf('queue.txt')))).toEqual([cause]);
  });

  test('pasted', () => {
    expect(causesOf(readText(bytes(`It says: ${text}\n`), contextOf('ticket.txt')))).toEqual([cause]);
  });
});

test.each([
  ['36887', '<Data Name="AlertDesc">20</Data>', 'other'],
  ['36887', '<Data Name="AlertDesc">42</Data>', 'certificate'],
  ['36887', '<Data Name="AlertDesc">48</Data>', 'certificate'],
  ['36887', '<Data Name="AlertDesc">80</Data>', 'other'],
  ['36874', '<Data Name="Protocol">TLS 1.2</Data>', 'cipher-suite'],
])('event %s with %s', async (id, data, cause) => {
  const event = `<Event><System><Provider Name="Schannel"/><EventID>${id}</EventID></System><EventData>${data}</EventData></Event>`;
  const { matches } = await readEvents(bytes(event), contextOf('system.xml'));
  expect(matches.map(({ signature }) => likeliestCause(signature))).toEqual([cause]);
});
