import { expect, test } from 'vitest';
import { AnchorScanner } from '../../src/logs/anchor-scanner.ts';
import { factsOf, logEvent } from '../../src/logs/line-facts.ts';
import { logAnchors, tag } from '../../src/logs/line-tags.ts';
import { fact, negotiatedFact } from '../../src/logs/session-state.ts';

const scanner = new AnchorScanner(logAnchors([]));
type Event = keyof typeof logEvent;

function facts(event: Event, text: string, outbound = true): number {
  // The lines around it must make no difference.
  const bytes = Buffer.from(`x,${text}\nLS STARTTLS,****`);
  const end = 2 + Buffer.byteLength(text);
  return factsOf(bytes, logEvent[event], 2, end, outbound, scanner.tagsIn(bytes, 2, end) | tag.masked);
}

test('connecting and disconnecting', () => {
  expect(facts('connect', ',')).toBe(fact.connected);
  expect(facts('disconnect', ',Remote(SocketError)')).toBe(fact.disconnected);
});

test('the client’s commands are what this server sends, or receives where it is the server', () => {
  expect(facts('sent', 'EHLO mail.contoso.com,')).toBe(fact.ehlo);
  expect(facts('sent', 'ehlo mail.contoso.com,')).toBe(fact.ehlo);
  expect(facts('received', '"EHLO [192.0.2.1]",', false)).toBe(fact.ehlo);
  expect(facts('sent', 'STARTTLS,')).toBe(fact.starttls);
  expect(facts('received', 'STARTTLS,', false)).toBe(fact.starttls);
  expect(facts('sent', 'HELO mail.contoso.com,')).toBe(fact.command);
  expect(facts('sent', 'QUIT,')).toBe(fact.command);
  expect(facts('sent', ',')).toBe(fact.command);
});

test('TLS is started in any case, and by the servers of one organisation in a way of their own', () => {
  for (const command of ['STARTTLS', 'starttls', 'StartTLS', 'X-ANONYMOUSTLS', 'x-anonymoustls']) {
    expect(facts('sent', `${command},`)).toBe(fact.starttls);
    expect(facts('received', `${command},`, false)).toBe(fact.starttls);
  }
  expect(facts('sent', 'STARTTLSX,')).toBe(fact.command);
});

test('a keyword of a reply counts in any case, a host that is called so does not', () => {
  const offers = (text: string): boolean => (facts('received', text) & fact.offersStarttls) !== 0;
  for (const keyword of ['STARTTLS', 'starttls', 'StartTLS']) {
    expect(offers(`250-${keyword},`)).toBe(true);
    expect(offers(`250 ${keyword},`)).toBe(true);
    expect(offers(`250-${keyword}`)).toBe(true);
    expect(offers(`"250  mx.example.net Hello SIZE ${keyword}",`)).toBe(true);
    expect(offers(`250  mx.example.net Hello SIZE ${keyword} 8BITMIME,`)).toBe(true);
    expect(offers(`250-${keyword}.example.net Hello,`)).toBe(false);
    expect(offers(`250-mx-${keyword} Hello,`)).toBe(false);
    expect(offers(`250-${keyword}X,`)).toBe(false);
    expect(offers('250-X-ANONYMOUSTLS,')).toBe(false);
  }
});

test('the server’s replies', () => {
  expect(facts('received', '220 2.0.0 SMTP server ready,')).toBe(fact.reply220);
  expect(facts('received', '250-SIZE 37748736,')).toBe(fact.reply250);
  expect(facts('received', '250-STARTTLS,')).toBe(fact.reply250 | fact.offersStarttls);
  expect(facts('received', '250 STARTTLS,')).toBe(fact.reply250 | fact.lastOfReply | fact.offersStarttls);
  expect(facts('sent', '250  ex.contoso.com Hello [192.0.2.1] SIZE STARTTLS XRDST,', false)).toBe(
    fact.reply250 | fact.lastOfReply | fact.offersStarttls,
  );
  for (const text of ['221 2.0.0 bye,', '354 go on,', '451 5.7.3 Must issue a STARTTLS command first,', '500 what?,']) {
    expect(facts('received', text)).toBe(fact.other);
  }
});

test.for([
  ['TLS protocol SP_PROT_TLS1_0_SERVER negotiation succeeded using', 'TLS1_0'],
  ['TLS protocol SP_PROT-TLS1_0_CLIENT negotiation succeeded using', 'TLS1_0'],
  ['TLS protocol SP_PROT_TLS1_CLIENT negotiation succeeded using', 'TLS1_0'],
  ['TLS protocol SP_PROT_TLS1_1_CLIENT negotiation succeeded using', 'TLS1_1'],
  ['TLS protocol SP_PROT_TLS1_2_SERVER negotiation succeeded using', 'TLS1_2'],
  ['TLS protocol SP_PROT_TLS1_3_CLIENT negotiation succeeded using', 'TLS1_3'],
  ['TLS protocol SP_PROT_SSL3_SERVER negotiation succeeded using', 'SSL3_0'],
] as const)('%s', ([text, version]) => {
  expect(facts('information', `,"${text} bulk, and more"`)).toBe(negotiatedFact[version]);
  // Where an older version put it.
  expect(facts('information', `"${text} bulk, and more",`)).toBe(negotiatedFact[version]);
});

