import { type Saying, saying } from '../../wording/saying.ts';
import { decodeText } from '../decode-text.ts';
import { SourceError } from '../source-error.ts';
import { ProblemList, type SourceReading } from '../source-reading.ts';
import { KeyNode, KeyTree } from './key-tree.ts';
import type { LineFault } from './line-fault.ts';
import { regHeaders } from './reg-headers.ts';
import { RegScanner } from './reg-scanner.ts';

/** Windows' limits ("Registry element size limits", learn.microsoft.com): characters of a key's name, and levels of keys. */
const LONGEST_KEY_NAME = 255;
const MOST_LEVELS = 512;

/**
 * Reads a `.reg` export, as regedit and `reg export` write it or as people do: UTF-16, UTF-8 or ANSI. The document covers
 * the subtrees whose topmost keys the file lists, and takes deletions for what they leave: an absent key or value. What is
 * broken is a problem with its line, and unknown in the document. Takes time linear in the file's size.
 *
 * @param path the file's name for messages.
 * @throws SourceError `not-recognised` when the first line is not that of a `.reg` file.
 */
export function parseRegFile(bytes: Uint8Array, path: string): SourceReading {
  return new RegFileParser(bytes, path).parse();
}

class RegFileParser {
  readonly #path: string;
  readonly #scanner: RegScanner;
  readonly #problems: ProblemList;
  readonly #tree: KeyTree = new KeyTree();
  /** Where values go. A saying tells why there is no such key; `null` that this was said. */
  #key: KeyNode | Saying | null = saying('reg.no-key');

  constructor(bytes: Uint8Array, path: string) {
    const { text, problem, isCut } = decodeText(bytes);
    this.#path = path;
    this.#scanner = new RegScanner(text);
    this.#problems = new ProblemList(path);
    if (!this.#header()) {
      throw new SourceError('not-recognised', saying('reg.not-reg', { path, ...regHeaders }));
    }
    if (problem !== null) this.#problems.add(null, problem);
    if (isCut) this.#tree.whole = false;
  }

  parse(): SourceReading {
    const scanner = this.#scanner;
    for (let start = scanner.nextLine(); start !== 'end'; start = scanner.nextLine()) {
      if (start === 'key') this.#keyLine();
      else if (start === 'value') this.#valueLine();
      else if (start === 'comment') scanner.skipLine();
      else if (!this.#header()) this.#broken(null, 'not-a-line');
    }
    const { covers, keys } = this.#tree.snapshot();
    const document = { format: 'mailtls-snapshot', version: 1, name: null, covers, keys, facts: {} } as const;
    return { path: this.#path, document, problems: this.#problems.toArray() };
  }

  /** The first line, which stands in the middle too where files were joined. */
  #header(): boolean {
    this.#scanner.nextLine();
    if (this.#scanner.takeLine(regHeaders.unicode)) this.#scanner.ansi = false;
    else if (this.#scanner.takeLine(regHeaders.ansi)) this.#scanner.ansi = true;
    else return false;
    return true;
  }

  #keyLine(): void {
    const line = this.#scanner.takeKeyLine() ?? '';
    const isDeletion = line.startsWith('-');
    const text = line.slice(isDeletion ? 1 : 0, line.endsWith('\\') ? -1 : undefined);
    const key = isPossibleKey(text) ? (isDeletion ? this.#tree.delete(text) : this.#tree.list(text)) : null;
    this.#key = isDeletion ? saying('reg.deleted-key') : key;
    if (key !== null) return;
    this.#problems.add(this.#scanner.line(), saying('reg.bad-key'));
    this.#key = null;
    // It may be any key, so no list of keys is whole.
    this.#tree.whole = false;
  }

  #valueLine(): void {
    const scanner = this.#scanner;
    const name = scanner.takeName();
    const value = name === undefined ? undefined : scanner.takeValue();
    if (name === undefined || value === undefined) this.#broken(name ?? null, scanner.fault);
    else if (this.#key instanceof KeyNode) this.#tree.set(this.#key, name, value);
    else this.#withoutKey();
  }

  /** Passes over a broken line. Where it tells which value it was to be, only that one is unknown. */
  #broken(name: string | null, fault: LineFault): void {
    const scanner = this.#scanner;
    const isLast = scanner.isLastLine();
    if (this.#key instanceof KeyNode) {
      const why = saying(`reg.${fault}`);
      const args = { what: sayingOf(name), key: shorten(this.#key.path), why };
      this.#problems.add(scanner.line(), saying(isLast ? 'reg.bad-end' : 'reg.bad-line', args));
      if (name === null) this.#key.state = 'unknown';
      else this.#tree.set(this.#key, name, 'unknown');
    } else {
      this.#withoutKey();
    }
    if (isLast) this.#tree.whole = false;
    scanner.skipBroken();
  }

  #withoutKey(): void {
    if (this.#key !== null && !(this.#key instanceof KeyNode)) this.#problems.add(this.#scanner.line(), this.#key);
    this.#key = null;
  }
}

/** Whether Windows could have a key of that path. */
function isPossibleKey(key: string): boolean {
  if (key === '') return false;
  let levels = 0;
  for (let end = key.indexOf('\\'); end >= 0 && end < key.length; levels++) {
    const next = key.indexOf('\\', end + 1);
    const length = (next < 0 ? key.length : next) - end - 1;
    if (length === 0 || length > LONGEST_KEY_NAME || levels === MOST_LEVELS) return false;
    end = next;
  }
  return true;
}

/** How a line is called that was to be the value of this name; `null` is none that is known. */
function sayingOf(name: string | null): Saying {
  if (name === null) return saying('reg.line');
  return name === '' ? saying('reg.unnamed-value') : saying('reg.value', { name: shorten(name) });
}

const LONGEST_EXCERPT = 80;

function shorten(text: string): string {
  return text.length <= LONGEST_EXCERPT ? text : `${text.slice(0, LONGEST_EXCERPT)}…`;
}
