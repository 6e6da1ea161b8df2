import type { RegistryPath } from './registry/registry-path.ts';
import type { Lookup, RegistrySnapshot } from './registry/registry-snapshot.ts';
import { type Protocol, protocolDefault, type Role, type WindowsRelease } from './registry/windows-defaults.ts';

/** What SCHANNEL does with a protocol in a role. `disabled-by-default`: an application may still ask for it. */
export type EffectiveState = 'enabled' | 'disabled' | 'disabled-by-default' | 'unknown';

/**
 * What an effective state follows from: both registry values, the default of Windows, or some of each. A value that cannot be
 * seen may be there or not, so what hangs on it is `mixed`.
 */
export type Basis = 'registry' | 'os-default' | 'mixed';

/** A protocol in a role, as it stands on one machine. */
export interface ProtocolState {
  readonly protocol: Protocol;
  readonly role: Role;
  readonly effective: EffectiveState;
  readonly basis: Basis;
}

const PROTOCOLS_KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';

/** The key of a protocol, or of one of its two roles. */
export function schannelKey(protocol: Protocol, role?: Role): RegistryPath {
  const key = `${PROTOCOLS_KEY}\\${protocol}`;
  return role === undefined ? key : `${key}\\${role === 'client' ? 'Client' : 'Server'}`;
}

/** The values that put a protocol's role into a state, by name: what a repair writes. */
export const schannelValues = {
  enabled: { DisabledByDefault: 0, Enabled: 1 },
  off: { DisabledByDefault: 1, Enabled: 0 },
} as const;

type Half = 'zero' | 'non-zero' | 'absent' | 'unseen' | 'other-kind';

/** No source says how SCHANNEL reads a value of another kind than DWord. */
function half(lookup: Lookup): Half {
  if (lookup.state !== 'present') return lookup.state === 'unknown' ? 'unseen' : 'absent';
  if (lookup.value.kind !== 'DWord') return 'other-kind';
  return lookup.value.data === 0 ? 'zero' : 'non-zero';
}

/**
 * Judges one protocol in one role by Windows' truth table (learn.microsoft.com, "TLS registry settings"): any non-zero
 * `Enabled` counts as set. Where only one of the two values is there, no source says how Windows fills in the other, so only
 * what holds under every reading is said, and the rest is `unknown`.
 */
export function effectiveState(
  snapshot: RegistrySnapshot,
  release: WindowsRelease | null,
  protocol: Protocol,
  role: Role,
): ProtocolState {
  const key = schannelKey(protocol, role);
  const enabled = half(snapshot.value(key, 'Enabled'));
  const byDefault = half(snapshot.value(key, 'DisabledByDefault'));
  const fallback = protocolDefault(release, protocol, role);
  const state = (effective: EffectiveState, basis: Basis): ProtocolState => ({ protocol, role, effective, basis });

  if (fallback === 'none') return state('disabled', 'os-default');
  if (enabled === 'zero') return state('disabled', 'registry');
  if (enabled === 'absent' && byDefault === 'absent') return state(EFFECTIVE_OF_DEFAULT[fallback], 'os-default');

  const halves = [enabled, byDefault];
  const basis = halves.includes('absent') || halves.includes('unseen') ? 'mixed' : 'registry';
  if (halves.includes('unseen') || halves.includes('other-kind')) return state('unknown', basis);
  if (byDefault === 'non-zero') return state('disabled-by-default', basis);
  const known = fallback === 'on' || (basis === 'registry' && fallback !== 'unsafe');
  return state(known ? 'enabled' : 'unknown', basis);
}

const EFFECTIVE_OF_DEFAULT: Readonly<Record<ReturnType<typeof protocolDefault>, EffectiveState>> = {
  on: 'enabled',
  off: 'disabled-by-default',
  none: 'disabled',
  unsafe: 'disabled',
  unknown: 'unknown',
};
