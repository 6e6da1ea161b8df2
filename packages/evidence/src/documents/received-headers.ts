import { isExchangeOnlineHost, type TlsVersion } from '@mailtls/core';
import type { ReadContext, Reading } from '../reading.ts';
import { decodeText } from './decode-text.ts';
import { type Handshake, peersOf } from './handshakes.ts';
import { linesOf, oneLine } from './joined-text.ts';
import { readTime } from './mail-time.ts';
import { Matches } from './matches.ts';
import { matchParagraphs } from './pasted-text.ts';

/** A header of a mail, unfolded. */
export interface MailHeader {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

const headerStart = /^([!-9;-~]{1,76}):(.*)$/;

/** Whether a text is a mail's headers with at least one `Received:`, as mail programs show them for copying. */
export function looksLikeHeaders(head: string, _path: string): boolean {
  const first = linesOf(head.slice(0, 4096)).find((line) => line.trim() !== '') ?? '';
  return headerStart.test(first.trim()) && /^[ \t]*Received:\s/m.test(head);
}

/** Reads a mail's headers: who handed the mail to whom, and over which TLS version. */
export function readHeaders(content: Uint8Array, context: ReadContext): Reading {
  const { text, problems } = decodeText(content);
  const matches = new Matches('headers', context);
  matchParagraphs(text, matches);
  return {
    kind: 'headers',
    matches: matches.found,
    peers: peersOf(matches.timely(hopsOf(unfoldHeaders(linesOf(text))))),
    problems: [...problems, ...matches.problems],
  };
}

/**
 * The headers among some lines. A paste may be indented as a whole, so a line that names no header continues the one before
 * it, until a blank line.
 */
export function unfoldHeaders(lines: readonly string[]): readonly MailHeader[] {
  const headers: { name: string; parts: string[] }[] = [];
  const indent = /^\s*/.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0;
  let current: string[] | undefined;
  for (const line of lines) {
    const [, name, value = ''] = headerStart.exec(line.slice(indent)) ?? [];
    if (name !== undefined) {
      current = [value];
      headers.push({ name: name.toLowerCase(), parts: current });
    } else if (line.trim() === '') current = undefined;
    else current?.push(line);
  }
  return headers.map(({ name, parts }) => ({ name, value: oneLine(parts.join(' ')) }));
}

/** The longest `Received:` that is looked at, in UTF-16 units; real ones have a few hundred. */
const LONGEST_RECEIVED = 4096;

/** The hops that `Received:` headers tell of: who handed the mail over. A header met twice is one hop. */
export function hopsOf(headers: readonly MailHeader[]): readonly Handshake[] {
  const received = new Set(
    headers.filter(({ name }) => name === 'received').map(({ value }) => oneLine(value.slice(0, LONGEST_RECEIVED))),
  );
  return [...received].flatMap((header) => {
    const remote = handingOver(header);
    if (remote === null) return [];
    const exchangeOnline = isExchangeOnlineHost(remote);
    // The time comes last.
    const time = readTime(header.slice(header.lastIndexOf(';') + 1));
    return [{ remote, direction: 'inbound', version: tlsVersionOf(header), exchangeOnline, time, line: null }];
  });
}

/** What does not go over SMTP, or not over a network, says nothing of TLS between servers. */
const noSmtpHop = /\bwith (?:mapi|https?|lmtps?|local)\b/i;
/** Its last part starts with a letter, as those of `TLSv1.2` and of an address do not. */
const hostName = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]*$/i;
const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=.*:.*:)[0-9a-f:.]+)$/i;
const loopback = /^(?:127\.|::1$|localhost(?:\.|$))/i;

/** The host, else the address, that a hop came from: `from HOST (IP)`, `from HELO (HOST [IP])`, `from [IP] (helo=HOST)`. */
function handingOver(received: string): string | null {
  const from = /^from (.{1,600}?)(?: by | with |$)/i.exec(received)?.[1];
  if (from === undefined || noSmtpHop.test(received)) return null;
  const words = from
    .split(/[\s()[\];,]+/)
    .map((word) => word.replace(/^(?:helo=|IPv6:)/i, '').replace(/\.$/, ''))
    .filter((word) => hostName.test(word) || address.test(word));
  if (words.length === 0 || words.some((word) => loopback.test(word))) return null;
  return words.find((word) => hostName.test(word)) ?? words[0] ?? null;
}

/**
 * `(version=TLS1_2, cipher=…)` of Exchange 2016 and later, Gmail and sendmail; `(using TLSv1.2 with cipher …)` of Postfix;
 * `(TLS1.2)` and `(TLS1.2:…)` of Exim. `(TLS)` of Exchange 2010 and 2013 names none, and OpenSSL's `TLSv1/SSLv3` names a
 * family of ciphers.
 */
const version = /(?:\bversion=|\busing |\()(TLS|SSL)[ v_]?([123])(?:[._]([0-3]))?(?![\w/.])/i;

const versions: Readonly<Record<string, TlsVersion>> = {
  SSL20: 'SSL2_0',
  SSL30: 'SSL3_0',
  TLS10: 'TLS1_0',
  TLS11: 'TLS1_1',
  TLS12: 'TLS1_2',
  TLS13: 'TLS1_3',
};

function tlsVersionOf(received: string): TlsVersion | null {
  const [, family = '', major = '', minor = '0'] = version.exec(received) ?? [];
  return versions[`${family.toUpperCase()}${major}${minor}`] ?? null;
}
