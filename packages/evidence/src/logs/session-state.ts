import { type TlsVersion, tlsVersions } from '@mailtls/core';

/** What one line of a protocol log says of its session, as bits. "Client" is who connected, "server" who answered. */
export const fact = {
  connected: 0x1,
  disconnected: 0x2,
  /** The client's EHLO. */
  ehlo: 0x4,
  /** The client's STARTTLS, or X-ANONYMOUSTLS, by which the servers of one organisation start TLS. */
  starttls: 0x8,
  /** A reply that begins with 220: the banner, or the leave to start TLS. */
  reply220: 0x10,
  /** A line of a reply that begins with 250. */
  reply250: 0x20,
  /** The last line of that reply. */
  lastOfReply: 0x40,
  /** The line names the extension STARTTLS. */
  offersStarttls: 0x80,
  /** Any other reply. */
  other: 0x100,
  /** An error signature of the catalogue. */
  signature: 0x200,
  certificateTrouble: 0x400,
  /** The text was masked by a device in between. */
  masked: 0x800,
  /** The other end calls itself an Exchange Online server. */
  exchangeOnline: 0x1000,
  /** The handshake failed, or the certificate was rejected after it. */
  tlsFailed: 0x2000,
  /** Any other command. */
  command: 0x4000,
  /** TLS was negotiated: one bit for each version of `tlsVersions`, from here on. */
  negotiated: 0x8000,
} as const;

/** The bit that says which version was negotiated. */
export const negotiatedFact: Readonly<Record<TlsVersion, number>> = Object.fromEntries(
  tlsVersions.map((version, index) => [version, fact.negotiated << index]),
) as Record<TlsVersion, number>;

/** Any version. */
export const ANY_VERSION: number = fact.negotiated * 0b111111;

/** What is known of a session so far, as bits. They share their places with facts where they mean the same. */
const state = {
  connected: fact.connected,
  awaitsEhloReply: fact.ehlo,
  startedTls: fact.starttls,
  sawEhloReply: fact.lastOfReply,
  offersStarttls: fact.offersStarttls,
  signature: fact.signature,
  certificateTrouble: fact.certificateTrouble,
  masked: fact.masked,
  exchangeOnline: fact.exchangeOnline,
  tlsFailed: fact.tlsFailed,
  /** STARTTLS was the last thing said, save for the reply to it. */
  justStartedTls: 0x200000,
  endedAfterStarttls: 0x400000,
} as const;

/** Facts that stay true of the session, whenever they are met; but for those that EHLO takes back. */
const LASTING = fact.connected | fact.signature | fact.certificateTrouble | fact.tlsFailed | ANY_VERSION;
const BY_OTHER_END = fact.masked | fact.exchangeOnline;

/** The state of a session after one more line. It begins with 0. Pure, so that lines can be read elsewhere than sessions. */
export function afterLine(before: number, facts: number): number {
  let after = before | (facts & LASTING);
  if (facts & fact.reply250) {
    // A 250 that answers anything but EHLO names hosts and words that are not about the server.
    if ((before & state.awaitsEhloReply) === 0) return after & ~state.justStartedTls;
    after |= facts & (BY_OTHER_END | fact.offersStarttls);
    return facts & fact.lastOfReply ? (after | state.sawEhloReply) & ~state.awaitsEhloReply : after;
  }
  after |= facts & BY_OTHER_END;
  if (facts & fact.ehlo) {
    // Who goes on has taken the certificate after all: a list of revoked ones that is out of reach counts as success.
    return (after | state.awaitsEhloReply) & ~(state.justStartedTls | state.tlsFailed | state.certificateTrouble);
  }
  // Replies come in the order of the commands, so EHLO is answered first, whatever is sent before that.
  if (facts & fact.starttls) return after | state.startedTls | state.justStartedTls;
  if (facts & fact.command) return after & ~state.justStartedTls;
  if (facts & fact.reply220) return after & ~state.awaitsEhloReply;
  if (facts & (fact.other | ANY_VERSION)) return after & ~(state.awaitsEhloReply | state.justStartedTls);
  if (facts & fact.disconnected && before & state.justStartedTls) return after | state.endedAfterStarttls;
  return after;
}

/** What a session's state says in the end. */
export const sessionShows = {
  connected: (session: number): boolean => (session & state.connected) !== 0,
  exchangeOnline: (session: number): boolean => (session & state.exchangeOnline) !== 0,
  failed: (session: number): boolean =>
    (session & (state.signature | state.tlsFailed | state.endedAfterStarttls)) !== 0,
  endedAfterStarttls: (session: number): boolean => (session & state.endedAfterStarttls) !== 0,
  certificateTrouble: (session: number): boolean => (session & state.certificateTrouble) !== 0,
  masked: (session: number): boolean => (session & state.masked) !== 0,
  starttlsNotOffered: (session: number): boolean =>
    (session & state.sawEhloReply) !== 0 && (session & (state.offersStarttls | state.startedTls | ANY_VERSION)) === 0,
  starttlsUnused: (session: number): boolean =>
    (session & state.offersStarttls) !== 0 && (session & (state.startedTls | ANY_VERSION)) === 0,
  /** @param version its place in `tlsVersions`. */
  negotiated: (session: number, version: number): boolean => (session & (fact.negotiated << version)) !== 0,
} as const;
