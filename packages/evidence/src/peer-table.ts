import { type Direction, isExchangeOnlineHost, type PeerEvidence, tlsVersions } from '@mailtls/core';

/** The failures of another end of which no session failed. */
export const noFailures: PeerEvidence['failures'] = {
  sessions: 0,
  starttlsNotOffered: 0,
  starttlsUnused: 0,
  endedAfterStarttls: 0,
  certificate: 0,
  masked: 0,
};

/** Peer evidence that is still being added to. */
export interface PeerCounts {
  readonly remote: string | null;
  readonly connector: string | null;
  readonly direction: Direction;
  sessions: number;
  /** How many sessions negotiated each version, in the order of `tlsVersions`. */
  readonly negotiated: number[];
  exchangeOnline: boolean;
  readonly failures: { -readonly [Count in keyof PeerEvidence['failures']]: PeerEvidence['failures'][Count] };
}

/** The other ends that evidence tells of, put together by remote, connector and direction. */
export class PeerTable {
  /** How often an other end found no place of its own. */
  crowded = 0;
  readonly #most: number;
  readonly #peers = new Map<string, PeerCounts>();

  /** @param most further other ends are counted together, under a remote and a connector that are not known. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The counts of one other end, to be added to. */
  countsOf(direction: Direction, connector: string | null, remote: string | null): PeerCounts {
    const key = JSON.stringify([remote, connector, direction]);
    const known = this.#peers.get(key);
    if (known !== undefined) return known;
    if (this.#peers.size >= this.#most && (remote !== null || connector !== null)) {
      this.crowded += 1;
      return this.countsOf(direction, null, null);
    }
    // A server that is known by its name need not say it.
    const exchangeOnline = remote !== null && isExchangeOnlineHost(remote);
    const peer = {
      remote,
      connector,
      direction,
      sessions: 0,
      negotiated: tlsVersions.map(() => 0),
      exchangeOnline,
      failures: { ...noFailures },
    };
    this.#peers.set(key, peer);
    return peer;
  }

  add({ remote, connector, direction, sessions, negotiated, exchangeOnline, failures }: PeerEvidence): void {
    const counts = this.countsOf(direction, connector, remote);
    counts.sessions += sessions;
    counts.exchangeOnline ||= exchangeOnline;
    for (const [index, version] of tlsVersions.entries()) {
      counts.negotiated[index] = (counts.negotiated[index] as number) + (negotiated[version] ?? 0);
    }
    for (const kind of Object.keys(failures) as (keyof typeof failures)[]) counts.failures[kind] += failures[kind];
  }

  /** In an order that does not depend on the order of the evidence. */
  list(): readonly PeerEvidence[] {
    return [...this.#peers.values()]
      .filter(({ sessions }) => sessions > 0)
      .map(({ negotiated, ...peer }) => ({ ...peer, negotiated: byVersion(negotiated) }))
      .sort(
        (a, b) => compare(a.remote, b.remote) || compare(a.connector, b.connector) || compare(a.direction, b.direction),
      );
  }
}

function byVersion(counts: readonly number[]): PeerEvidence['negotiated'] {
  return Object.fromEntries(tlsVersions.map((version, index) => [version, counts[index]]).filter(([, count]) => count));
}

function compare(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : Number(left > right);
}
