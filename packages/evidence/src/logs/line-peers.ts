import { fieldText } from './csv-fields.ts';
import type { LineScanner } from './line-scanner.ts';
import type { TracedPeer } from './trace.ts';

const NONE = -1;

/** Numbers the other ends that a scanner's lines name, told apart by their bytes: text is made of new ones alone. */
export class LinePeers {
  readonly #scanner: LineScanner;
  /** The last number whose bytes have a hash. */
  #byHash = new Map<number, number>();
  /** By number, from `#first` on: where the bytes are kept, how many are the connector's and the address's, and who had its hash. */
  #kept: { readonly at: number; readonly connector: number; readonly remote: number; readonly before: number }[] = [];
  #first = 0;
  #free: number;
  #new: TracedPeer[] = [];

  constructor(scanner: LineScanner) {
    this.#scanner = scanner;
    this.#free = scanner.spare;
  }

  /** The number of an other end. The places are of the scanner's memory, `remote` those of an address. */
  numberOf(connectorStart: number, connectorEnd: number, remoteStart: number, remoteEnd: number): number {
    const scanner = this.#scanner;
    const hash = scanner.hash(remoteStart, remoteEnd, scanner.hash(connectorStart, connectorEnd, 0));
    let number = this.#byHash.get(hash) ?? NONE;
    while (number !== NONE && !this.isNumber(number, connectorStart, connectorEnd, remoteStart, remoteEnd)) {
      number = this.#kept[number - this.#first]?.before ?? NONE;
    }
    return number === NONE ? this.#add(hash, connectorStart, connectorEnd, remoteStart, remoteEnd) : number;
  }

  /** Whether a number is that of an other end. */
  isNumber(
    number: number,
    connectorStart: number,
    connectorEnd: number,
    remoteStart: number,
    remoteEnd: number,
  ): boolean {
    const kept = this.#kept[number - this.#first];
    if (kept === undefined) return false;
    const { at, connector, remote } = kept;
    return (
      connector === connectorEnd - connectorStart &&
      remote === remoteEnd - remoteStart &&
      this.#scanner.same(at + connector, remoteStart, remote) &&
      this.#scanner.same(at, connectorStart, connector)
    );
  }

  /** The other ends that were numbered since this was last asked, in the order of their numbers. */
  takeNew(): readonly TracedPeer[] {
    const taken = this.#new;
    this.#new = [];
    return taken;
  }

  #add(hash: number, connectorStart: number, connectorEnd: number, remoteStart: number, remoteEnd: number): number {
    const { memory, spare, spareLength } = this.#scanner;
    const connector = connectorEnd - connectorStart;
    const remote = remoteEnd - remoteStart;
    if (this.#free + connector + remote > spare + spareLength) {
      // Those that were met are forgotten, and numbered anew when they come again.
      this.#first += this.#kept.length;
      this.#kept = [];
      this.#byHash = new Map();
      this.#free = spare;
    }
    const number = this.#first + this.#kept.length;
    const before = this.#byHash.get(hash) ?? NONE;
    this.#kept.push({ at: this.#free, connector, remote, before });
    this.#byHash.set(hash, number);
    memory.copyWithin(this.#free, connectorStart, connectorEnd);
    memory.copyWithin(this.#free + connector, remoteStart, remoteEnd);
    this.#free += connector + remote;
    this.#new.push({
      connector: fieldText(memory, connectorStart, connectorEnd) || null,
      remote: memory.toString('latin1', remoteStart, remoteEnd) || null,
    });
    return number;
  }
}
