interface Entry<V> {
  readonly scope: number;
  /** A byte in each UTF-16 unit. */
  readonly key: string;
  readonly value: V;
  readonly next: Entry<V> | undefined;
}

/** A map's values stay small integers, which the engine keeps without a heap object. */
const HASH_BITS = 0x3fffffff;

/**
 * A map whose keys are ranges of bytes, looked up without a string being made of them. Each key belongs to a scope, a small
 * number: the same bytes in two scopes are two keys. Values come in the order in which they were added.
 */
export class ByteMap<V> {
  #size = 0;
  readonly #entries = new Map<number, Entry<V>>();
  // So that nobody can write a log whose keys all share one place.
  readonly #seed = Math.trunc(Math.random() * HASH_BITS);
  #last: Entry<V> | undefined;

  get size(): number {
    return this.#size;
  }

  get(scope: number, bytes: Uint8Array, start: number, end: number): V | undefined {
    // The lines of a session often follow each other.
    const last = this.#last;
    if (last !== undefined && isKey(last, scope, bytes, start, end)) return last.value;
    let entry = this.#entries.get(hashOf(this.#seed, scope, bytes, start, end));
    while (entry !== undefined && !isKey(entry, scope, bytes, start, end)) entry = entry.next;
    if (entry !== undefined) this.#last = entry;
    return entry?.value;
  }

  /** Adds a key that is not there. */
  add(scope: number, bytes: Buffer, start: number, end: number, value: V): void {
    const hash = hashOf(this.#seed, scope, bytes, start, end);
    const entry = { scope, key: bytes.toString('latin1', start, end), value, next: this.#entries.get(hash) };
    this.#entries.set(hash, entry);
    this.#last = entry;
    this.#size += 1;
  }

  delete(scope: number, bytes: Uint8Array, start: number, end: number): void {
    const hash = hashOf(this.#seed, scope, bytes, start, end);
    let kept: Entry<V> | undefined;
    let entry = this.#entries.get(hash);
    for (; entry !== undefined; entry = entry.next) {
      if (isKey(entry, scope, bytes, start, end)) this.#size -= 1;
      else kept = { ...entry, next: kept };
    }
    if (kept === undefined) this.#entries.delete(hash);
    else this.#entries.set(hash, kept);
    this.#last = undefined;
  }

  /** Takes out at least so many of the oldest values. */
  takeOldest(count: number): readonly V[] {
    const taken: V[] = [];
    for (const [hash, first] of this.#entries) {
      if (taken.length >= count) break;
      this.#entries.delete(hash);
      for (let entry: Entry<V> | undefined = first; entry !== undefined; entry = entry.next) taken.push(entry.value);
    }
    this.#size -= taken.length;
    this.#last = undefined;
    return taken;
  }
}

function isKey(entry: Entry<unknown>, scope: number, bytes: Uint8Array, start: number, end: number): boolean {
  const { key } = entry;
  if (key.length !== end - start || entry.scope !== scope) return false;
  // From the end: the first digits of session ids, which count time, are the same for hours.
  for (let index = key.length - 1; index >= 0; index -= 1) {
    if (key.charCodeAt(index) !== bytes[start + index]) return false;
  }
  return true;
}

function hashOf(seed: number, scope: number, bytes: Uint8Array, start: number, end: number): number {
  let hash = seed ^ Math.imul(scope, 0x9e3779b1);
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & HASH_BITS;
}
