import {
  type Finding,
  findRule,
  formatMessage,
  type Language,
  type MachineFacts,
  type ProtocolState,
  type RuleId,
} from '@mailtls/core';
import { groupBy } from './group-by.ts';
import type { JudgedMachine } from './result.ts';
import { word } from './wording/word.ts';

/** What stands in a matrix of machines: the builds, each protocol in each role, and what else a rule asks for. */
export type SettingId = 'windows' | 'exchange' | `${ProtocolState['protocol']} ${ProtocolState['role']}` | RuleId;

/** How a setting stands on one machine. */
export interface SettingState {
  /** A build, or the state of a protocol; `''` of another setting that is known. `null` where it is not known. A code, not a word. */
  readonly value: string | null;
  /** `met`; how grave the worst is that rules found of it; `unknown`; `unasked` where no rule asked for it. */
  readonly status: 'met' | Finding['severity'] | 'unknown' | 'unasked';
}

/** How each setting of a machine stands. A restart that is due is no setting. */
export function settingsOf({ report }: JudgedMachine): ReadonlyMap<SettingId, SettingState> {
  const { facts, protocols, rules } = report;
  const findings = groupBy(report.findings, ({ rule }) => rule);
  const bySetting = groupBy(rules, (rule) => settingOfRule(rule));
  const state = (setting: SettingId, valueIn: (found: readonly Finding[]) => string | null): SettingState => {
    const asking = bySetting.get(setting) ?? [];
    const found = asking.flatMap((rule) => findings.get(rule) ?? []);
    const value = valueIn(found);
    return { value, status: statusOf(asking, found, value) };
  };
  const settings = new Map<SettingId, SettingState>([
    ['windows', state('windows', () => facts.windows?.build ?? null)],
    ['exchange', state('exchange', () => exchangeValue(facts))],
  ]);
  for (const { protocol, role, effective } of protocols) {
    const id = `${protocol} ${role}` as const;
    settings.set(
      id,
      state(id, () => (effective === 'unknown' ? null : effective)),
    );
  }
  for (const setting of bySetting.keys()) {
    if (setting !== null && !settings.has(setting))
      settings.set(
        setting,
        state(setting, (found) => (found.some(({ seen }) => !seen) ? null : '')),
      );
  }
  return settings;
}

/** A setting by its name; the title of the rule that asks for it, where it has no other. */
export function settingName(setting: SettingId, language: Language): string {
  if (setting === 'windows') return 'Windows';
  if (setting === 'exchange') return 'Exchange';
  const [, protocol, role] = /^(\S+ \S+) (client|server)$/.exec(setting) ?? [];
  if (protocol !== undefined)
    return `${protocol} ${word(role === 'client' ? 'column.client' : 'column.server', language)}`;
  return formatMessage({ id: `rule.${setting as RuleId}.title`, args: {} }, language);
}

function settingOfRule(rule: RuleId): SettingId | null {
  const { check } = findRule(rule);
  switch (check.type) {
    case 'windows-build':
      return 'windows';
    case 'exchange-build':
      return 'exchange';
    case 'schannel-protocol':
      return `${check.protocol} ${check.role}`;
    case 'restart':
      return null;
    default:
      return rule;
  }
}

function exchangeValue({ exchange }: MachineFacts): string | null {
  if (typeof exchange === 'object') return exchange.build;
  return exchange === 'absent' ? exchange : null;
}

const GRAVEST_FIRST = ['error', 'warning', 'info'] as const;

function statusOf(asking: readonly RuleId[], found: readonly Finding[], value: string | null): SettingState['status'] {
  const known = found.filter(({ known: isKnown }) => isKnown);
  const worst = GRAVEST_FIRST.find((severity) => known.some((finding) => finding.severity === severity));
  if (worst !== undefined && worst !== 'info') return worst;
  if (value === null || known.length < found.length) return 'unknown';
  return worst ?? (asking.length > 0 ? 'met' : 'unasked');
}
