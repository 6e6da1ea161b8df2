import type { InputProblem } from './input-problem.ts';
import type { SignatureId } from './wording/en.ts';

/** What kind of file a piece of evidence turned out to be. */
export const inputKinds = [
  'smtp-send-log',
  'smtp-receive-log',
  'ndr',
  'queue',
  'tracking-log',
  'connectivity-log',
  'event-log',
  'headers',
  'probe',
  'text',
  'unknown',
] as const;
export type InputKind = (typeof inputKinds)[number];

/** The TLS versions that a log or a header can name, oldest first. */
export const tlsVersions = ['SSL2_0', 'SSL3_0', 'TLS1_0', 'TLS1_1', 'TLS1_2', 'TLS1_3'] as const;
export type TlsVersion = (typeof tlsVersions)[number];

/** A version as people write it: `TLS 1.2`. */
export function tlsVersionName(version: TlsVersion): string {
  return version.replace('_', '.').replace(/(?<=[A-Z])(?=\d)/, ' ');
}

/** Who opened the connection: `outbound` is this server sending. */
export type Direction = 'outbound' | 'inbound';

/** The form in which two names of another end are the same one: DNS and IPv6 ignore case. */
export function foldRemote(remote: string): string {
  return remote.toLowerCase();
}

/** Whether a server is one of Exchange Online, the national clouds' too, by its name. */
export function isExchangeOnlineHost(host: string): boolean {
  return /\.(?:protection|prod)\.(?:(?:partner\.)?outlook\.(?:com|de|cn)|exchangelabs\.com)$/i.test(host);
}

/** An error signature, found in a piece of evidence. What the place does not tell is `null`. */
export interface Match {
  readonly signature: SignatureId;
  /** The kind of the input that it was found in. */
  readonly kind: InputKind;
  readonly path: string;
  /** The line in the file, from 1; `null` where the format has none. */
  readonly line: number | null;
  /** As the evidence gives it: ISO 8601 in logs, the writer's own form elsewhere. */
  readonly time: string | null;
  /** The other end: an address without its port, or a host name. */
  readonly remote: string | null;
  /** The address of the other end, where the evidence gives it beside its name. */
  readonly address: string | null;
  readonly connector: string | null;
  readonly session: string | null;
  readonly direction: Direction | null;
  /** The text around the match, at most 500 characters, as it stands in the evidence: hostile. */
  readonly text: string;
}

/** What the sessions of protocol logs show of one other end over one connector. Counts are of sessions. */
export interface PeerEvidence {
  readonly remote: string | null;
  readonly connector: string | null;
  readonly direction: Direction;
  readonly sessions: number;
  readonly negotiated: Readonly<Partial<Record<TlsVersion, number>>>;
  /** The other end is known by the name of an Exchange Online server, or called itself one: banner, EHLO, certificate. */
  readonly exchangeOnline: boolean;
  /** The sessions that failed, and what they show; a session can count in more than one. */
  readonly failures: {
    readonly sessions: number;
    /** The EHLO reply was seen, and STARTTLS was not in it. */
    readonly starttlsNotOffered: number;
    /** The EHLO reply offered STARTTLS, and the client never asked for it. */
    readonly starttlsUnused: number;
    /** The connection ended right after STARTTLS, with nothing negotiated. */
    readonly endedAfterStarttls: number;
    /** A certificate was rejected, missing or unusable. */
    readonly certificate: number;
    /** Banner or EHLO reply masked by a device in between (`220 ****`, `250 XXXA`). */
    readonly masked: number;
  };
}

/** One input that was read: a file, or an entry of an archive. */
export interface InputSummary {
  readonly path: string;
  readonly kind: InputKind;
  readonly bytes: number;
  /** What could not be read or placed. */
  readonly problems: readonly InputProblem[];
}
