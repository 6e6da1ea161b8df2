/** The kinds of value that mailtls reads and writes, named as .NET's `RegistryValueKind` names them. */
export type RegistryValueKind = 'String' | 'ExpandString' | 'Binary' | 'DWord' | 'QWord' | 'MultiString';

/**
 * A registry value, in a form that JSON keeps exactly: a DWord is an unsigned number, a QWord a decimal string, Binary
 * lower-case hexadecimal. `Unknown` holds the kinds that Windows defines beside the six (REG_NONE is 0, REG_LINK 6, …) by
 * their number.
 */
export type RegistryValue =
  | { readonly kind: 'String' | 'ExpandString'; readonly data: string }
  | { readonly kind: 'Binary'; readonly data: string }
  | { readonly kind: 'DWord'; readonly data: number }
  | { readonly kind: 'QWord'; readonly data: string }
  | { readonly kind: 'MultiString'; readonly data: readonly string[] }
  | { readonly kind: 'Unknown'; readonly type: number; readonly data: string };

/** A DWord from any reader's number: some report 0xFFFFFFFF as -1. */
export function dword(value: number): RegistryValue {
  return { kind: 'DWord', data: value >>> 0 };
}

/** Whether two values are the same to the bit: kind and data. `null` is "absent". */
export function sameRegistryValue(a: RegistryValue | null, b: RegistryValue | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'MultiString' && b.kind === 'MultiString') {
    return a.data.length === b.data.length && a.data.every((item, i) => item === b.data[i]);
  }
  if (a.kind === 'Unknown' && b.kind === 'Unknown' && a.type !== b.type) return false;
  return a.data === b.data;
}

/** The kinds as Windows' own tools print them. */
export const registryKindNames: Readonly<Record<RegistryValueKind, string>> = {
  String: 'REG_SZ',
  ExpandString: 'REG_EXPAND_SZ',
  Binary: 'REG_BINARY',
  DWord: 'REG_DWORD',
  QWord: 'REG_QWORD',
  MultiString: 'REG_MULTI_SZ',
};

/** The kind as Windows' own tools print it, such as `REG_DWORD`. */
export function registryKindName(value: RegistryValue): string {
  return value.kind === 'Unknown' ? `REG type ${value.type}` : registryKindNames[value.kind];
}
