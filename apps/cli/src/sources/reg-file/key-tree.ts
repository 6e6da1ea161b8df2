import {
  foldRegistryName,
  parseRegistryPath,
  type RegistryPath,
  type SnapshotKey,
  type SnapshotValue,
} from '@mailtls/core';

/** A key that a `.reg` file speaks of. */
export class KeyNode {
  /** The path as the file first spells it: the hive may have its long name. */
  readonly text: string;
  readonly hive: RegistryPath;
  readonly parent: KeyNode | null;
  /** `null` for a key that is only named as the parent of others. `unknown`: some of its values could not be read. */
  state: SnapshotKey['state'] | null = null;
  /** By folded name; made when the first child comes. */
  children: Map<string, KeyNode> | null = null;
  values: Record<string, SnapshotValue> = {};
  /** The names of the values by what `KeyTree` calls them; made when one of them is spelled otherwise. */
  spellings: Map<string, string> | null = null;

  constructor(text: string, hive: RegistryPath, parent: KeyNode | null) {
    this.text = text;
    this.hive = hive;
    this.parent = parent;
  }

  get path(): RegistryPath {
    const cut = this.text.indexOf('\\');
    return cut < 0 ? this.hive : this.hive + this.text.slice(cut);
  }
}

/**
 * The keys of a `.reg` file, as a tree: listing a key costs no more than the length of its path, and deleting a subtree no
 * more than that either.
 */
export class KeyTree {
  readonly #root: KeyNode = new KeyNode('', '', null);
  /** The node that was found last. The next one is mostly near it. */
  #last: KeyNode = this.#root;
  /** Names of values, each with the spelling that the file first used of it in whatever key. */
  readonly #names: Map<string, string> = new Map();
  readonly #firstSpellings: Map<string, string> = new Map();
  /** Whether the file lists all the keys of its subtrees; a file that is cut off does not. */
  whole = true;

  /**
   * The key at a path, which is then present, as are the keys above it that were deleted before. `null` when Windows has no
   * hive of that name.
   *
   * @param text the path as the file spells it, with names that are not empty.
   */
  list(text: string): KeyNode | null {
    const node = this.#find(text);
    if (node === null) return null;
    for (let at = node.parent; at !== null; at = at.parent) if (at.state === 'absent') at.state = 'present';
    if (node.state === null || node.state === 'absent') node.state = 'present';
    return node;
  }

  /** Marks the key at a path, and all beneath it, as absent. */
  delete(text: string): KeyNode | null {
    const node = this.#find(text);
    if (node === null) return null;
    node.state = 'absent';
    node.children = null;
    node.values = {};
    node.spellings = null;
    return node;
  }

  /** Sets a value. Of two names that differ only by case the later one counts. */
  set(node: KeyNode, name: string, value: SnapshotValue): void {
    const first = this.#firstSpellingOf(name);
    if (node.spellings === null && first === name && first !== '__proto__') {
      // Not by `name`: V8 would have to look up each new copy of the text.
      node.values[first] = value;
      return;
    }
    node.spellings ??= new Map(Object.keys(node.values).map((known) => [known, known]));
    const known = node.spellings.get(first);
    if (known !== undefined && known !== name) delete node.values[known];
    node.spellings.set(first, name);
    // An assignment would take `__proto__` for something else than a name.
    Object.defineProperty(node.values, name, { value, enumerable: true, configurable: true, writable: true });
  }

  /** Folding is dear, and most names come again and again. */
  #firstSpellingOf(name: string): string {
    let first = this.#names.get(name);
    if (first === undefined) {
      const folded = foldRegistryName(name);
      first = this.#firstSpellings.get(folded) ?? name;
      this.#firstSpellings.set(folded, first);
      this.#names.set(name, first);
    }
    return first;
  }

  #find(text: string): KeyNode | null {
    let node = this.#last;
    while (node !== this.#root && !isSameOrBeneath(text, node.text)) node = node.parent ?? this.#root;
    for (let found = node.text.length; found < text.length; ) {
      const start = node === this.#root ? 0 : found + 1;
      const cut = text.indexOf('\\', start);
      found = cut < 0 ? text.length : cut;
      const part = text.slice(start, found);
      const hive = node === this.#root ? hiveOf(part) : node.hive;
      if (hive === null) return null;
      const name = node === this.#root ? hive : foldRegistryName(part);
      node.children ??= new Map();
      let child = node.children.get(name);
      if (child === undefined) {
        child = new KeyNode(text.slice(0, found), hive, node);
        node.children.set(name, child);
      }
      node = child;
    }
    this.#last = node;
    return node;
  }

  /** The keys, each before those beneath it, and the roots of the subtrees that are shown whole. */
  snapshot(): { readonly covers: readonly RegistryPath[]; readonly keys: readonly SnapshotKey[] } {
    const covers: RegistryPath[] = [];
    const keys: SnapshotKey[] = [];
    const visit = (node: KeyNode, covered: boolean): void => {
      const { path, state, values, children } = node;
      if (state !== null) keys.push({ path, state, values });
      const isRoot = !covered && state !== null && state !== 'absent';
      if (isRoot) covers.push(path);
      if (children !== null) for (const child of children.values()) visit(child, covered || isRoot);
    };
    visit(this.#root, false);
    return { covers: this.whole ? covers : [], keys };
  }
}

function isSameOrBeneath(text: string, ancestor: string): boolean {
  return text.startsWith(ancestor) && (text.length === ancestor.length || text.charAt(ancestor.length) === '\\');
}

/** The hive's name as `core` writes it, `null` when Windows has none of that name. */
function hiveOf(name: string): RegistryPath | null {
  try {
    return parseRegistryPath(name);
  } catch {
    return null;
  }
}
