import type { ClixmlValue } from './clixml-value.ts';

/** One UTF-16 unit as .NET's ordinal comparison takes it when case does not count. */
function foldUnit(unit: string): string {
  if (unit === '\u0131' || unit === '\u017f') {
    return unit; // The dotless i and the long s are only themselves, though their capitals are I and S.
  }
  const upper = unit.toUpperCase();
  if (upper.length === 1) {
    return upper;
  }
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

function fold(name: string): string {
  // The names of properties are ASCII nearly always.
  return /^[\0-\x7f]*$/.test(name) ? name.toUpperCase() : name.split('').map(foldUnit).join('');
}

/** The last value with a name, as of members whose names differ only in case PowerShell keeps the last. */
function lookUp(named: Iterable<[name: string, value: ClixmlValue]>, name: string): ClixmlValue | undefined {
  const folded = fold(name);
  let found: ClixmlValue | undefined;
  for (const [candidate, value] of named) {
    if (candidate.length === name.length && fold(candidate) === folded) {
      found = value;
    }
  }
  return found;
}

function* members(
  map: ReadonlyMap<string, ClixmlValue | { type: 'MS' }> | undefined,
): Generator<[string, ClixmlValue]> {
  for (const [name, member] of map ?? []) {
    if (member.type !== 'MS') {
      yield [name, member];
    }
  }
}

function* stringKeys(entries: readonly (readonly [ClixmlValue, ClixmlValue])[]): Generator<[string, ClixmlValue]> {
  for (const [key, value] of entries) {
    if (key.type === 'S') {
      yield [key.value, value];
    }
  }
}

function step(value: ClixmlValue, key: string | number): ClixmlValue | undefined {
  if (value.type !== 'Obj') {
    return undefined;
  }
  const { base } = value;
  if (typeof key === 'number') {
    return base !== undefined && 'items' in base ? base.items[key] : undefined;
  }
  return (
    (base?.type === 'DCT' ? lookUp(stringKeys(base.entries), key) : undefined) ??
    lookUp(members(value.extended), key) ??
    lookUp(members(value.adapted), key) ??
    (base?.type === 'Obj' ? step(base, key) : undefined)
  );
}

/**
 * What is at a path of property names: `prop(value, 'Registry', 'TLS', '1.2')`.
 *
 * A name is looked up as PowerShell looks it up: case does not count, and the string keys of a dictionary come before the
 * properties that PowerShell added, and those before the properties of the type. A number is an index into a list.
 *
 * @returns `undefined` when something on the path is not there. A property that is there and `$null` is `{ type: 'Nil' }`.
 */
export function prop(value: ClixmlValue, ...path: (string | number)[]): ClixmlValue | undefined {
  let at: ClixmlValue | undefined = value;
  for (const key of path) {
    if (at === undefined) {
      return undefined;
    }
    at = step(at, key);
  }
  return at;
}
