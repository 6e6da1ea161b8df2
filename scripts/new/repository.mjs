import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of the repository, with changes that are written all together, once every one has found its place. */
export class Repository {
  /** By paths relative to the root. */
  #changed = new Map();

  /** @param {string} root */
  constructor(root) {
    this.root = root;
  }

  /** @param {string} path */
  read(path) {
    return this.#changed.get(path) ?? readFileSync(join(this.root, path), 'utf8');
  }

  /**
   * A file that is not there yet.
   *
   * @param {string} path
   * @param {string} text
   */
  create(path, text) {
    if (this.#changed.has(path) || existsSync(join(this.root, path))) throw new Error(`${path} is there already`);
    this.#changed.set(path, text);
  }

  /**
   * Other text for a file.
   *
   * @param {string} path
   * @param {string} text
   */
  replace(path, text) {
    this.#changed.set(path, text);
  }

  /**
   * Puts text before the last place of another, which must be there.
   *
   * @param {string} path
   * @param {string} place
   * @param {string} text
   */
  insertBefore(path, place, text) {
    this.#insert(path, place, text, 0);
  }

  /**
   * Puts text behind the last place of another, which must be there.
   *
   * @param {string} path
   * @param {string} place
   * @param {string} text
   */
  insertAfter(path, place, text) {
    this.#insert(path, place, text, place.length);
  }

  /**
   * Puts an import among those of a file. The formatter brings them in order.
   *
   * @param {string} path
   * @param {string} line
   */
  addImport(path, line) {
    this.#changed.set(path, `${line}\n${this.read(path)}`);
  }

  /**
   * @param {string} path
   * @param {(value: any) => void} change
   */
  editJson(path, change) {
    const value = JSON.parse(this.read(path));
    change(value);
    this.#changed.set(path, `${JSON.stringify(value, null, 2)}\n`);
  }

  /** Writes what was changed, and returns its paths. */
  write() {
    for (const [path, text] of this.#changed) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
    return [...this.#changed.keys()];
  }

  #insert(path, place, text, offset) {
    const before = this.read(path);
    const found = before.lastIndexOf(place);
    if (found < 0) throw new Error(`${path} has no ${JSON.stringify(place)}, where something belongs`);
    const at = found + offset;
    this.#changed.set(path, before.slice(0, at) + text + before.slice(at));
  }
}
