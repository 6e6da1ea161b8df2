import type { RegistryValue, SnapshotValue } from '@mailtls/core';
import type { RegistryValue as LiveValue } from '@mailtls/pwsh-bridge';

/** REG_NONE, which .NET names, and `core` keeps by its number as it does all kinds beside the six. */
const REG_NONE = 0;

/** A value as the bridge reads it, as `core` keeps it. One that .NET cannot name could not be put back, and counts as unread. */
export function toSnapshotValue(value: LiveValue | null): SnapshotValue {
  switch (value?.kind) {
    case undefined:
      return null;
    case 'QWord':
      return { kind: value.kind, data: String(value.data) };
    case 'Binary':
      return { kind: value.kind, data: hexOf(value.data) };
    case 'None':
      return { kind: 'Unknown', type: REG_NONE, data: hexOf(value.data) };
    case 'Unknown':
      return 'unknown';
    default:
      return value;
  }
}

/** A value as `core` keeps it, as the bridge writes it; `null` for a kind that PowerShell cannot write. */
export function toLiveValue(value: RegistryValue): LiveValue | null {
  switch (value.kind) {
    case 'QWord':
      return { kind: value.kind, data: BigInt(value.data) };
    case 'Binary':
      return { kind: value.kind, data: Buffer.from(value.data, 'hex') };
    case 'Unknown':
      return value.type === REG_NONE ? { kind: 'None', data: Buffer.from(value.data, 'hex') } : null;
    default:
      return value;
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
