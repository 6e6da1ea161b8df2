import { type EffectiveState, schannelKey, schannelValues } from './effective-state.ts';
import { editableValues, type MachineReport, type RequiredValues } from './evaluate.ts';
import type { RegistryPath } from './registry/registry-path.ts';
import type { Lookup, RegistrySnapshot } from './registry/registry-snapshot.ts';
import type { RegistryValue } from './registry/registry-value.ts';
import { type Protocol, protocols, type Role, roles } from './registry/windows-defaults.ts';
import type { Rule } from './rules/define-rule.ts';

/** A protocol in a role that is not in the same state on all machines, the state of most of them first. */
export interface ProtocolDrift {
  readonly protocol: Protocol;
  readonly role: Role;
  readonly states: readonly { readonly effective: EffectiveState; readonly machines: readonly string[] }[];
}

/** A registry value that is not the same on all machines, that of most of them first: `null` is absent. */
export interface ValueDrift {
  readonly path: RegistryPath;
  readonly name: string;
  readonly values: readonly {
    readonly value: RegistryValue | null;
    /** Whether it could be seen; `value` says nothing otherwise. */
    readonly seen: boolean;
    readonly machines: readonly string[];
  }[];
}

/** In what settings machines differ. What could not be seen is no difference, and is listed beside those that are. */
export interface Drift {
  /** What is in effect. */
  readonly protocols: readonly ProtocolDrift[];
  /** What is written; the effect can be the same, as where one machine spells out what another has by default. */
  readonly values: readonly ValueDrift[];
}

/** A machine as drift is looked for: its name, its state, and what it was judged by. */
export interface ComparedMachine {
  readonly name: string;
  readonly report: MachineReport;
  readonly snapshot: RegistrySnapshot;
}

/** Compares the settings of machines: those of every protocol, and all that rules may write. */
export function findDrift(machines: readonly ComparedMachine[], rules: readonly Rule[]): Drift {
  return { protocols: protocolDrift(machines), values: settingsOf(rules).flatMap((key) => valueDrift(machines, key)) };
}

function protocolDrift(machines: readonly ComparedMachine[]): readonly ProtocolDrift[] {
  return protocols.flatMap((protocol) =>
    roles.flatMap((role): readonly ProtocolDrift[] => {
      const states = byMost(machines, ({ report }) => {
        const state = report.protocols.find((one) => one.protocol === protocol && one.role === role);
        return state?.effective ?? 'unknown';
      });
      const isDrift = states.filter(([effective]) => effective !== 'unknown').length > 1;
      return isDrift
        ? [{ protocol, role, states: states.map(([effective, names]) => ({ effective, machines: names })) }]
        : [];
    }),
  );
}

function valueDrift(machines: readonly ComparedMachine[], { path, names }: RequiredValues): readonly ValueDrift[] {
  return names.flatMap((name): readonly ValueDrift[] => {
    const lookups = new Map<string, Lookup>();
    const groups = byMost(machines, ({ snapshot }) => {
      const lookup = snapshot.value(path, name);
      const key = keyOf(lookup);
      lookups.set(key, lookup);
      return key;
    });
    if (groups.filter(([key]) => key !== 'unknown').length < 2) return [];
    const values = groups.map(([key, found]) => {
      const lookup = lookups.get(key);
      return {
        value: lookup?.state === 'present' ? lookup.value : null,
        seen: lookup?.state !== 'unknown',
        machines: found,
      };
    });
    return [{ path, name, values }];
  });
}

function keyOf(lookup: Lookup): string {
  return lookup.state === 'present' ? JSON.stringify(lookup.value) : lookup.state;
}

function settingsOf(rules: readonly Rule[]): readonly RequiredValues[] {
  const ofProtocols = protocols.flatMap((protocol) =>
    roles.map((role) => ({ path: schannelKey(protocol, role), names: Object.keys(schannelValues.enabled) })),
  );
  const known = new Set(ofProtocols.map(({ path }) => path));
  return [...ofProtocols, ...editableValues(rules).filter(({ path }) => !known.has(path))];
}

/** The names of machines by what they have in common, most first; of as many, those that come first. */
function byMost<Key extends string>(
  machines: readonly ComparedMachine[],
  keyOfMachine: (machine: ComparedMachine) => Key,
): readonly (readonly [Key, readonly string[]])[] {
  const groups = new Map<Key, string[]>();
  for (const machine of machines) {
    const key = keyOfMachine(machine);
    const names = groups.get(key);
    if (names) names.push(machine.name);
    else groups.set(key, [machine.name]);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
