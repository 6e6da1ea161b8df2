import {
  foldRegistryName,
  type Lookup,
  type RegistryPath,
  RegistrySnapshot,
  type RegistryValue,
  registryKindName,
  type SnapshotDocument,
  type SnapshotFacts,
  type SnapshotKey,
  type SnapshotValue,
  sameRegistryValue,
} from '@mailtls/core';
import { type Saying, type SayingArg, saying } from '../wording/saying.ts';
import { ProblemList, type SourceReading } from './source-reading.ts';

/**
 * Makes one reading of the sources of one machine, such as the exports of several subtrees. What a later source knows counts
 * before what an earlier one says; where the two differ, that is a problem of the later one.
 *
 * @param readings at least one.
 */
export function mergeDocuments(readings: readonly SourceReading[]): SourceReading {
  return readings.reduce((earlier, later) => new Merger(earlier, later).merge());
}

class Merger {
  readonly #earlier: SourceReading;
  readonly #later: SourceReading;
  readonly #before: RegistrySnapshot;
  readonly #after: RegistrySnapshot;
  /** The subtrees that either covers. */
  readonly #either: RegistrySnapshot;
  readonly #problems: ProblemList;

  constructor(earlier: SourceReading, later: SourceReading) {
    this.#earlier = earlier;
    this.#later = later;
    this.#before = new RegistrySnapshot(earlier.document);
    this.#after = new RegistrySnapshot(later.document);
    const covers = union(earlier.document.covers, later.document.covers);
    this.#either = new RegistrySnapshot({ ...later.document, covers, keys: [] });
    this.#problems = new ProblemList(later.path);
  }

  merge(): SourceReading {
    const before = this.#earlier.document;
    const after = this.#later.document;
    const namesBefore = valueNames(before);
    const namesAfter = valueNames(after);
    const paths = union(
      before.keys.map(({ path }) => path),
      after.keys.map(({ path }) => path),
    );
    const document: SnapshotDocument = {
      ...after,
      name: before.name ?? after.name,
      covers: this.#either.document.covers,
      keys: paths.map((path) => {
        const folded = foldRegistryName(path);
        return this.#key(path, union(namesBefore.get(folded) ?? [], namesAfter.get(folded) ?? []));
      }),
      facts: this.#facts(before.facts, after.facts),
    };
    const problems = [...this.#earlier.problems, ...this.#later.problems, ...this.#problems.toArray()];
    return { path: this.#earlier.path, document, problems };
  }

  #key(path: RegistryPath, names: readonly string[]): SnapshotKey {
    const before = this.#before.key(path);
    const after = this.#after.key(path);
    const differ = before !== 'unknown' && after !== 'unknown' && before !== after;
    if (differ) this.#conflict(saying('merge.key', { path }), saying(`merge.${after}`), saying(`merge.${before}`));
    const known = after === 'unknown' ? before : after;
    if (known === 'absent') return { path, state: 'absent', values: {} };
    // Covered by one that shows the key in part, and listed by one that does not cover it: still shown in part.
    const isShown = this.#before.shows(path) || this.#after.shows(path);
    const state = !isShown && this.#either.shows(path) ? 'unknown' : known;
    const values = names.map((name) => [name, this.#value(path, name, differ)] as const);
    return { path, state, values: Object.fromEntries(values) };
  }

  #value(path: RegistryPath, name: string, isSaid: boolean): SnapshotValue {
    const before = this.#before.value(path, name);
    const after = this.#after.value(path, name);
    if (!isSaid && before.state !== 'unknown' && after.state !== 'unknown') {
      const isSame = sameRegistryValue(presentValue(before), presentValue(after));
      if (!isSame) this.#conflict(saying('merge.value', { name, path }), said(after), said(before));
    }
    const known = after.state === 'unknown' ? before : after;
    return known.state === 'unknown' ? 'unknown' : presentValue(known);
  }

  #facts(before: SnapshotFacts, after: SnapshotFacts): SnapshotFacts {
    for (const name of Object.keys(after) as (keyof SnapshotFacts)[]) {
      if (before[name] !== undefined && before[name] !== after[name]) {
        this.#conflict(saying(`merge.${name}`), factSaid(after[name]), factSaid(before[name]));
      }
    }
    return { ...before, ...after };
  }

  #conflict(what: Saying, here: SayingArg, there: SayingArg): void {
    this.#problems.add(null, saying('merge.conflict', { what, here, there }));
  }
}

function presentValue(lookup: Lookup): RegistryValue | null {
  return lookup.state === 'present' ? lookup.value : null;
}

function said(lookup: Lookup): SayingArg {
  if (lookup.state !== 'present') return saying('merge.absent');
  return `${registryKindName(lookup.value)} ${JSON.stringify(lookup.value.data).slice(0, 80)}`;
}

/** A fact that is `null` is known not to be there. */
function factSaid(fact: string | null | undefined): SayingArg {
  return fact ?? saying('merge.absent');
}

/** The names of the values that each key lists, by the key's folded path. */
function valueNames({ keys }: SnapshotDocument): ReadonlyMap<string, readonly string[]> {
  return new Map(keys.map(({ path, values }) => [foldRegistryName(path), Object.keys(values)]));
}

/** Names that differ only by case are one. */
function union(first: readonly string[], second: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const name of [...first, ...second]) {
    const folded = foldRegistryName(name);
    if (!names.has(folded)) names.set(folded, name);
  }
  return [...names.values()];
}
