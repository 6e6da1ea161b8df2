// Why our own reader of compound files ([MS-CFB]): the two kept on npm (cfb, @kenjiuno/msgreader) follow a chain of sectors
// until it ends, so that a file whose chain is a ring never lets go. This one reads only what it is asked for and counts.

/** A folder of a compound file. */
export interface CompoundStorage {
  readonly name: string;
  readonly storages: readonly CompoundStorage[];
  /** The content of a stream by its name, `null` where there is none. @throws Error where the file is broken */
  stream(name: string): Uint8Array | null;
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
const MINI_SECTOR_SHIFT = 6;
const DIFAT_IN_HEADER = 109;
/** The largest number of a sector; those above have a meaning of their own, such as the end of a chain. */
const MAX_SECTOR = 0xfffffffa;

/** Whether bytes start as a compound file does (OLE2, what Outlook's `.msg` is). */
export function isCompoundFile(content: Uint8Array): boolean {
  return MAGIC.every((byte, index) => content[index] === byte);
}

/** The root folder. @throws Error where the file is broken or cut off: what is wrong, in English */
export function openCompoundFile(content: Uint8Array): CompoundStorage {
  if (!isCompoundFile(content) || content.length < HEADER_SIZE) throw new Error('it does not start as a compound file');
  return new CompoundFile(content).root();
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

class CompoundFile {
  readonly #view: DataView;
  readonly #content: Uint8Array;
  readonly #shift: number;
  readonly #fat: readonly number[];
  readonly #miniFat: readonly number[];
  readonly #miniCutoff: number;
  readonly #miniStream: Uint8Array;
  readonly #entries: readonly Entry[];
  /** How many more bytes may be copied: streams that share sectors would make a small file large. */
  #budget: number;

  constructor(content: Uint8Array) {
    this.#content = content;
    this.#view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    this.#budget = content.length * 2 + ENTRY_SIZE;
    this.#shift = this.#view.getUint16(30, true);
    if (this.#shift !== 9 && this.#shift !== 12) throw new Error('its sectors are neither 512 nor 4096 bytes long');
    this.#miniCutoff = this.#view.getUint32(56, true);
    this.#fat = this.#allocationTable(this.#fatSectors()).slice(0, content.length >> this.#shift);
    this.#miniFat = this.#allocationTable(this.#chain(this.#view.getUint32(60, true), this.#fat));
    this.#entries = this.#directory();
    const root = this.#entries[0];
    if (root?.type !== 5) throw new Error('it has no root folder');
    this.#miniStream = this.#read(root.start, root.size, this.#fat, content, this.#shift, 1);
  }

  root(): CompoundStorage {
    const entry = this.#entries[0];
    if (entry === undefined) throw new Error('it has no root folder');
    return this.#storage(entry, new Set([0]));
  }

  /** @param visited entries that have a place in the tree: a second place would be a ring */
  #storage(entry: Entry, visited: Set<number>): CompoundStorage {
    const storages: CompoundStorage[] = [];
    const streams = new Map<string, Entry>();
    const waiting = [entry.child];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const child = this.#entries[index];
      if (child === undefined || visited.has(index)) continue;
      visited.add(index);
      waiting.push(child.left, child.right);
      if (child.type === 1) storages.push(this.#storage(child, visited));
      else if (child.type === 2) streams.set(child.name, child);
    }
    return {
      name: entry.name,
      storages,
      stream: (name) => {
        const found = streams.get(name);
        return found === undefined ? null : this.#stream(found);
      },
    };
  }

  #stream({ start, size }: Entry): Uint8Array {
    return size < this.#miniCutoff
      ? this.#read(start, size, this.#miniFat, this.#miniStream, MINI_SECTOR_SHIFT, 0)
      : this.#read(start, size, this.#fat, this.#content, this.#shift, 1);
  }

  /** @param before how many sectors stand before the one that is numbered 0: the header is one */
  #read(
    start: number,
    size: number,
    table: readonly number[],
    from: Uint8Array,
    shift: number,
    before: number,
  ): Uint8Array {
    if (size > from.length) throw new Error('a stream is longer than the file');
    this.#budget -= size;
    if (this.#budget < 0) throw new Error('its streams overlap');
    const content = new Uint8Array(size);
    let done = 0;
    for (const sector of this.#chain(start, table, Math.ceil(size / 2 ** shift))) {
      const at = (sector + before) * 2 ** shift;
      const piece = from.subarray(at, at + Math.min(2 ** shift, size - done));
      content.set(piece, done);
      done += piece.length;
    }
    if (done < size) throw new Error('it ends within a stream');
    return content;
  }

  #chain(start: number, table: readonly number[], longest: number = table.length): ReadonlySet<number> {
    const chain = new Set<number>();
    for (let sector = start; sector < MAX_SECTOR && chain.size < longest; sector = table[sector] ?? MAX_SECTOR) {
      if (chain.has(sector)) throw new Error('a chain of its sectors is a ring');
      chain.add(sector);
    }
    return chain;
  }

  #sectorNumbers(sector: number): readonly number[] {
    const at = (sector + 1) * 2 ** this.#shift;
    const count = Math.max(0, Math.min(2 ** this.#shift, this.#content.length - at)) >> 2;
    return Array.from({ length: count }, (_, index) => this.#view.getUint32(at + index * 4, true));
  }

  /** The sectors of the table of sectors: the first ones stand in the header, the rest in a chain of their own. */
  #fatSectors(): ReadonlySet<number> {
    const inFile = this.#content.length >> this.#shift;
    const sectors = Array.from({ length: DIFAT_IN_HEADER }, (_, index) => this.#view.getUint32(76 + index * 4, true));
    let next = this.#view.getUint32(68, true);
    for (let seen = 0; next < MAX_SECTOR && seen < inFile && sectors.length < inFile; seen += 1) {
      const numbers = this.#sectorNumbers(next);
      sectors.push(...numbers.slice(0, -1));
      next = numbers.at(-1) ?? MAX_SECTOR;
    }
    return new Set(sectors.filter((sector) => sector < inFile));
  }

  #allocationTable(sectors: ReadonlySet<number>): readonly number[] {
    return [...sectors].flatMap((sector) => this.#sectorNumbers(sector));
  }

  #directory(): readonly Entry[] {
    const entries: Entry[] = [];
    for (const sector of this.#chain(this.#view.getUint32(48, true), this.#fat)) {
      const first = (sector + 1) * 2 ** this.#shift;
      const end = Math.min(first + 2 ** this.#shift, this.#content.length);
      for (let at = first; at + ENTRY_SIZE <= end; at += ENTRY_SIZE) entries.push(this.#entry(at));
    }
    return entries;
  }

  #entry(at: number): Entry {
    const nameSize = Math.min(64, Math.max(2, this.#view.getUint16(at + 64, true)));
    return {
      name: new TextDecoder('utf-16le').decode(this.#content.subarray(at, at + nameSize - 2)),
      type: this.#content[at + 66] ?? 0,
      left: this.#view.getUint32(at + 68, true),
      right: this.#view.getUint32(at + 72, true),
      child: this.#view.getUint32(at + 76, true),
      start: this.#view.getUint32(at + 116, true),
      size: this.#view.getUint32(at + 120, true),
    };
  }
}
