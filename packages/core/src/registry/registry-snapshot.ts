import { CoreError } from '../core-error.ts';
import { foldRegistryName, parentOf, parseRegistryPath, type RegistryPath } from './registry-path.ts';
import type { RegistryValue } from './registry-value.ts';

/** A value as a source shows it: `null` is known to be absent, `'unknown'` is there in a form that could not be read. */
export type SnapshotValue = RegistryValue | null | 'unknown';

/**
 * One key of a snapshot. `unknown` is a key that the source shows in part, because only single values were asked or some
 * could not be read: a value that is not listed is unknown, even inside a subtree that the snapshot covers.
 */
export interface SnapshotKey {
  readonly path: RegistryPath;
  readonly state: 'present' | 'absent' | 'unknown';
  /** By name as Windows spells it; `''` is the unnamed value. */
  readonly values: Readonly<Record<string, SnapshotValue>>;
}

/** What a source knows of a machine beside its registry keys. A field that is left out is unknown. */
export interface SnapshotFacts {
  /** Such as `6.3.9600` or `10.0.17763.5122`. */
  readonly windowsBuild?: string;
  readonly windowsName?: string;
  /** Such as `15.1.2507.6`; `null` where Exchange is known to be absent. */
  readonly exchangeBuild?: string | null;
  /** When Windows was last started, ISO 8601. */
  readonly startedAt?: string;
  /** When the newest of the values that need a restart was changed, ISO 8601. */
  readonly changedAt?: string;
}

/** A machine's registry as far as a source shows it: the JSON form, which `check --from` reads. */
export interface SnapshotDocument {
  readonly format: 'mailtls-snapshot';
  readonly version: 1;
  readonly name: string | null;
  /** The keys whose whole subtrees the source shows: what is not listed beneath them is absent. */
  readonly covers: readonly RegistryPath[];
  readonly keys: readonly SnapshotKey[];
  readonly facts: SnapshotFacts;
}

/** The answer to "what is this value?". Absent is not unknown: absent means the default of Windows. */
export type Lookup =
  | { readonly state: 'present'; readonly value: RegistryValue }
  | { readonly state: 'absent'; readonly key: 'present' | 'absent' | 'unknown' }
  | { readonly state: 'unknown' };

/** A snapshot made ready for look-ups, which ignore case as Windows does. */
export class RegistrySnapshot {
  readonly document: SnapshotDocument;
  readonly #keys: Map<string, SnapshotKey> = new Map();
  /** The values of the keys that were asked for: of thousands of keys, a few are. */
  readonly #values: Map<SnapshotKey, ReadonlyMap<string, SnapshotValue>> = new Map();
  readonly #covers: Set<string>;
  /** The keys above those that are there: they are there too, listed or not. */
  readonly #parents: Set<string> = new Set();

  /** @throws CoreError `bad-registry-path` for a path without a hive, `bad-snapshot` for a key or value that is listed twice. */
  constructor(document: SnapshotDocument) {
    this.document = document;
    this.#covers = new Set(document.covers.map((path) => foldRegistryName(parseRegistryPath(path))));
    for (const key of document.keys) {
      const folded = foldRegistryName(parseRegistryPath(key.path));
      if (this.#keys.has(folded)) throw new CoreError('bad-snapshot', `the key ${key.path} is listed twice`);
      const names = Object.keys(key.values);
      if (names.length > 1 && new Set(names.map(foldRegistryName)).size < names.length) {
        throw new CoreError('bad-snapshot', `the key ${key.path} lists a value twice`);
      }
      this.#keys.set(folded, key);
      if (key.state === 'present') this.#addParents(folded);
    }
  }

  /** Whether the key is there, or `unknown` where the source does not show it. */
  key(path: RegistryPath): 'present' | 'absent' | 'unknown' {
    const folded = foldRegistryName(path);
    const listed = this.#keys.get(folded)?.state;
    if (listed !== undefined) return listed;
    if (this.#parents.has(folded)) return 'present';
    return this.#isShown(folded) ? 'absent' : 'unknown';
  }

  /** Whether the source shows all of the key's values, so that one it does not list is absent. */
  shows(path: RegistryPath): boolean {
    const folded = foldRegistryName(path);
    return this.#keys.get(folded)?.state !== 'unknown' && this.#isShown(folded);
  }

  /** The value `name` of the key `path`. */
  value(path: RegistryPath, name: string): Lookup {
    const folded = foldRegistryName(path);
    const stored = this.#valuesOf(folded)?.get(foldRegistryName(name));
    if (stored === 'unknown') return { state: 'unknown' };
    if (stored) return { state: 'present', value: stored };
    return stored === null || this.shows(path) ? { state: 'absent', key: this.key(path) } : { state: 'unknown' };
  }

  #valuesOf(folded: string): ReadonlyMap<string, SnapshotValue> | undefined {
    const key = this.#keys.get(folded);
    if (key === undefined) return undefined;
    let values = this.#values.get(key);
    if (values === undefined) {
      values = new Map(Object.entries(key.values).map(([name, value]) => [foldRegistryName(name), value]));
      this.#values.set(key, values);
    }
    return values;
  }

  #addParents(folded: string): void {
    for (let at = parentOf(folded); at !== null && !this.#parents.has(at); at = parentOf(at)) {
      // Those above it were added with it: an export lists each key before those beneath it.
      if (this.#keys.get(at)?.state === 'present') return;
      this.#parents.add(at);
    }
  }

  /** Shown: inside a covered subtree, or beneath a key that is known to be absent. */
  #isShown(folded: string): boolean {
    for (let at: string | null = folded; at !== null; at = parentOf(at)) {
      if (this.#covers.has(at) || this.#keys.get(at)?.state === 'absent') return true;
    }
    return false;
  }
}
