import { isUtf8 } from 'node:buffer';
import type { TimeWindow } from '../time-window.ts';
import { factsOf, isCommand } from './line-facts.ts';
import { LinePeers } from './line-peers.ts';
import { CONNECTOR_AT, LineScanner, record } from './line-scanner.ts';
import { tag } from './line-tags.ts';
import { type LogLayout, layoutAfterLine } from './log-layout.ts';
import { addressEnd, addressStart } from './raw-peers.ts';
import { fact } from './session-state.ts';
import { CUT, LOOSE, piece, type Trace } from './trace.ts';

/** Slots for the pieces that may go on, of which no more than so many are used. */
const SLOTS = 1 << 14;
const MOST_USED = SLOTS * 0.75;
/** Pieces are counted through all traces, so that those of the last one need not be cleared away. */
const LAST_PIECE = 2 ** 30;
const NONE = -1;
const HASH = 0x23;
/** The most numbers that an event takes, and one for a cut before it. */
const LONGEST_EVENT = 5;
/** Flags of a piece. */
const HAS_REMOTE = 1;
const ENDED = 2;
const CONNECTED = 4;

/** Reads lines of protocol logs that are laid out as usual, into traces. */
export class LineTracer {
  readonly scanner: LineScanner;
  readonly #layout: LogLayout;
  readonly #outbound: boolean;
  readonly #window: TimeWindow;
  readonly #peers: LinePeers;
  /** Other ends that have shown that they are Exchange Online, so that nobody needs to look again. */
  readonly #online = new Set<number>();
  #lines = 0;
  #looseBytes = Buffer.alloc(1 << 12);
  #looseLength = 0;
  #events = new Int32Array(1 << 13);
  #eventsLength = 0;
  #pieces = new Int32Array(1 << 13);
  #pieceCount = 0;
  /** By the hash of its session's id: a piece, counted through all traces from 1. */
  readonly #slots = new Int32Array(SLOTS);
  #used = 0;
  /** The first piece of this trace, and the first that may go on. */
  #base = 1;
  #firstGoingOn = 1;

  /**
   * @param tables what the scanner looks for, as `scannerTables` gives it.
   * @param capacity how many bytes of lines are read at a time.
   * @param layout one that `isUsualProtocolLog`.
   */
  constructor(tables: Uint8Array, capacity: number, layout: LogLayout, window: TimeWindow) {
    const scanner = new LineScanner(tables, capacity);
    this.scanner = scanner;
    this.#layout = layout;
    this.#outbound = layout.direction === 'outbound';
    this.#window = window;
    this.#peers = new LinePeers(scanner);
  }

  /** Says that an other end has shown that it is Exchange Online. */
  learnOnline(peer: number): void {
    this.#online.add(peer);
  }

  /** Begins a new trace. What the last one gave is overwritten. */
  begin(): void {
    this.#lines = 0;
    this.#looseLength = 0;
    this.#eventsLength = 0;
    this.#base += this.#pieceCount;
    this.#pieceCount = 0;
    if (this.#base > LAST_PIECE) {
      this.#slots.fill(0);
      this.#base = 1;
    }
    this.#endPieces();
  }

  /**
   * Reads whole lines into a trace of their own.
   *
   * @returns how many bytes: up to a line that changes the layout, and none of a block that is too long.
   */
  readBlock(bytes: Buffer): number {
    const { memory, start, capacity } = this.scanner;
    this.begin();
    if (bytes.length > capacity) return 0;
    memory.set(bytes, start);
    return this.read(start, start + bytes.length) - start;
  }

  /**
   * Reads the lines between two places of the scanner's memory, each of which ends in a line feed.
   *
   * @returns where it stopped: at a line that changes the layout, or at `to`.
   */
  read(from: number, to: number): number {
    const scanner = this.scanner;
    for (let at = from; at < to; at = scanner.next) {
      const count = scanner.scan(at, to);
      const isValid = !scanner.mayBeBeyondAscii || isUtf8(scanner.memory.subarray(at, scanner.next));
      this.#reserve(count);
      const stopped = this.#readRecords(count, isValid);
      if (stopped !== NONE) return stopped;
    }
    return to;
  }

