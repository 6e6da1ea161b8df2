import { PwshError } from '../pwsh-error.ts';

/**
 * A value of the Windows registry as it is stored, its kind named as .NET's `RegistryValueKind` names it. An ExpandString
 * is not expanded. `Unknown` is a kind that .NET has no name for, such as a link; its data is `null` where .NET cannot read it.
 */
export type RegistryValue =
  | { readonly kind: 'String' | 'ExpandString'; readonly data: string }
  | { readonly kind: 'Binary' | 'None'; readonly data: Uint8Array }
  /** 0 to 2³² - 1. */
  | { readonly kind: 'DWord'; readonly data: number }
  /** 0 to 2⁶⁴ - 1. */
  | { readonly kind: 'QWord'; readonly data: bigint }
  | { readonly kind: 'MultiString'; readonly data: readonly string[] }
  | { readonly kind: 'Unknown'; readonly data: Uint8Array | null };

/** How the kind of a registry value is named. */
export type RegistryValueKind = RegistryValue['kind'];

/** What the parameters `-Value` and `-Type` take for a value. */
export interface CmdletValue {
  readonly value: string | number | bigint | Uint8Array | readonly string[];
  readonly type: RegistryValueKind;
}

/** @throws {PwshError} `invalid-argument` for what a value of its kind cannot hold */
export function toCmdletValue(value: RegistryValue): CmdletValue {
  switch (value.kind) {
    case 'DWord':
      if (!(Number.isInteger(value.data) && value.data >= 0 && value.data < 2 ** 32)) throw unfit(value);
      // As the signed integer of the same bits, which every version takes.
      return { value: value.data | 0, type: value.kind };
    case 'QWord':
      if (value.data !== BigInt.asUintN(64, value.data)) throw unfit(value);
      return { value: BigInt.asIntN(64, value.data), type: value.kind };
    case 'Unknown':
      throw unfit(value);
    default:
      return { value: value.data, type: value.kind };
  }
}

function unfit({ kind, data }: RegistryValue): PwshError {
  return new PwshError('invalid-argument', `The registry cannot be given ${String(data)} as ${kind}.`);
}
