import type { PeerCounts } from '../peer-table.ts';
import { ByteMap } from './byte-map.ts';
import { ANY_VERSION, sessionShows } from './session-state.ts';

/** A session that has not ended yet. */
export interface Session {
  /** As `afterLine` gives it. */
  state: number;
  peer: PeerCounts;
  /** Whether the line that named `peer` had an address: the first lines of a session may have none. */
  hasRemote: boolean;
  /** Whether it is in the table: not yet, or no more. */
  isKept: boolean;
  isOver: boolean;
}

/** A session of which nothing is known yet. */
export function newSession(peer: PeerCounts, hasRemote: boolean): Session {
  return { state: 0, peer, hasRemote, isKept: false, isOver: false };
}

/**
 * The sessions that have begun and not ended. They outlive a file, as a log goes on in the next one. The same id in two series
 * of files is two sessions.
 */
export class SessionTable {
  /** How many sessions had to be closed before their end was seen. */
  evicted = 0;
  readonly #most: number;
  #open = new ByteMap<Session>();

  constructor(most: number) {
    this.#most = most;
  }

  get(series: number, bytes: Uint8Array, idStart: number, idEnd: number): Session | undefined {
    return this.#open.get(series, bytes, idStart, idEnd);
  }

  add(series: number, bytes: Buffer, idStart: number, idEnd: number, session: Session): void {
    if (this.#open.size >= this.#most) {
      // Several at once: to look for the oldest costs more than to take them.
      const oldest = this.#open.takeOldest(Math.max(1, this.#most >> 3));
      this.evicted += oldest.length;
      oldest.forEach(countSession);
    }
    this.#open.add(series, bytes, idStart, idEnd, session);
    session.isKept = true;
  }

  /** Counts a session whose end was seen. */
  close(series: number, bytes: Uint8Array, idStart: number, idEnd: number, session: Session): void {
    if (session.isKept) this.#open.delete(series, bytes, idStart, idEnd);
    countSession(session);
  }

  /** Counts the sessions whose end was not seen. */
  closeAll(): void {
    this.#open.takeOldest(Number.POSITIVE_INFINITY).forEach(countSession);
  }
}

/** Adds a session to what is known of its other end. */
function countSession(session: Session): void {
  const { state, peer } = session;
  session.isOver = true;
  peer.sessions += 1;
  if (sessionShows.exchangeOnline(state)) peer.exchangeOnline = true;
  if (state & ANY_VERSION) {
    const { negotiated } = peer;
    for (let version = 0; version < negotiated.length; version += 1) {
      negotiated[version] = (negotiated[version] as number) + Number(sessionShows.negotiated(state, version));
    }
  }
  if (!sessionShows.failed(state)) return;
  const { failures } = peer;
  failures.sessions += 1;
  failures.starttlsNotOffered += Number(sessionShows.starttlsNotOffered(state));
  failures.starttlsUnused += Number(sessionShows.starttlsUnused(state));
  failures.endedAfterStarttls += Number(sessionShows.endedAfterStarttls(state));
  failures.certificate += Number(sessionShows.certificateTrouble(state));
  failures.masked += Number(sessionShows.masked(state));
}
