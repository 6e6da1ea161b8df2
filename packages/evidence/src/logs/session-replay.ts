import type { Direction } from '@mailtls/core';
import type { PeerCounts, PeerTable } from '../peer-table.ts';
import type { LogLayout } from './log-layout.ts';
import { afterLine, fact, sessionShows } from './session-state.ts';
import { newSession, type Session, type SessionTable } from './session-table.ts';
import { CUT, LOOSE, piece, type Trace } from './trace.ts';

/** The lowest bit of a piece's flags. */
const HAS_REMOTE = 1;
const ID_BYTES = 16;
const PIECE_BYTES = piece.length * Int32Array.BYTES_PER_ELEMENT;

/** Follows the sessions that the traces of one tracer tell of. */
export class SessionReplay {
  readonly #sessions: SessionTable;
  readonly #table: PeerTable;
  readonly #direction: Direction;
  /** By their numbers in the traces. */
  readonly #peers: PeerCounts[] = [];
  /** Those that the tracer was told of. */
  readonly #online = new Set<number>();

  /** @param layout of the logs that are traced. */
  constructor({ direction }: LogLayout, sessions: SessionTable, table: PeerTable) {
    this.#direction = direction ?? 'outbound';
    this.#sessions = sessions;
    this.#table = table;
  }

  /**
   * Does what reading a trace's lines one by one would have done.
   *
   * @param series of files that the log belongs to: their sessions go on from one to the next.
   * @param onLoose reads a line: its number within the trace, its start and end.
   * @returns the other ends that have shown by now that they are Exchange Online, each once.
   */
  replay(
    series: number,
    { events, pieces, newPeers }: Trace,
    onLoose: (line: number, start: number, end: number) => void,
  ): readonly number[] {
    for (const { connector, remote } of newPeers)
      this.#peers.push(this.#table.countsOf(this.#direction, connector, remote));
    const ids = Buffer.from(pieces.buffer, pieces.byteOffset, pieces.byteLength);
    const sessions: Session[] = [];
    let keptPieces = 0;
    /** Puts those that go on where a line of its own, or the next trace, finds them. */
    const keep = (): void => {
      for (; keptPieces < sessions.length; keptPieces += 1) {
        const session = sessions[keptPieces] as Session;
        if (!session.isOver && !session.isKept) {
          const id = keptPieces * PIECE_BYTES;
          this.#sessions.add(series, ids, id, id + ID_BYTES, session);
        }
      }
    };
    for (let at = 0; at < events.length; at += 2) {
      const number = events[at] as number;
      if (number === CUT) {
        keep();
        at -= 1;
        continue;
      }
      if (number === LOOSE) {
        keep();
        onLoose(events[at + 1] as number, events[at + 2] as number, events[at + 3] as number);
        at += 2;
        continue;
      }
      const facts = events[at + 1] as number;
      const id = number * PIECE_BYTES;
      const about = number * piece.length;
      const hasRemote = ((pieces[about + piece.flags] as number) & HAS_REMOTE) !== 0;
      let session = sessions[number];
      if (session === undefined) {
        const previous = pieces[about + piece.previous] as number;
        session = previous < 0 ? this.#sessions.get(series, ids, id, id + ID_BYTES) : sessions[previous];
      }
      if (session !== undefined && !session.isOver && facts & fact.connected && sessionShows.connected(session.state)) {
        // Its end was not logged, and the id is in use again.
        this.#sessions.close(series, ids, id, id + ID_BYTES, session);
      }
      if (session === undefined || session.isOver) {
        session = newSession(this.#peers[pieces[about + piece.peer] as number] as PeerCounts, hasRemote);
        if (number < keptPieces) this.#sessions.add(series, ids, id, id + ID_BYTES, session);
      } else if ((facts & fact.connected || !session.hasRemote) && hasRemote) {
        // Before it connects, a session may try several addresses; only now is it known which of them it is.
        session.peer = this.#peers[pieces[about + piece.peer] as number] as PeerCounts;
        session.hasRemote = true;
      }
      sessions[number] = session;
      session.state = afterLine(session.state, facts);
      if (facts & fact.disconnected) this.#sessions.close(series, ids, id, id + ID_BYTES, session);
    }
    keep();
    return this.#newlyOnline(pieces);
  }

  #newlyOnline(pieces: Int32Array): readonly number[] {
    const found: number[] = [];
    for (let at = piece.peer; at < pieces.length; at += piece.length) {
      const number = pieces[at] as number;
      if (!this.#peers[number]?.exchangeOnline || this.#online.has(number)) continue;
      this.#online.add(number);
      found.push(number);
    }
    return found;
  }
}
