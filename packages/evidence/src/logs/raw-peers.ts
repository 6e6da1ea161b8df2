import type { Direction } from '@mailtls/core';
import { ByteMap } from './byte-map.ts';
import { fieldText } from './csv-fields.ts';

/** Past this the texts that were met are forgotten, and read anew when they come again. */
const REMEMBERED = 100_000;
const [COLON, BRACKET, CLOSING_BRACKET] = [0x3a, 0x5b, 0x5d];

/** Finds an other end by the bytes of a log line: its text is only made when it is met for the first time. */
export class RawPeers<Peer> {
  readonly #make: (direction: Direction, connector: string | null, remote: string | null) => Peer;
  #connectors = new ByteMap<number>();
  #peers = new ByteMap<Peer>();

  /** @param make what stands for an other end; it is asked again for one that was forgotten. */
  constructor(make: (direction: Direction, connector: string | null, remote: string | null) => Peer) {
    this.#make = make;
  }

  /** @param remoteStart where an endpoint's address begins, as `addressStart` says; `remoteEnd` likewise. */
  peerOf(
    direction: Direction,
    bytes: Buffer,
    connectorStart: number,
    connectorEnd: number,
    remoteStart: number,
    remoteEnd: number,
  ): Peer {
    const side = direction === 'outbound' ? 0 : 1;
    let connector = this.#connectors.get(side, bytes, connectorStart, connectorEnd);
    const known = connector === undefined ? undefined : this.#peers.get(connector, bytes, remoteStart, remoteEnd);
    if (known !== undefined) return known;
    if (this.#peers.size >= REMEMBERED || this.#connectors.size >= REMEMBERED) {
      this.#connectors = new ByteMap();
      this.#peers = new ByteMap();
      connector = undefined;
    }
    if (connector === undefined) {
      connector = this.#connectors.size;
      this.#connectors.add(side, bytes, connectorStart, connectorEnd, connector);
    }
    const peer = this.#make(
      direction,
      fieldText(bytes, connectorStart, connectorEnd) || null,
      bytes.toString('latin1', remoteStart, remoteEnd) || null,
    );
    this.#peers.add(connector, bytes, remoteStart, remoteEnd, peer);
    return peer;
  }
}

/** Where the address in an endpoint ends, its port left out: `192.0.2.1:25`, `[2001:db8::1]:25`, `2001:db8::1`. */
export function addressEnd(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] === BRACKET) {
    for (let at = start; at < end; at += 1) if (bytes[at] === CLOSING_BRACKET) return at;
    return end;
  }
  let colon = end;
  for (let at = end - 1; at >= start; at -= 1) {
    if (bytes[at] !== COLON) continue;
    // A second colon: an IPv6 address that has no port.
    if (colon !== end) return end;
    colon = at;
  }
  return colon;
}

/** Where it begins. */
export function addressStart(bytes: Uint8Array, start: number, end: number): number {
  return start < end && bytes[start] === BRACKET ? start + 1 : start;
}
