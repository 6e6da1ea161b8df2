import type { PlainInput, PlainValue } from '@mailtls/clixml';
import type { CallOptions, Invoker } from '../invoker.ts';
import { PwshError } from '../pwsh-error.ts';
import { script } from './read-registry-values.ps1.ts';
import { invalidPath, parseRegistryPath } from './registry-path.ts';
import type { RegistryValue, RegistryValueKind } from './registry-value.ts';

/** Which values of a key are wanted. */
export interface RegistryRequest {
  /** In any spelling: `HKLM:\…`, `HKEY_LOCAL_MACHINE\…`, `Registry::…`. Only `\` separates. */
  readonly path: string;
  /** `''` and `'(default)'` are the unnamed value. Default: all that there are. */
  readonly names?: readonly string[];
}

/** What there is. */
export interface RegistryReading {
  readonly path: string;
  /** Of the key. */
  readonly state: 'present' | 'absent' | 'access-denied';
  /** By the names that were asked for, `null` for a value that is absent. Empty where the key may not be read. */
  readonly values: ReadonlyMap<string, RegistryValue | null>;
}

/**
 * Reads registry values as they are stored, any number of keys in one round trip. `Get-ItemProperty` does not serve for
 * that: it expands an ExpandString, hides the kind, and adds properties that can stand in the place of values.
 * @returns a reading for each request, in their order
 * @throws {PwshError} `invalid-argument` for a path or name that Windows cannot have, and what `invoke` throws
 */
export async function readRegistryValues(
  on: Invoker,
  requests: readonly RegistryRequest[],
  options: CallOptions = {},
): Promise<RegistryReading[]> {
  const keys = requests.map(toArgument);
  if (keys.length === 0) return [];
  const { output } = await on.invoke<PlainValue>(script, { Keys: keys }, options);
  return requests.map((request, index) => toReading(request, output[index] as PlainValue[]));
}

function toArgument({ path, names }: RegistryRequest): PlainInput {
  const parsed = parseRegistryPath(path);
  if (parsed === null) throw invalidPath(path);
  if (names?.some((name) => name.includes('\0'))) {
    throw new PwshError('invalid-argument', 'The name of a registry value has no NUL.', {
      hints: [JSON.stringify(path)],
    });
  }
  return [parsed.property, parsed.keys.join('\\'), names?.map((name) => (isUnnamed(name) ? '' : name)) ?? null];
}

/** PowerShell's own name for the unnamed value, in its own case. */
function isUnnamed(name: string): boolean {
  return name.toLowerCase() === '(default)';
}

function toReading({ path, names }: RegistryRequest, row: readonly PlainValue[]): RegistryReading {
  const [state, found, ...pairs] = row;
  const values = new Map<string, RegistryValue | null>();
  if (state === 'absent') for (const name of names ?? []) values.set(name, null);
  if (state === 'present') {
    (names ?? (found as PlainValue[]).map(toText)).forEach((name, index) => {
      values.set(name, toRegistryValue(pairs[2 * index], pairs[2 * index + 1]));
    });
  }
  return { path, state: state as RegistryReading['state'], values };
}

/** A text, which may come as its characters. */
function toText(value: PlainValue): string {
  return Array.isArray(value) ? value.join('') : String(value);
}

/** .NET's `RegistryValueKind`, by number. */
const KINDS: ReadonlyMap<PlainValue | undefined, RegistryValueKind> = new Map([
  [-1, 'None'],
  [1, 'String'],
  [2, 'ExpandString'],
  [3, 'Binary'],
  [4, 'DWord'],
  [7, 'MultiString'],
  [11, 'QWord'],
]);

function toRegistryValue(number: PlainValue | undefined, data: PlainValue | undefined): RegistryValue | null {
  if (number === null || number === undefined) return null;
  const kind = KINDS.get(number);
  switch (kind) {
    case 'String':
    case 'ExpandString':
      return { kind, data: toText(data ?? '') };
    case 'MultiString':
      return { kind, data: (data as PlainValue[]).map(toText) };
    case 'DWord':
      // Four bytes, which .NET takes for a signed integer. A value of this kind can be longer than that.
      if (typeof data === 'number') return { kind, data: data >>> 0 };
      break;
    case 'QWord':
      if (typeof data === 'bigint') return { kind, data: BigInt.asUintN(64, data) };
      break;
    case 'Binary':
    case 'None':
      if (data instanceof Uint8Array) return { kind, data };
      break;
  }
  return { kind: 'Unknown', data: data instanceof Uint8Array ? data : null };
}
