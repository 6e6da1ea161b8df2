import { CoreError } from '../core-error.ts';

/** A registry key as this package writes it: short hive, single backslashes, no trailing one: `HKLM\SYSTEM\CurrentControlSet`. */
export type RegistryPath = string;

const HIVES: Readonly<Record<string, string>> = {
  HKEY_LOCAL_MACHINE: 'HKLM',
  HKEY_CURRENT_USER: 'HKCU',
  HKEY_CLASSES_ROOT: 'HKCR',
  HKEY_USERS: 'HKU',
  HKEY_CURRENT_CONFIG: 'HKCC',
  HKLM: 'HKLM',
  HKCU: 'HKCU',
  HKCR: 'HKCR',
  HKU: 'HKU',
  HKCC: 'HKCC',
};

/** What needs no reading, as most paths do: thousands come of one export. */
const WRITTEN_HERE = /^(?:HKLM|HKCU|HKCR|HKU|HKCC)(?:\\[^\\]+)*$/;

/**
 * Reads the spellings that tools use for a registry key (`HKEY_LOCAL_MACHINE\…`, `HKLM:\…`, `Registry::HKLM\…`,
 * `Microsoft.PowerShell.Core\Registry::…`) into the one spelling used here. Only the hive's spelling changes: the
 * case of key names is kept.
 *
 * @throws CoreError `bad-registry-path` when the hive is not one of Windows'.
 */
export function parseRegistryPath(text: string): RegistryPath {
  if (WRITTEN_HERE.test(text)) return text;
  const path = text.replace(/^(?:Microsoft\.PowerShell\.Core\\)?Registry::/i, '');
  const [first = ''] = path.split('\\', 1);
  const hive = HIVES[first.replace(/:$/, '').toUpperCase()];
  if (hive === undefined) {
    throw new CoreError('bad-registry-path', `"${text}" is not a registry key: it must begin with a hive such as HKLM`);
  }
  return hive + path.slice(first.length).replace(/\\+(?=\\|$)/g, '');
}

/**
 * The form in which two names of keys or values are the same name to Windows, which ignores case. As in Windows' own table
 * one UTF-16 unit stays one unit (`ß` is not `SS`), and no other letter becomes an ASCII one (`ı` is not `I`).
 */
export function foldRegistryName(name: string): string {
  if (/^[\0-\x7f]*$/.test(name)) return name.toUpperCase();
  return name.replace(/[a-z]+|[^\0-\x7f]/g, (part) => {
    const upper = part.toUpperCase();
    return upper.length === part.length && (part < '\x80' || upper >= '\x80') ? upper : part;
  });
}

/** The key that holds `path`, or `null` for a hive. */
export function parentOf(path: RegistryPath): RegistryPath | null {
  const cut = path.lastIndexOf('\\');
  return cut < 0 ? null : path.slice(0, cut);
}
