import { isIdentifier } from '../../quote/quote-typescript.ts';

/** A name that is longer is cut, as it becomes the name of a file too. */
const LONGEST = 80;

/**
 * `Get-PSDrive` as `GetPSDrive`; `''` for a name that has no Latin letter. Others are left out: which of them a name may have
 * changes with the version of Unicode.
 */
export function pascalCase(name: string): string {
  const parts =
    name
      .normalize('NFD')
      .replace(/\p{Mn}+/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? [];
  return parts
    .map(capitalized)
    .join('')
    .replace(/^[0-9]+/, '')
    .slice(0, LONGEST);
}

/** `getPSDrive` as `GetPSDrive`. */
export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `Get-PSDrive` as `getPSDrive`, `PSConsole` as `psConsole`. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  const [first = ''] = words(pascal);
  return first.toLowerCase() + pascal.slice(first.length);
}

/** `getPSDrive` as `get-ps-drive`: the name of a file. */
export function kebabCase(identifier: string): string {
  return words(identifier).join('-').toLowerCase();
}

function words(identifier: string): readonly string[] {
  return identifier.match(/[A-Z]+(?![a-z])[0-9]*|[A-Z]?[^A-Z]+/g) ?? [identifier];
}

/** Gives each a name of its own, also where file systems ignore case. */
export class Identifiers {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(Array.from(taken, (name) => name.toLowerCase()));
  }

  /** @param fallback where nothing is left of the name */
  take(wanted: string, fallback: string): string {
    const base = wanted === '' ? fallback : wanted;
    let name = base;
    for (let next = 2; !isIdentifier(name) || this.#taken.has(name.toLowerCase()); next++) name = `${base}${next}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
