import { compareBuilds } from '../build-number.ts';
import { type EffectiveState, schannelKey } from '../effective-state.ts';
import type { Finding, Severity } from '../finding.ts';
import { type Message, message, wordRegistryValue } from '../format-message.ts';
import { dword, registryKindName } from '../registry/registry-value.ts';
import { protocolDefault } from '../registry/windows-defaults.ts';
import type { Rule, SchannelProtocolCheck } from '../rules/define-rule.ts';
import type { RuleId } from '../wording/en.ts';
import type { Judged } from './judged.ts';

const WANTED_VALUES = {
  enabled: { DisabledByDefault: 0, Enabled: 1 },
  off: { DisabledByDefault: 1, Enabled: 0 },
} as const;

/**
 * Judges both values of a protocol's role by the state that they have together. While the state is wrong, each value that is
 * not as wanted is an error; while it is unknown, a warning; while it is right, information: a default can change with
 * Windows, and other tools mistake an absent value or another number than 1.
 */
export function judgeProtocol(rule: RuleId, check: SchannelProtocolCheck, judged: Judged): readonly Finding[] {
  const { protocol, role } = check;
  if (isExempt(check, judged)) return [];
  const state = judged.stateOf(protocol, role);
  const path = schannelKey(protocol, role);
  const release = judged.facts.windows?.release ?? null;
  const fallback = protocolDefault(release, protocol, role);
  // Off is what it is without any value, so there is nothing to ask for.
  if (fallback === 'none' && check.want === 'off') return [];
  const mentionable = !(fallback === 'unsafe' && state === 'disabled');

  const severity = severityOf(state, check.want);
  return Object.entries(WANTED_VALUES[check.want]).flatMap(([name, wanted]): Finding[] => {
    const found = judged.snapshot.value(path, name);
    const actual = found.state === 'present' ? found.value : null;
    const expected = dword(wanted);
    const seen = found.state !== 'unknown';
    const edit = { path, name, from: actual, fromSeen: seen, to: expected, rule };
    const base = { rule, path, name, actual, seen, expected, edit };
    const args = { name, protocol, role: message(`role.${role}`), expected: wanted, actual: wordRegistryValue(actual) };
    if (!seen) {
      return [
        {
          ...base,
          severity: severity === 'info' ? 'info' : 'warning',
          message: message('finding.protocol-unseen', args),
        },
      ];
    }
    if (actual === null) {
      if (severity !== 'info')
        return [
          { ...base, severity, message: message(`finding.protocol-${severity}`, { ...args, state: worded(state) }) },
        ];
      return mentionable
        ? [{ ...base, severity, message: message('finding.protocol-by-default', { ...args, state: worded(state) }) }]
        : [];
    }
    if (actual.kind !== 'DWord') {
      return [
        {
          ...base,
          severity: 'warning',
          message: message('finding.value-kind', { ...args, kind: registryKindName(actual) }),
        },
      ];
    }
    if (actual.data === wanted) return [];
    // Non-zero counts as set, so a number other than 1 where 1 is wanted is not what makes the state wrong.
    if (wanted === 1 && actual.data !== 0)
      return [{ ...base, severity: 'info', message: message('finding.not-one', args) }];
    return [
      {
        ...base,
        severity,
        message: message(`finding.protocol-${severity === 'info' ? 'differs' : severity}`, {
          ...args,
          state: worded(state),
        }),
      },
    ];
  });
}

function worded(state: EffectiveState): Message {
  return message(`state.${state}`);
}

function severityOf(state: EffectiveState, want: SchannelProtocolCheck['want']): Severity {
  if (state === 'unknown') return 'warning';
  return (state === 'enabled') === (want === 'enabled') ? 'info' : 'error';
}

/** A demand that holds only for older builds is not put to a machine whose builds are not both known to be older. */
function isExempt({ unless }: SchannelProtocolCheck, { facts }: Judged): boolean {
  if (unless === undefined || facts.windows === null) return unless !== undefined;
  if (compareBuilds(facts.windows.build, unless.windows) < 0) return false;
  return typeof facts.exchange === 'string' || compareBuilds(facts.exchange.build, unless.exchange) >= 0;
}

/**
 * The missing keys of the protocols that must be on, the topmost of each once: `TLS 1.2`, or one of its two roles. The edits
 * of the values create them.
 */
export function judgeProtocolKeys(rules: readonly Rule[], judged: Judged): readonly Finding[] {
  const seen = new Set<string>();
  return rules.flatMap(({ id, check }): Finding[] => {
    if (check.type !== 'schannel-protocol' || check.want !== 'enabled') return [];
    const { protocol, role } = check;
    const path = [schannelKey(protocol), schannelKey(protocol, role)].find(
      (key) => judged.snapshot.key(key) === 'absent',
    );
    if (path === undefined || seen.has(path)) return [];
    seen.add(path);
    const severity = severityOf(judged.stateOf(protocol, role), check.want);
    return [
      {
        rule: id,
        severity,
        path,
        name: null,
        actual: null,
        seen: true,
        expected: null,
        message: message('finding.key-absent', { path }),
        edit: null,
      },
    ];
  });
}