test.for([
  ['TLS protocol SP_PROT_TLS1_2 negotiation succeeded using', 'TLS1_2'],
  ['TLS protocol TLS1_2 negotiation succeeded using', 'TLS1_2'],
  ['TLS protocol TLS1_0_SERVER negotiation succeeded using', 'TLS1_0'],
] as const)('bare of its ends: %s', ([text, version]) => {
  expect(facts('information', `,${text} bulk`)).toBe(negotiatedFact[version]);
});

test('a version that has no name here is still a handshake that came about', () => {
  expect(facts('information', ',TLS protocol SP_PROT_TLS9_9_CLIENT negotiation succeeded using')).toBe(fact.other);
  expect(facts('information', ',TLS protocol 8192 negotiation succeeded using')).toBe(fact.other);
});

test('a negotiation that did not succeed names no version', () => {
  expect(facts('information', ',TLS protocol SP_PROT_TLS1_2_CLIENT negotiation failed')).toBe(0);
});

test('the other end’s banner and extensions, masked by a device in between', () => {
  expect(facts('received', '220 ****************2***,') & fact.masked).not.toBe(0);
  expect(facts('received', '220-******* ** 0 *2***,') & fact.masked).not.toBe(0);
  for (const text of ['250-XXXXXXXA,', '250 XXXA,', '250-XXXXXXXX,', '250  host Hello SIZE XXXXXXXA 8BITMIME,']) {
    expect(facts('received', text) & fact.masked).not.toBe(0);
  }
  for (const text of [
    '250-XEXCH50,',
    '250-X-EXPS GSSAPI,',
    '250-XX,',
    '250 XXXX.contoso.com,',
    '220 a ** b,',
    '250-XXXAB,',
    // A postmaster's ornament.
    '220 mx.example.net ESMTP *** no spam ***,',
    '220 **** mx.example.net ****,',
  ]) {
    expect(facts('received', text) & fact.masked).toBe(0);
  }
  // What this server says itself reached its own log unmasked.
  expect(facts('sent', '220 ********,', false) & fact.masked).toBe(0);
});

test('the other end calls itself an Exchange Online server', () => {
  const online = (event: Event, text: string, outbound = true): boolean =>
    (facts(event, text, outbound) & fact.exchangeOnline) !== 0;
  expect(online('received', '220 VE1EUR03FT012.mail.protection.outlook.com Microsoft ESMTP MAIL Service ready,')).toBe(
    true,
  );
  expect(online('received', '250-VE1EUR03FT012.mail.protection.outlook.com Hello [192.0.2.1],')).toBe(true);
  expect(online('received', 'EHLO NAM12-BN8-obe.outbound.protection.outlook.com,', false)).toBe(true);
  expect(online('received', 'HELO NAM12-BN8-obe.outbound.protection.outlook.com,', false)).toBe(true);
  expect(online('received', 'ehlo NAM12-BN8-OBE.OUTBOUND.PROTECTION.OUTLOOK.COM,', false)).toBe(true);
  expect(online('information', 'CN=Outlook.Com,Certificate subject')).toBe(true);
  expect(online('information', '"CN=mail.protection.outlook.com, O=Microsoft Corporation",Certificate subject')).toBe(
    true,
  );
  expect(
    online('information', 'mail.protection.outlook.com;*.outlook.com;outlook.com,Certificate alternate names'),
  ).toBe(true);

  expect(online('received', '220 mail.protection.outlook.com.evil.example ESMTP,')).toBe(false);
  expect(online('received', '220 notoutlook.com ESMTP,')).toBe(false);
  expect(online('received', 'RCPT TO:<a@x.mail.protection.outlook.com>,', false)).toBe(false);
  expect(online('sent', 'EHLO x.mail.protection.outlook.com,')).toBe(false);
  expect(online('information', ',sending message to x.mail.protection.outlook.com')).toBe(false);
});

test('trouble with a certificate', () => {
  for (const text of [
    ',TLS negotiation failed with error NoCredentials',
    ',Outbound TLS authentication failed for auth level DomainValidation with error SubjectMismatch',
    ',Outbound TLS authentication failed for auth level CertificateValidation with error CertificateExpired',
    ',outbound TLS authentication failed for the proxy session due to certificate validation error. ChainValidityStatus = WrongUsage.',
    ',TLS authentication failed with error CertificateUntrusted',
  ]) {
    expect(facts('information', text)).toBe(fact.tlsFailed | fact.certificateTrouble);
  }
  expect(facts('information', ',Certificate validation failed: SubjectMismatch')).toBe(fact.certificateTrouble);
  expect(facts('received', '454 4.7.5 Certificate validation failure,')).toBe(fact.other | fact.certificateTrouble);
  expect(facts('disconnect', ',Local(UntrustedRoot)')).toBe(fact.disconnected | fact.certificateTrouble);
  expect(facts('information', ',TLS negotiation failed with error SocketError')).toBe(fact.tlsFailed);
  expect(facts('information', ',Received certificate')).toBe(0);
});

test('what a client may say of a certificate, or not be asked for, is no trouble', () => {
  expect(facts('information', ",Client certificate chain validation status: 'UntrustedRoot'", false)).toBe(0);
  expect(facts('received', 'RCPT TO:<UntrustedRoot@contoso.com>,', false)).toBe(fact.command);
  expect(facts('sent', 'MAIL FROM:<NoCredentials@contoso.com>,')).toBe(fact.command);
});
