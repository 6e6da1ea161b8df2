import { compareBuilds } from '../build-number.ts';
import { type EffectiveState, schannelKey, schannelValues } from '../effective-state.ts';
import { type Finding, findingOf, type Severity } from '../finding.ts';
import { type Message, message, wordRegistryValue } from '../format-message.ts';
import type { RegistryPath } from '../registry/registry-path.ts';
import { dword } from '../registry/registry-value.ts';
import { type ProtocolDefault, protocolDefault } from '../registry/windows-defaults.ts';
import type { Rule, SchannelProtocolCheck } from '../rules/define-rule.ts';
import type { RuleId } from '../wording/en.ts';
import type { Judged } from './judged.ts';

/**
 * Judges both values of a protocol's role by the state that they have together. While the state is wrong, each value that is
 * not as wanted is an error; while it is unknown, a warning; while it is right, information: a default can change with
 * Windows, and other tools mistake an absent value or another number than 1.
 */
export function judgeProtocol(rule: RuleId, check: SchannelProtocolCheck, judged: Judged): readonly Finding[] {
  if (isExempt(check, judged)) return [];
  const { protocol, role, want } = check;
  const path = schannelKey(protocol, role);
  if (want === 'enabled' && isMissing(check, judged)) return [missingProtocol(rule, check, path)];
  const state = judged.stateOf(protocol, role);
  const severity = severityOf(state, want);
  // Where Windows does not have a protocol, nothing needs to be said of what is not set.
  const isQuiet = severity === 'info' && ['none', 'unsafe'].includes(defaultOf(check, judged));

  return Object.entries(schannelValues[want]).flatMap(([name, wanted]): Finding[] => {
    const found = judged.snapshot.value(path, name);
    const actual = found.state === 'present' ? found.value : null;
    if (actual === null ? isQuiet : actual.kind === 'DWord' && actual.data === wanted) return [];

    const seen = found.state !== 'unknown';
    const expected = dword(wanted);
    const edit = { path, name, from: actual, fromSeen: seen, to: expected, rule };
    const finding = (as: Severity, text: Message, known = seen): Finding[] => [
      findingOf(rule, as, text, { path, name, actual, seen, known, expected, edit }),
    ];
    const args = {
      name,
      protocol,
      role: message(`role.${role}`),
      expected: wanted,
      actual: wordRegistryValue(actual),
      state: message(`state.${state}`),
    };
    if (!seen) return finding(severity === 'info' ? 'info' : 'warning', message('finding.protocol-unseen', args));
    if (actual !== null && actual.kind !== 'DWord') {
      return finding(severity, message('finding.value-kind', args));
    }
    // Non-zero counts as set, so a number other than 1 where 1 is wanted is not what makes the state wrong.
    if (wanted === 1 && actual !== null && actual.data !== 0) return finding('info', message('finding.not-one', args));
    if (severity !== 'info')
      return finding(severity, message(`finding.protocol-${severity}`, args), severity === 'error');
    return finding(severity, message(`finding.protocol-${actual === null ? 'by-default' : 'differs'}`, args));
  });
}

function severityOf(state: EffectiveState, want: SchannelProtocolCheck['want']): Severity {
  if (state === 'unknown') return 'warning';
  return (state === 'enabled') === (want === 'enabled') ? 'info' : 'error';
}

function defaultOf({ protocol, role }: SchannelProtocolCheck, { facts }: Judged): ProtocolDefault {
  return protocolDefault(facts.windows?.release ?? null, protocol, role);
}

/** Whether this Windows does not have the protocol: then no value makes it have it. */
function isMissing(check: SchannelProtocolCheck, judged: Judged): boolean {
  return defaultOf(check, judged) === 'none';
}

function missingProtocol(rule: RuleId, { protocol, role }: SchannelProtocolCheck, path: RegistryPath): Finding {
  return findingOf(rule, 'error', message('finding.protocol-missing', { protocol, role: message(`role.${role}`) }), {
    path,
  });
}

/** A demand that holds for older builds only is not put to a machine of which neither build is known to be older. */
function isExempt({ unless }: SchannelProtocolCheck, { facts }: Judged): boolean {
  if (unless === undefined) return false;
  const { windows, exchange } = facts;
  const oldWindows = windows !== null && compareBuilds(windows.build, unless.windows) < 0;
  const oldExchange = typeof exchange === 'object' && compareBuilds(exchange.build, unless.exchange) < 0;
  return !oldWindows && !oldExchange;
}

/**
 * The missing keys of the protocols that must be on, the topmost of each once: `TLS 1.2`, or one of its two roles. The edits
 * of the values create them.
 */
export function judgeProtocolKeys(rules: readonly Rule[], judged: Judged): readonly Finding[] {
  const seen = new Set<string>();
  return rules.flatMap(({ id, check }): Finding[] => {
    if (check.type !== 'schannel-protocol' || check.want !== 'enabled' || isMissing(check, judged)) return [];
    const { protocol, role } = check;
    const path = [schannelKey(protocol), schannelKey(protocol, role)].find(
      (key) => judged.snapshot.key(key) === 'absent',
    );
    if (path === undefined || seen.has(path)) return [];
    seen.add(path);
    const severity = severityOf(judged.stateOf(protocol, role), check.want);
    const known = severity !== 'warning';
    return [findingOf(id, severity, message('finding.key-absent', { path }), { path, known })];
  });
}
