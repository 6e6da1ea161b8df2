import { type BuildNumber, compareBuilds } from '../build-number.ts';
import { type Finding, findingOf, type Severity } from '../finding.ts';
import { type Message, message, wordRegistryValue } from '../format-message.ts';
import type { MachineFacts } from '../machine-facts.ts';
import type { RegistryPath } from '../registry/registry-path.ts';
import type { Lookup } from '../registry/registry-snapshot.ts';
import { dword, type RegistryValue } from '../registry/registry-value.ts';
import { releaseName } from '../registry/windows-defaults.ts';
import type { DwordBitsCheck, DwordCheck, MisplacedValuesCheck } from '../rules/define-rule.ts';
import type { RuleId } from '../wording/en.ts';
import type { Judged } from './judged.ts';

/** A value, as it was found and as a rule wants it. */
interface OneValue {
  readonly rule: RuleId;
  readonly path: RegistryPath;
  readonly name: string;
  readonly found: Lookup;
  readonly wanted: RegistryValue;
}

/** Makes a finding about one value, with the edit that writes what is wanted. */
type MakeFinding = (severity: Severity, text: Message) => readonly Finding[];

/**
 * What all rules on one DWord have in common: out of sight and of another kind it is a warning, as nobody can tell what then
 * holds. What it means while it is absent, and which numbers will do, is the rule's.
 */
function judgeOneValue(
  { rule, path, name, found, wanted }: OneValue,
  whenAbsent: (finding: MakeFinding) => readonly Finding[],
  whenNumber: (data: number, finding: MakeFinding) => readonly Finding[],
): readonly Finding[] {
  const actual = found.state === 'present' ? found.value : null;
  const seen = found.state !== 'unknown';
  const edit = { path, name, from: actual, fromSeen: seen, to: wanted, rule };
  const finding: MakeFinding = (severity, text) => [
    findingOf(rule, severity, text, { path, name, actual, seen, expected: wanted, edit }),
  ];
  const args = { name, expected: wordRegistryValue(wanted), actual: wordRegistryValue(actual) };
  if (!seen) return finding('warning', message('finding.value-unseen', args));
  if (actual === null) return whenAbsent(finding);
  if (actual.kind === 'DWord') return whenNumber(actual.data, finding);
  return finding('warning', message('finding.value-kind', args));
}

/** A DWord that must be exactly one number. Absent is a warning: what then happens depends on the program that reads it. */
export function judgeDword(rule: RuleId, { path, name, want }: DwordCheck, { snapshot }: Judged): readonly Finding[] {
  return judgeOneValue(
    { rule, path, name, found: snapshot.value(path, name), wanted: dword(want) },
    (finding) => finding('warning', message('finding.value-unset', { name, expected: want })),
    (data, finding) => {
      if (data === want) return [];
      const text = message('finding.value-wrong', { name, expected: want, actual: wordRegistryValue(dword(data)) });
      // Only 0 is documented as off; how a program reads a further number is not.
      return finding(data === 0 ? 'error' : 'warning', text);
    },
  );
}

/** Whether a Windows is of a build or newer. One that is not known is taken for older, so that what it may lack is not asked of it. */
function isFrom(windows: MachineFacts['windows'], build: BuildNumber): boolean {
  return windows !== null && compareBuilds(windows.build, build) >= 0;
}

/** A DWord of flags that must have certain bits; other bits are left as they are. */
export function judgeBits(rule: RuleId, check: DwordBitsCheck, { snapshot, facts }: Judged): readonly Finding[] {
  const { path, name, bits } = check;
  const release = facts.windows?.release ?? null;
  const found = snapshot.value(path, name);
  const wanted =
    found.state === 'present' && found.value.kind === 'DWord'
      ? dword(found.value.data | bits)
      : dword(isFrom(facts.windows, check.writeFrom.windows) ? check.writeFrom.write : check.write);
  const expected = wordRegistryValue(wanted);
  return judgeOneValue(
    { rule, path, name, found, wanted },
    (finding) => {
      if (release && check.absentHasThem.includes(release)) {
        return finding('info', message('finding.bits-by-default', { name, expected, windows: releaseName(release) }));
      }
      if (release && check.absentLacksThem.includes(release)) {
        return finding('error', message('finding.bits-absent', { name, expected, windows: releaseName(release) }));
      }
      return finding('warning', message('finding.value-unset', { name, expected }));
    },
    (data, finding) =>
      // Bit operations give signed numbers, so the flags must be one too.
      (data & bits) === (bits | 0)
        ? []
        : finding('error', message('finding.bits-missing', { name, expected, actual: wordRegistryValue(dword(data)) })),
  );
}

/** Values that stand a key too high. They are reported and never counted; removing them is left to the admin. */
export function judgeMisplaced(
  rule: RuleId,
  { path, names }: MisplacedValuesCheck,
  { snapshot }: Judged,
): readonly Finding[] {
  return names.flatMap((name): Finding[] => {
    const found = snapshot.value(path, name);
    if (found.state !== 'present') return [];
    const text = message('finding.misplaced', { name, path, actual: wordRegistryValue(found.value) });
    return [findingOf(rule, 'warning', text, { path, name, actual: found.value })];
  });
}
