import type { Finding } from '../finding.ts';
import { message, wordRegistryValue } from '../format-message.ts';
import { dword, registryKindName } from '../registry/registry-value.ts';
import { releaseName } from '../registry/windows-defaults.ts';
import type { DwordBitsCheck, DwordCheck, MisplacedValuesCheck } from '../rules/define-rule.ts';
import type { RuleId } from '../wording/en.ts';
import type { Judged } from './judged.ts';

/** A DWord that must be exactly one number. Absent is a warning: what then happens depends on the program that reads it. */
export function judgeDword(rule: RuleId, { path, name, want }: DwordCheck, { snapshot }: Judged): readonly Finding[] {
  const found = snapshot.value(path, name);
  const actual = found.state === 'present' ? found.value : null;
  const expected = dword(want);
  const seen = found.state !== 'unknown';
  const base = {
    rule,
    path,
    name,
    actual,
    seen,
    expected,
    edit: { path, name, from: actual, fromSeen: seen, to: expected, rule },
  };
  const args = { name, expected: want, actual: wordRegistryValue(actual) };
  if (found.state === 'unknown')
    return [{ ...base, severity: 'warning', message: message('finding.value-unseen', args) }];
  if (actual === null) return [{ ...base, severity: 'warning', message: message('finding.value-unset', args) }];
  if (actual.kind !== 'DWord') {
    return [
      {
        ...base,
        severity: 'warning',
        message: message('finding.value-kind', { ...args, kind: registryKindName(actual) }),
      },
    ];
  }
  if (actual.data === want) return [];
  // Only 0 is documented as off; how a program reads a further number is not.
  return [
    { ...base, severity: actual.data === 0 ? 'error' : 'warning', message: message('finding.value-wrong', args) },
  ];
}

/** A DWord of flags that must have certain bits; other bits are left as they are. */
export function judgeBits(rule: RuleId, check: DwordBitsCheck, { snapshot, facts }: Judged): readonly Finding[] {
  const { path, name, bits } = check;
  const release = facts.windows?.release ?? null;
  const write = (release && check.writeOn[release]) ?? check.write;
  const found = snapshot.value(path, name);
  const actual = found.state === 'present' ? found.value : null;
  const target = dword(actual?.kind === 'DWord' ? actual.data | bits : write);
  const seen = found.state !== 'unknown';
  const base = {
    rule,
    path,
    name,
    actual,
    seen,
    expected: target,
    edit: { path, name, from: actual, fromSeen: seen, to: target, rule },
  };
  const args = { name, expected: wordRegistryValue(target), actual: wordRegistryValue(actual) };
  if (found.state === 'unknown')
    return [{ ...base, severity: 'warning', message: message('finding.value-unseen', args) }];
  if (actual === null) {
    if (release && check.absentHasThem.includes(release)) {
      const windows = releaseName(release);
      return [{ ...base, severity: 'info', message: message('finding.bits-by-default', { ...args, windows }) }];
    }
    return release && check.absentLacksThem.includes(release)
      ? [
          {
            ...base,
            severity: 'error',
            message: message('finding.bits-absent', { ...args, windows: releaseName(release) }),
          },
        ]
      : [{ ...base, severity: 'warning', message: message('finding.value-unset', args) }];
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
  if ((actual.data & bits) === bits) return [];
  return [{ ...base, severity: 'error', message: message('finding.bits-missing', args) }];
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
    return [
      {
        rule,
        severity: 'warning',
        path,
        name,
        actual: found.value,
        seen: true,
        expected: null,
        message: text,
        edit: null,
      },
    ];
  });
}
