/** What one root value defined, and how much it keeps alive. */
interface Root {
  readonly serial: number;
  readonly ids: string[];
  size: number;
  /** The serial of the root that last referred to it. */
  usedBy: number;
  /** What `usedBy` was when it was queued for letting go. */
  queuedAt: number;
}

function newRoot(serial: number): Root {
  return { serial, ids: [], size: 0, usedBy: serial, queuedAt: serial };
}

/**
 * What `Ref` and `TNRef` point to, by RefId.
 *
 * A reference may go back to any earlier root value (the PSDrive of every file that Get-ChildItem lists is the first
 * one's), so a stream has to keep what it has read. It keeps up to `capacity`; what no later root referred to goes
 * first, a whole root at a time since its objects may reach each other. A root is counted with all that it reached, so
 * that not even a chain of roots, each referring to the last, keeps more alive than is counted.
 */
export class ReferenceTable<T> {
  readonly #capacity: number;
  readonly #entries = new Map<string, { value: T; root: Root }>();
  /** Roots that have ended, in the order in which they are to be let go. */
  readonly #ended = new Set<Root>();
  #kept = 0;
  #current = newRoot(0);

  /** @param capacity How much to keep of roots that have ended, in the unit of the sizes given. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** A RefId that comes again means the later object from there on, as it does for PowerShell. */
  define(id: string, value: T, size = 0): void {
    this.#entries.set(id, { value, root: this.#current });
    this.#current.ids.push(id);
    this.#current.size += size;
  }

  resolve(id: string): T | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) {
      return undefined;
    }
    const { root, value } = entry;
    if (root.usedBy !== this.#current.serial) {
      root.usedBy = this.#current.serial;
      this.#current.size += root.size;
    }
    return value;
  }

  /** The root value that was being read has ended; `size` is what it has beside the sizes of what it defined. */
  endRoot(size = 0): void {
    const root = this.#current;
    this.#current = newRoot(root.serial + 1);
    if (root.ids.length === 0) {
      return;
    }
    root.size += size;
    this.#kept += root.size;
    this.#ended.add(root);
    for (const next of this.#ended) {
      if (this.#kept <= this.#capacity) {
        break;
      }
      this.#ended.delete(next);
      if (next.usedBy > next.queuedAt) {
        // It was of use since: back to the end of the queue, which this loop reaches in time.
        next.queuedAt = next.usedBy;
        this.#ended.add(next);
      } else {
        this.#letGo(next);
      }
    }
  }

  #letGo(root: Root): void {
    this.#kept -= root.size;
    for (const id of root.ids) {
      if (this.#entries.get(id)?.root === root) {
        this.#entries.delete(id);
      }
    }
  }
}
