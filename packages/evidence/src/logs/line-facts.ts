import { isExchangeOnlineHost, type TlsVersion } from '@mailtls/core';
import { tag } from './line-tags.ts';
import { fact, negotiatedFact } from './session-state.ts';

/** The `event` field's values. */
export const logEvent = { connect: 0x2b, disconnect: 0x2d, sent: 0x3e, received: 0x3c, information: 0x2a } as const;

const [QUOTE, COMMA, SPACE, HYPHEN, ASTERISK, LETTER_X] = [0x22, 0x2c, 0x20, 0x2d, 0x2a, 0x58];

/**
 * What a line of a protocol log says of its session, as bits of `fact`.
 *
 * @param event the first byte of the `event` field.
 * @param start where the `data` field begins; it and what follows it reach to `end`.
 * @param outbound whether this server opened the connection: then what it sent comes from the client.
 * @param tags what the scanner found there, as bits of `tag`.
 */
export function factsOf(
  bytes: Buffer,
  event: number,
  start: number,
  end: number,
  outbound: boolean,
  tags: number,
): number {
  switch (event) {
    case logEvent.sent:
      return outbound ? command(bytes, start, 0) : reply(bytes, start, end, tags, false);
    case logEvent.received: {
      if (outbound) return reply(bytes, start, end, tags, true);
      return command(bytes, start, tags & tag.outlook && namesExchangeOnline(bytes, start, end));
    }
    case logEvent.information:
      return tags === 0 ? 0 : information(bytes, start, end, tags);
    case logEvent.connect:
      return fact.connected;
    case logEvent.disconnect:
      return fact.disconnected | certificateTrouble(tags);
    default:
      return 0;
  }
}

/** Whether a line is what the client of the connection said: its words are its own and report no error. */
export function isCommand(event: number, outbound: boolean): boolean {
  return event === (outbound ? logEvent.sent : logEvent.received);
}

function certificateTrouble(tags: number): number {
  return tags & tag.certificateTrouble ? fact.certificateTrouble : 0;
}

/** @param exchangeOnline that fact, where the line names one of its hosts. */
function command(bytes: Buffer, start: number, exchangeOnline: number): number {
  const at = bytes[start] === QUOTE ? start + 1 : start;
  if (isWord(bytes, at, 'ehlo')) return fact.ehlo | exchangeOnline;
  if (isWord(bytes, at, 'helo')) return fact.command | exchangeOnline;
  return isWord(bytes, at, 'starttls') || isWord(bytes, at, 'x-anonymoustls') ? fact.starttls : fact.command;
}

function reply(bytes: Buffer, start: number, end: number, tags: number, byOtherEnd: boolean): number {
  const at = bytes[start] === QUOTE ? start + 1 : start;
  // All replies of interest begin with 2, and end their number with 0.
  if (bytes[at] !== 0x32 || bytes[at + 2] !== 0x30) return fact.other | certificateTrouble(tags);
  const middle = bytes[at + 1];
  let facts = 0;
  if (middle === 0x32) {
    facts = fact.reply220;
    if (byOtherEnd && isMaskedBanner(bytes, at + 3, end)) facts |= fact.masked;
  } else if (middle === 0x35) {
    facts = bytes[at + 3] === HYPHEN ? fact.reply250 : fact.reply250 | fact.lastOfReply;
    if (tags & tag.starttls && hasKeyword(bytes, at + 3, end, 'starttls')) facts |= fact.offersStarttls;
    if (byOtherEnd && tags & tag.masked && hasMaskedWord(bytes, at + 3, end)) facts |= fact.masked;
  } else {
    return fact.other;
  }
  return byOtherEnd && tags & tag.outlook ? facts | namesExchangeOnline(bytes, at, end) : facts;
}

function information(bytes: Buffer, start: number, end: number, tags: number): number {
  if (tags === tag.negotiated) {
    const facts = usualHandshake(bytes, start);
    if (facts !== 0) return facts;
  }
  const text = bytes.toString('latin1', start, end);
  const facts = tags & tag.tlsFailed ? fact.tlsFailed : 0;
  if (tags & tag.negotiated) return facts | negotiated(text);
  // The certificate of a client is looked at where nothing is asked of it, and the session goes on.
  const trouble = text.includes('Client certificate chain validation status') ? 0 : certificateTrouble(tags);
  // Of all that is logged between commands, a certificate's names alone tell who the other end is.
  const ofCertificate = tags & tag.outlook && /ertificate|CN=/.test(text);
  return facts | trouble | (ofCertificate ? namesExchangeOnline(bytes, start, end) : 0);
}

const versions: Readonly<Record<string, TlsVersion>> = {
  SSL2: 'SSL2_0',
  SSL3: 'SSL3_0',
  TLS1: 'TLS1_0',
  TLS1_0: 'TLS1_0',
  TLS1_1: 'TLS1_1',
  TLS1_2: 'TLS1_2',
  TLS1_3: 'TLS1_3',
};

