import type { ProtocolState } from './effective-state.ts';
import { effectiveState, schannelKey, schannelValues } from './effective-state.ts';
import { judgeBuilds } from './evaluate/judge-builds.ts';
import { judgeProtocol, judgeProtocolKeys } from './evaluate/judge-protocol.ts';
import { judgeBits, judgeDword, judgeMisplaced } from './evaluate/judge-values.ts';
import type { Judged } from './evaluate/judged.ts';
import { type Finding, findingOf } from './finding.ts';
import { message } from './format-message.ts';
import { factValues, type MachineFacts, machineFacts } from './machine-facts.ts';
import type { RegistryPath } from './registry/registry-path.ts';
import type { RegistrySnapshot } from './registry/registry-snapshot.ts';
import { protocols, roles, type WindowsRelease } from './registry/windows-defaults.ts';
import type { Rule } from './rules/define-rule.ts';
import type { RuleId } from './wording/en.ts';

/** A machine, judged. */
export interface MachineReport {
  readonly facts: MachineFacts;
  /** The rules that it was judged by: one that has no finding is met, as far as can be seen. */
  readonly rules: readonly RuleId[];
  /** Every protocol in every role, whatever rules were asked. */
  readonly protocols: readonly ProtocolState[];
  readonly findings: readonly Finding[];
}

/**
 * Judges a machine by rules. Pure: what the snapshot does not show is `unknown`, and a warning where a rule asks for it.
 *
 * @param assumedRelease the Windows release to take where the snapshot does not name one; its defaults are unknown otherwise.
 */
export function evaluate(
  rules: readonly Rule[],
  snapshot: RegistrySnapshot,
  assumedRelease: WindowsRelease | null = null,
): MachineReport {
  const facts = machineFacts(snapshot, assumedRelease);
  const states = protocols.flatMap((protocol) =>
    roles.map((role) => effectiveState(snapshot, facts.windows?.release ?? null, protocol, role)),
  );
  const judged: Judged = {
    snapshot,
    facts,
    stateOf: (protocol, role) =>
      states.find((state) => state.protocol === protocol && state.role === role)?.effective ?? 'unknown',
  };
  const findings = [...rules.flatMap((rule) => judge(rule, judged)), ...judgeProtocolKeys(rules, judged)];
  return { facts, rules: rules.map(({ id }) => id), protocols: states, findings };
}

function judge(rule: Rule, judged: Judged): readonly Finding[] {
  const { check } = rule;
  switch (check.type) {
    case 'schannel-protocol':
      return judgeProtocol(rule.id, check, judged);
    case 'dword':
      return judgeDword(rule.id, check, judged);
    case 'dword-bits':
      return judgeBits(rule.id, check, judged);
    case 'misplaced-values':
      return judgeMisplaced(rule.id, check, judged);
    case 'windows-build':
    case 'exchange-build':
      return judgeBuilds(rule.id, check, judged.facts);
    case 'restart':
      return judged.facts.restart === 'needed'
        ? [findingOf(rule.id, 'warning', message('finding.restart-needed'))]
        : [];
  }
}

/** The values of one key that are to be fetched; without any, whether the key is there. */
export interface RequiredValues {
  readonly path: RegistryPath;
  readonly names: readonly string[];
}

/** Every value that `evaluate` may ask a snapshot for, by key: what to fetch from a machine, in one round trip. */
export function requiredValues(rules: readonly Rule[]): readonly RequiredValues[] {
  const ofProtocols = protocols.flatMap((protocol) =>
    roles.map((role) => ({ path: schannelKey(protocol, role), names: Object.keys(schannelValues.enabled) })),
  );
  const ofRules = rules.flatMap(({ check }): readonly RequiredValues[] => {
    if (check.type === 'misplaced-values') return [check];
    return check.type === 'schannel-protocol' && check.want === 'enabled'
      ? [{ path: schannelKey(check.protocol), names: [] }]
      : [];
  });
  return byKey([...factValues, ...ofProtocols, ...editableValues(rules), ...ofRules]);
}

/** Every value that `planEdits` may want written for what rules find, by key: no repair writes anything else. */
export function editableValues(rules: readonly Rule[]): readonly RequiredValues[] {
  return byKey(
    rules.flatMap(({ check }): readonly RequiredValues[] => {
      switch (check.type) {
        case 'schannel-protocol':
          return [{ path: schannelKey(check.protocol, check.role), names: Object.keys(schannelValues[check.want]) }];
        case 'dword':
        case 'dword-bits':
          return [{ path: check.path, names: [check.name] }];
        default:
          return [];
      }
    }),
  );
}

function byKey(values: readonly RequiredValues[]): readonly RequiredValues[] {
  const names = new Map<RegistryPath, Set<string>>();
  for (const { path, names: wanted } of values) {
    names.set(path, new Set([...(names.get(path) ?? []), ...wanted]));
  }
  return [...names].map(([path, wanted]) => ({ path, names: [...wanted] }));
}
