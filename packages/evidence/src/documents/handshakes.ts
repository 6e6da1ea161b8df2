import type { Direction, PeerEvidence, TlsVersion } from '@mailtls/core';
import { noFailures } from '../peer-table.ts';

/** A connection that came about, and what it was protected with as far as that is told. */
export interface Handshake {
  readonly remote: string | null;
  readonly direction: Direction;
  readonly version: TlsVersion | null;
  /** The other end is a server of Exchange Online. */
  readonly exchangeOnline: boolean;
  /** As `readTime` gives it. */
  readonly time: string | null;
  readonly line: number | null;
}

/** Handshakes by the other end and who began them. Where they are told of, failures are not. */
export function peersOf(handshakes: Iterable<Handshake>): readonly PeerEvidence[] {
  const peers = new Map<string, Handshake & { sessions: number; negotiated: Partial<Record<TlsVersion, number>> }>();
  for (const handshake of handshakes) {
    const key = `${handshake.direction} ${handshake.remote}`;
    const peer = peers.get(key) ?? { ...handshake, sessions: 0, negotiated: {} };
    peers.set(key, peer);
    peer.sessions += 1;
    if (handshake.version !== null) {
      peer.negotiated[handshake.version] = (peer.negotiated[handshake.version] ?? 0) + 1;
    }
  }
  return [...peers.values()].map(({ remote, direction, sessions, negotiated, exchangeOnline }) => ({
    remote,
    connector: null,
    direction,
    sessions,
    negotiated,
    exchangeOnline,
    failures: noFailures,
  }));
}
