import type { CallOptions, Invoker } from '../invoker.ts';
import { invalidPath, parseRegistryPath } from './registry-path.ts';

const SCRIPT = `param($Hive, $Names)
$ErrorActionPreference = 'Stop'
$root = [Microsoft.Win32.Registry]::$Hive
if ($null -eq $root) { throw 'This machine has no Windows registry.' }
$path = ''
foreach ($name in $Names) {
if ($path -eq '') { $path = $name } else { $path += '\\' + $name }
$key = $root.OpenSubKey($path)
if ($null -eq $key) { $key = $root.CreateSubKey($path); $key.Name }
$key.Close()
}`;

/**
 * Makes a registry key and those above it that are missing, and leaves those that are there as they are: `New-Item` makes
 * one at a time, its `-Force` empties those that are there, and it does not take a `/` for a part of a name.
 * @returns the keys that were made, the outermost first, as `HKEY_LOCAL_MACHINE\…`: none when all were there
 * @throws {PwshError} `invalid-argument`, `access-denied`, and what `invoke` throws
 */
export async function createRegistryKey(on: Invoker, path: string, options: CallOptions = {}): Promise<string[]> {
  const parsed = parseRegistryPath(path);
  if (parsed === null) throw invalidPath(path);
  const { output } = await on.invoke(SCRIPT, { Hive: parsed.property, Names: parsed.keys }, options);
  return output.map(String);
}
