import { type Direction, type PeerEvidence, type TlsVersion, tlsVersions } from '../evidence-model.ts';
import type { OtherEnds } from './other-ends.ts';

/** The sessions with one other end: all, those that negotiated a version before TLS 1.2, and those with TLS 1.2 or newer. */
export interface NegotiatedCounts {
  readonly sessions: number;
  readonly old: number;
  readonly modern: number;
}

/** What the sessions of all protocol logs negotiated, added up once for the questions of every group. */
export class NegotiatedVersions {
  readonly #counts: Map<string, NegotiatedCounts> = new Map();
  readonly #newest: Map<Direction, TlsVersion> = new Map();

  constructor(peers: readonly PeerEvidence[], ends: OtherEnds) {
    for (const { remote, direction, sessions, negotiated } of peers) {
      const end = remote === null ? null : ends.endOf(remote);
      const known = this.with(end, direction);
      const counts = { ...known, sessions: known.sessions + sessions };
      for (const version of tlsVersions) {
        const met = negotiated[version] ?? 0;
        if (met === 0) continue;
        counts[isModern(version) ? 'modern' : 'old'] += met;
        const newest = this.newest(direction);
        if (newest === null || tlsVersions.indexOf(version) > tlsVersions.indexOf(newest)) {
          this.#newest.set(direction, version);
        }
      }
      if (end !== null) this.#counts.set(key(end, direction), counts);
    }
  }

  /** Only sessions opened from the same side are of the same role: Windows keeps a client's versions apart from a server's. */
  with(end: string | null, direction: Direction): NegotiatedCounts {
    return (end !== null && this.#counts.get(key(end, direction))) || { sessions: 0, old: 0, modern: 0 };
  }

  /** The newest version that any session opened from this side negotiated. */
  newest(direction: Direction): TlsVersion | null {
    return this.#newest.get(direction) ?? null;
  }
}

/** Whether Exchange Online takes the version. */
export function isModern(version: TlsVersion): boolean {
  return version === 'TLS1_2' || version === 'TLS1_3';
}

function key(end: string, direction: Direction): string {
  return `${direction} ${end}`;
}
