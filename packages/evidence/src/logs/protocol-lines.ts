import type { Direction } from '@mailtls/core';
import type { PeerCounts } from '../peer-table.ts';
import type { AnchorScanner } from './anchor-scanner.ts';
import { splitFields } from './csv-fields.ts';
import { factsOf, isCommand } from './line-facts.ts';
import { tag } from './line-tags.ts';
import type { LogLayout } from './log-layout.ts';
import type { LogLines } from './log-lines.ts';
import type { LogMatches } from './log-matches.ts';
import { addressEnd, addressStart, type RawPeers } from './raw-peers.ts';
import { afterLine, fact, sessionShows } from './session-state.ts';
import { newSession, type Session, type SessionTable } from './session-table.ts';

/** The lines of a protocol log: each belongs to a session, and sessions interleave. */
export class ProtocolLines implements LogLines {
  readonly #layout: LogLayout;
  readonly #direction: Direction;
  readonly #series: number;
  readonly #scanner: AnchorScanner;
  readonly #matches: LogMatches;
  readonly #sessions: SessionTable;
  readonly #peers: RawPeers<PeerCounts>;
  readonly #bounds: Int32Array;
  /** How many fields are split; `data`, usually the next one, and what follows it are left as they are. */
  readonly #wanted: number;
  // Where in the bounds each field's start is; its end is the next one.
  readonly #connector: number;
  readonly #session: number;
  readonly #remote: number;
  readonly #event: number;
  readonly #data: number;

  /** @param series of files that the log belongs to: their sessions go on from one to the next. */
  constructor(
    layout: LogLayout,
    series: number,
    scanner: AnchorScanner,
    matches: LogMatches,
    sessions: SessionTable,
    peers: RawPeers<PeerCounts>,
  ) {
    this.#layout = layout;
    this.#direction = layout.direction ?? 'outbound';
    this.#series = series;
    this.#scanner = scanner;
    this.#matches = matches;
    this.#sessions = sessions;
    this.#peers = peers;
    const [connector = 0, session = 0, remote = 0, event = 0, data = 0] = [
      'connector-id',
      'session-id',
      'remote-endpoint',
      'event',
      'data',
    ].map((name) => layout.fields.indexOf(name));
    this.#wanted = Math.max(connector, session, remote, event, data - 1) + 1;
    this.#bounds = new Int32Array(2 * this.#wanted + 2);
    [this.#connector, this.#session, this.#remote, this.#event, this.#data] = [
      2 * connector,
      2 * session,
      2 * remote,
      2 * event,
      2 * data,
    ];
  }

  read(bytes: Buffer, start: number, end: number, line: number): boolean {
    const bounds = this.#bounds;
    if (splitFields(bytes, start, end, this.#wanted, bounds) < this.#wanted) {
      const tags = this.#scanner.tagsIn(bytes, start, end);
      if (tags & tag.signature) this.#matches.report(bytes, start, end, line, this.#layout, null);
      return false;
    }
    const data = bounds[this.#data] as number;
    const event = bytes[bounds[this.#event] as number] as number;
    const tags = this.#scanner.tagsIn(bytes, data, end) | tag.masked;
    const facts = factsOf(bytes, event, data, end, this.#direction === 'outbound', tags);
    const session = this.#sessionOf(bytes, facts);
    session.state = afterLine(session.state, facts);
    if (tags & tag.signature && !isCommand(event, this.#direction === 'outbound')) {
      const found = this.#matches.report(bytes, start, end, line, this.#layout, session.peer.remote);
      if (found > 0) session.state = afterLine(session.state, fact.signature);
    }
    if (facts & fact.disconnected) {
      this.#sessions.close(this.#series, bytes, this.#startOf(this.#session), this.#endOf(this.#session), session);
    }
    return true;
  }

  #sessionOf(bytes: Buffer, facts: number): Session {
    const [idStart, idEnd] = [this.#startOf(this.#session), this.#endOf(this.#session)];
    let session = this.#sessions.get(this.#series, bytes, idStart, idEnd);
    if (session !== undefined && facts & fact.connected && sessionShows.connected(session.state)) {
      // Its end was not logged, and the id is in use again.
      this.#sessions.close(this.#series, bytes, idStart, idEnd, session);
      session = undefined;
    }
    if (session === undefined) {
      session = newSession(this.#peer(bytes), this.#hasRemote());
      this.#sessions.add(this.#series, bytes, idStart, idEnd, session);
    } else if ((facts & fact.connected || !session.hasRemote) && this.#hasRemote()) {
      // Before it connects, a session may try several addresses; only now is it known which of them it is.
      session.peer = this.#peer(bytes);
      session.hasRemote = true;
    }
    return session;
  }

  #peer(bytes: Buffer): Session['peer'] {
    const [start, end] = [this.#startOf(this.#remote), this.#endOf(this.#remote)];
    return this.#peers.peerOf(
      this.#direction,
      bytes,
      this.#startOf(this.#connector),
      this.#endOf(this.#connector),
      addressStart(bytes, start, end),
      addressEnd(bytes, start, end),
    );
  }

  #hasRemote(): boolean {
    return this.#endOf(this.#remote) > this.#startOf(this.#remote);
  }

  #startOf(field: number): number {
    return this.#bounds[field] as number;
  }

  #endOf(field: number): number {
    return this.#bounds[field + 1] as number;
  }
}