  /** What was read since `begin`. */
  takeTrace(): Trace {
    return {
      lines: this.#lines,
      events: this.#events.subarray(0, this.#eventsLength),
      pieces: this.#pieces.subarray(0, this.#pieceCount * piece.length),
      newPeers: this.#peers.takeNew(),
      looseBytes: this.#looseBytes.subarray(0, this.#looseLength),
    };
  }

  #readRecords(count: number, isValid: boolean): number {
    const { records, memory } = this.scanner;
    const outbound = this.#outbound;
    const { isBounded } = this.#window;
    for (let at = 0; at < count * record.length; at += record.length) {
      const start = records[at + record.start] as number;
      const end = records[at + record.end] as number;
      const data = records[at + record.data] as number;
      if (data === 0 && layoutAfterLine(this.#layout, memory, start, end) !== this.#layout) return start;
      this.#lines += 1;
      // Of empty lines and of those that begin with "#" there may be any number, and they say nothing.
      if (data === 0 && isValid && (start === end || memory[start] === HASH)) continue;
      const isOdd = data === 0 || (!isValid && !isUtf8(memory.subarray(start, end)));
      // A time that is asked for is counted, so that of a loose line is left to who reads it.
      const held = isOdd ? null : !isBounded || this.#window.holdsLine(memory, start);
      if (held === false) continue;
      if (held === null) {
        this.#looseLine(start, end);
        this.#endPieces();
        continue;
      }
      const event = (records[at + record.tagsAndEvent] as number) & 0xff;
      const tags = (records[at + record.tagsAndEvent] as number) >>> 8;
      const slot = this.#slotOf(at);
      const found = this.#pieceIn(slot);
      if (tags & tag.signature && !isCommand(event, outbound)) {
        this.#looseLine(start, end);
        if (found !== NONE) this.#setFlag(found, ENDED);
        continue;
      }
      const facts = factsOf(memory, event, data, end, outbound, this.#tagsThatMatter(found, tags));
      const hasRemote = (records[at + record.remoteEnd] as number) > (records[at + record.remote] as number);
      let number = found;
      if (found === NONE || this.#changesPeer(found, facts, at, hasRemote)) {
        number = this.#beginPiece(slot, at, hasRemote, found);
      } else if (facts === 0) continue;
      if (facts & fact.connected) this.#setFlag(number, CONNECTED);
      if (facts & fact.disconnected) this.#setFlag(number, ENDED);
      this.#events[this.#eventsLength] = number;
      this.#events[this.#eventsLength + 1] = facts;
      this.#eventsLength += 2;
    }
    return NONE;
  }

  /** The slot of the piece that a line's session may go on with, or one where it can begin. */
  #slotOf(at: number): number {
    const { records } = this.scanner;
    const slots = this.#slots;
    const pieces = this.#pieces;
    const base = this.#base;
    const firstGoingOn = this.#firstGoingOn;
    let slot = (records[at + record.hash] as number) & (SLOTS - 1);
    for (;;) {
      const held = slots[slot] as number;
      if (held < firstGoingOn) return slot;
      const id = (held - base) * piece.length;
      if (
        pieces[id] === records[at + record.idBytes] &&
        pieces[id + 1] === records[at + record.idBytes + 1] &&
        pieces[id + 2] === records[at + record.idBytes + 2] &&
        pieces[id + 3] === records[at + record.idBytes + 3]
      ) {
        return slot;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  #pieceIn(slot: number): number {
    const held = this.#slots[slot] as number;
    const number = held - this.#base;
    return held >= this.#firstGoingOn && !this.#hasFlag(number, ENDED) ? number : NONE;
  }

  #beginPiece(slot: number, at: number, hasRemote: boolean, previous: number): number {
    const { records } = this.scanner;
    const pieces = this.#pieces;
    const number = this.#pieceCount;
    const begins = number * piece.length;
    for (let index = 0; index < 4; index += 1) pieces[begins + index] = records[at + record.idBytes + index] as number;
    pieces[begins + piece.peer] = this.#peerAt(at);
    pieces[begins + piece.flags] = hasRemote ? HAS_REMOTE : 0;
    pieces[begins + piece.previous] = previous;
    this.#pieceCount += 1;
    if ((this.#slots[slot] as number) < this.#firstGoingOn) this.#used += 1;
    this.#slots[slot] = this.#base + number;
    return number;
  }

  /**
   * Whether a line may change whom its session is with: a session that connects may be a new one, or may have tried several
   * addresses before, and the first lines of a session may have none.
   */
  #changesPeer(number: number, facts: number, at: number, hasRemote: boolean): boolean {
    if (this.#hasFlag(number, HAS_REMOTE) !== hasRemote) return hasRemote || (facts & fact.connected) !== 0;
    return (
      (facts & fact.connected) !== 0 && !this.#isWith(this.#pieces[number * piece.length + piece.peer] as number, at)
    );
  }

  #peerAt(at: number): number {
    const { records, memory } = this.scanner;
    const remote = records[at + record.remote] as number;
    const remoteEnd = records[at + record.remoteEnd] as number;
    return this.#peers.numberOf(
      (records[at + record.start] as number) + CONNECTOR_AT,
      (records[at + record.id] as number) - 1,
      addressStart(memory, remote, remoteEnd),
      addressEnd(memory, remote, remoteEnd),
    );
  }

  #isWith(peer: number, at: number): boolean {
    const { records, memory } = this.scanner;
    const remote = records[at + record.remote] as number;
    const remoteEnd = records[at + record.remoteEnd] as number;
    return this.#peers.isNumber(
      peer,
      (records[at + record.start] as number) + CONNECTOR_AT,
      (records[at + record.id] as number) - 1,
      addressStart(memory, remote, remoteEnd),
      addressEnd(memory, remote, remoteEnd),
    );
  }

