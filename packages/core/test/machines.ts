import type { RegistryEdit } from '../src/finding.ts';
import { RegistrySnapshot, type SnapshotFacts, type SnapshotValue } from '../src/registry/registry-snapshot.ts';
import { dword } from '../src/registry/registry-value.ts';
import type { WindowsRelease } from '../src/registry/windows-defaults.ts';

/** A key's values by name; a number is a DWord. */
export type Values = Readonly<Record<string, SnapshotValue | number>>;

/** A machine's registry by key. The whole of HKLM is covered unless `covers` says otherwise. */
export function machineOf(
  keys: Readonly<Record<string, Values>>,
  { covers = ['HKLM'], ...facts }: SnapshotFacts & { readonly covers?: readonly string[] } = {},
): RegistrySnapshot {
  return new RegistrySnapshot({
    format: 'mailtls-snapshot',
    version: 1,
    name: null,
    covers,
    keys: Object.entries(keys).map(([path, values]) => ({
      path,
      state: 'present',
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? dword(value) : value]),
      ),
    })),
    facts,
  });
}

/** A build of each release, written down here a second time on purpose. */
export const builds: Readonly<Record<WindowsRelease, string>> = {
  '2008': '6.0.6001',
  '2008SP2': '6.0.6002',
  '2008R2': '6.1.7601',
  '2012': '6.2.9200',
  '2012R2': '6.3.9600',
  '2016': '10.0.14393',
  '2019': '10.0.17763',
  '2022': '10.0.20348',
  '2025': '10.0.26100',
};

const PROTOCOLS = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';

/** A key of SCHANNEL, written down here a second time on purpose. */
export function protocolKey(protocol: string, role?: 'Client' | 'Server'): string {
  return role === undefined ? `${PROTOCOLS}\\${protocol}` : `${PROTOCOLS}\\${protocol}\\${role}`;
}

/** The same machine after edits; `to: null` deletes. A key that lacks is created, as the registry provider does. */
export function apply(
  machine: RegistrySnapshot,
  edits: readonly (Pick<RegistryEdit, 'path' | 'name'> & { readonly to: RegistryEdit['to'] | null })[],
): RegistrySnapshot {
  const keys = new Map(
    machine.document.keys.map((key) => [key.path, { ...key, values: new Map(Object.entries(key.values)) }]),
  );
  for (const { path, name, to } of edits) {
    const key = keys.get(path) ?? { path, values: new Map<string, SnapshotValue>() };
    key.values.set(name, to);
    keys.set(path, { ...key, state: 'present' });
  }
  return new RegistrySnapshot({
    ...machine.document,
    keys: [...keys.values()].map((key) => ({ ...key, values: Object.fromEntries(key.values) })),
  });
}
