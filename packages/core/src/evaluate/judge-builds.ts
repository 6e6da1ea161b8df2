import { compareBuilds } from '../build-number.ts';
import { type Finding, findingOf, type Severity } from '../finding.ts';
import { type Message, message } from '../format-message.ts';
import type { MachineFacts } from '../machine-facts.ts';
import type { ExchangeBuildCheck, WindowsBuildCheck } from '../rules/define-rule.ts';
import type { RuleId } from '../wording/en.ts';

/** Judges a minimum build. A product that is absent is not judged; one that cannot be seen is said to be so. */
export function judgeBuilds(
  rule: RuleId,
  check: ExchangeBuildCheck | WindowsBuildCheck,
  facts: MachineFacts,
): readonly Finding[] {
  const finding: MakeFinding = (severity, text, actual, expected, known = actual !== null) => [
    findingOf(rule, severity, text, { actual, seen: actual !== null, known, expected }),
  ];
  return check.type === 'windows-build' ? judgeWindows(check, facts, finding) : judgeExchange(check, facts, finding);
}

type MakeFinding = (
  severity: Severity,
  text: Message,
  actual: string | null,
  expected: string | null,
  known?: boolean,
) => Finding[];

function judgeWindows(check: WindowsBuildCheck, { windows }: MachineFacts, finding: MakeFinding): Finding[] {
  if (windows === null) return finding('warning', message('finding.windows-unseen'), null, check.minimum);
  if (compareBuilds(windows.build, check.minimum) < 0) {
    const args = { product: windows.name, build: windows.build, minimum: check.minimum };
    return finding('error', message('finding.build-too-old', args), windows.build, check.minimum);
  }
  const updates = windows.release ? check.updates[windows.release] : undefined;
  if (updates === undefined) return [];
  const text = message('finding.updates-needed', { product: windows.name, updates: updates.join(', ') });
  return finding('info', text, windows.build, null);
}

function judgeExchange(check: ExchangeBuildCheck, { exchange }: MachineFacts, finding: MakeFinding): Finding[] {
  if (exchange === 'absent') return [];
  if (exchange === 'unknown') return finding('info', message('finding.exchange-unseen'), null, null);
  const line = check.lines.find((candidate) => `${exchange.build}.`.startsWith(`${candidate.line}.`));
  const { build } = exchange;
  if (line === undefined) {
    const text = message('finding.build-line-unknown', { product: exchange.name, build });
    return finding('warning', text, build, null, false);
  }
  const { name: product, minimum, update } = line;
  if (minimum === 'unknown') {
    const text = message('finding.build-minimum-unknown', { product, build, update });
    return finding('warning', text, build, null, false);
  }
  if (minimum === null) return finding('error', message('finding.build-unsupported', { product, build }), build, null);
  if (compareBuilds(build, minimum) >= 0) return [];
  const text = message('finding.build-too-old', { product, build, minimum: `${minimum} (${update})` });
  return finding('error', text, build, minimum);
}
