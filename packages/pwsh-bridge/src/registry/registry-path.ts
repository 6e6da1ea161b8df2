import { PwshError } from '../pwsh-error.ts';

/** A registry key, taken apart. */
export interface RegistryPath {
  /** The hive as Windows names it: `HKEY_LOCAL_MACHINE`. */
  readonly hive: string;
  /** The hive as the properties of .NET's `Registry` are named: `LocalMachine`. */
  readonly property: string;
  /** The names of the keys beneath it. */
  readonly keys: readonly string[];
}

const HIVES: readonly (readonly [short: string, hive: string, property: string])[] = [
  ['HKLM', 'HKEY_LOCAL_MACHINE', 'LocalMachine'],
  ['HKCU', 'HKEY_CURRENT_USER', 'CurrentUser'],
  ['HKCR', 'HKEY_CLASSES_ROOT', 'ClassesRoot'],
  ['HKU', 'HKEY_USERS', 'Users'],
  ['HKCC', 'HKEY_CURRENT_CONFIG', 'CurrentConfig'],
];

/** Windows allows a key's name this many UTF-16 units. */
const LONGEST_NAME = 255;

/**
 * Reads the spellings of a registry key that PowerShell and Windows' tools use: `HKLM:\…`, `HKLM\…`,
 * `HKEY_LOCAL_MACHINE\…`, `Registry::…`. Only `\` separates; a `/` belongs to the name that it is in.
 * @returns `null` for a path that is none of the registry's
 * @throws {PwshError} `invalid-argument` for the name of a key that Windows cannot have
 */
export function parseRegistryPath(path: string): RegistryPath | null {
  const [first = '', ...rest] = path.replace(/^(?:Microsoft\.PowerShell\.Core\\)?Registry::\\?/i, '').split('\\');
  const name = first.replace(/:$/, '').toUpperCase();
  const found = HIVES.find(([short, hive]) => short === name || hive === name);
  if (found === undefined) return null;
  const keys = rest.filter((key) => key !== '');
  const impossible = keys.find((key) => key.length > LONGEST_NAME || key.includes('\0'));
  if (impossible !== undefined) {
    throw new PwshError('invalid-argument', 'The name of a registry key has at most 255 characters, and no NUL.', {
      hints: [JSON.stringify(path)],
    });
  }
  return { hive: found[1], property: found[2], keys };
}

/** The error for a path that is none of the registry's. */
export function invalidPath(path: string): PwshError {
  return new PwshError('invalid-argument', 'The path is not one of the registry.', { hints: [JSON.stringify(path)] });
}