  /** A host's name says nothing new of an other end that has shown who it is, once it is certain that it is the session's. */
  #tagsThatMatter(number: number, tags: number): number {
    if (!(tags & tag.outlook) || number === NONE || !this.#hasFlag(number, CONNECTED | HAS_REMOTE)) return tags;
    return this.#online.has(this.#pieces[number * piece.length + piece.peer] as number) ? tags & ~tag.outlook : tags;
  }

  #looseLine(start: number, end: number): void {
    const from = this.#looseLength;
    const to = from + end - start;
    if (to > this.#looseBytes.length) {
      const larger = Buffer.alloc(Math.max(to, this.#looseBytes.length * 2));
      this.#looseBytes.copy(larger, 0, 0, from);
      this.#looseBytes = larger;
    }
    this.scanner.memory.copy(this.#looseBytes, from, start, end);
    this.#looseLength = to;
    const events = this.#events;
    const at = this.#eventsLength;
    events[at] = LOOSE;
    events[at + 1] = this.#lines;
    events[at + 2] = from;
    events[at + 3] = to;
    this.#eventsLength = at + 4;
  }

  /** Makes room for what so many lines can say. */
  #reserve(lines: number): void {
    this.#events = withRoom(this.#events, this.#eventsLength + lines * LONGEST_EVENT);
    this.#pieces = withRoom(this.#pieces, (this.#pieceCount + lines) * piece.length);
    if (this.#used + lines <= MOST_USED) return;
    this.#events[this.#eventsLength] = CUT;
    this.#eventsLength += 1;
    this.#endPieces();
  }

  #endPieces(): void {
    this.#firstGoingOn = this.#base + this.#pieceCount;
    this.#used = 0;
  }

  #hasFlag(number: number, flag: number): boolean {
    return ((this.#pieces[number * piece.length + piece.flags] as number) & flag) === flag;
  }

  #setFlag(number: number, flag: number): void {
    const at = number * piece.length + piece.flags;
    this.#pieces[at] = (this.#pieces[at] as number) | flag;
  }
}

function withRoom(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (numbers.length >= length) return numbers;
  const larger = new Int32Array(Math.max(length, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