/**
 * `SP_PROT_TLS1_2_SERVER` as logs write it, `SP_PROT-TLS1_2_SERVER` as the documentation does, and either without its ends.
 * A version that is not known is still a handshake that came about.
 */
function negotiated(text: string): number {
  const [line, name = ''] =
    /TLS protocol (?:(?:SP_PROT[_-])?((?:TLS|SSL)\d(?:_\d)?)(?:_(?:CLIENT|SERVER))?|\S{1,40}) negotiation succeeded/.exec(
      text,
    ) ?? [];
  const version = versions[name];
  if (version !== undefined) return negotiatedFact[version];
  return line === undefined ? 0 : fact.other;
}

const handshakeBegins = Buffer.from('TLS protocol SP_PROT_TLS1_');
const handshakeEnds = [Buffer.from('_CLIENT negotiation succeeded'), Buffer.from('_SERVER negotiation succeeded')];

/** The same of the line as nearly every log has it: no data, and the context begins so. Most sessions have one. */
function usualHandshake(bytes: Uint8Array, start: number): number {
  const at = bytes[start] === COMMA ? start + (bytes[start + 1] === QUOTE ? 2 : 1) : -1;
  if (at === -1 || !startsWith(bytes, at, handshakeBegins)) return 0;
  const minor = at + handshakeBegins.length;
  const version = versions[`TLS1_${String.fromCharCode(bytes[minor] as number)}`];
  if (version === undefined || !handshakeEnds.some((text) => startsWith(bytes, minor + 1, text))) return 0;
  return negotiatedFact[version];
}

/** Every host of Outlook in the line is looked at. */
const outlookHost = /(?<![A-Za-z0-9.-])[A-Za-z0-9.-]{0,240}outlook\.[a-z]{2,3}(?![A-Za-z0-9-]|\.[A-Za-z0-9])/gi;
/** What it looks at, from the word on and before it, and one more, so that a longer name is not taken for its end. */
const FROM_OUTLOOK_ON = 'outlook.'.length + 5;
const BEFORE_OUTLOOK = 242;

function namesExchangeOnline(bytes: Buffer, start: number, end: number): number {
  const text = bytes.toString('latin1', start, end);
  const folded = text.toLowerCase();
  for (let at = folded.indexOf('outlook.'); at !== -1; at = folded.indexOf('outlook.', at + 1)) {
    // Not the whole line is looked through, as the beginning of a name is sought before every letter of it.
    const hosts = text.slice(Math.max(0, at - BEFORE_OUTLOOK), at + FROM_OUTLOOK_ON).match(outlookHost) ?? [];
    if (hosts.some((host) => host.toLowerCase() === 'outlook.com' || isExchangeOnlineHost(host)))
      return fact.exchangeOnline;
  }
  return 0;
}

/** A masked banner: `220 ********2***`. One that holds letters is a postmaster's own ornament. */
function isMaskedBanner(bytes: Uint8Array, start: number, end: number): boolean {
  let asterisks = 0;
  for (let at = start + 1; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === ASTERISK) asterisks += 1;
    else if (byte === COMMA || byte === QUOTE) break;
    else if (byte !== SPACE && (byte < 0x30 || byte > 0x39)) return false;
  }
  return asterisks >= 3;
}

/** Whether a reply names an extension: `250-STARTTLS`, or among others on one line. The case does not count (RFC 5321 §2.4). */
function hasKeyword(bytes: Uint8Array, start: number, end: number, keyword: string): boolean {
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== SPACE && at > start) continue;
    const after = bytes[at + 1 + keyword.length];
    const ends = at + 1 + keyword.length >= end || after === SPACE || after === COMMA || after === QUOTE;
    if (ends && startsWithWord(bytes, at + 1, keyword)) return true;
  }
  return false;
}

/** A masked extension: a word of X, `250-XXXXXXXA`, whose last one may have become another letter. */
function hasMaskedWord(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== SPACE && bytes[at] !== HYPHEN) continue;
    let after = at + 1;
    while (after < end && bytes[after] === LETTER_X) after += 1;
    if (after - at <= 3) continue;
    const last = bytes[after] as number;
    if (after < end && last >= 0x41 && last <= 0x5a) after += 1;
    if (after >= end || bytes[after] === SPACE || bytes[after] === COMMA || bytes[after] === QUOTE) return true;
  }
  return false;
}

function isWord(bytes: Uint8Array, at: number, word: string): boolean {
  const next = bytes[at + word.length];
  return startsWithWord(bytes, at, word) && (next === undefined || next < 0x30);
}

function startsWith(bytes: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text[index]) return false;
  }
  return true;
}

/** @param word in lower case. */
function startsWithWord(bytes: Uint8Array, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (((bytes[at + index] as number) | 0x20) !== word.charCodeAt(index)) return false;
  }
  return true;
}
