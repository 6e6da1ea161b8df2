import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.ts';
import type { Finding } from '../../src/finding.ts';
import { formatMessage } from '../../src/format-message.ts';
import type { SnapshotValue } from '../../src/registry/registry-snapshot.ts';
import { dword } from '../../src/registry/registry-value.ts';
import type { WindowsRelease } from '../../src/registry/windows-defaults.ts';
import { findRule, rules } from '../../src/rules/index.ts';
import { builds, machineOf, protocolKey } from '../machines.ts';

function judge(
  rule: string,
  path: string,
  name: string,
  value: SnapshotValue | number | undefined,
  release: WindowsRelease | null = '2016',
): readonly Finding[] {
  const facts = release === null ? {} : { windowsBuild: builds[release] };
  return evaluate([findRule(rule)], machineOf(value === undefined ? {} : { [path]: { [name]: value } }, facts))
    .findings;
}

const brief = ({ severity, message, edit }: Finding): string =>
  `${severity} ${message.id.replace('finding.', '')} → ${edit?.to.kind === 'DWord' ? `0x${edit.to.data.toString(16)}` : 'nothing'}`;

describe('the eight values of .NET', () => {
  const FRAMEWORK = 'Microsoft\\.NETFramework';
  const places = ['HKLM\\SOFTWARE', 'HKLM\\SOFTWARE\\Wow6432Node'].flatMap((view) =>
    ['v2.0.50727', 'v4.0.30319'].flatMap((version) =>
      ['SystemDefaultTlsVersions', 'SchUseStrongCrypto'].map((name) => ({
        path: `${view}\\${FRAMEWORK}\\${version}`,
        name,
      })),
    ),
  );
  const dotnet = rules.filter(({ id }) => id.startsWith('dotnet'));

  it('are each asked by one rule', () => {
    const asked = dotnet.map(({ check }) =>
      check.type === 'dword' ? { path: check.path, name: check.name, want: check.want } : check,
    );
    expect(asked).toHaveLength(8);
    expect(asked).toEqual(expect.arrayContaining(places.map((place) => ({ ...place, want: 1 }))));
  });

  it.each<[string, SnapshotValue | number | undefined, readonly string[]]>([
    ['set', 1, []],
    ['0', 0, ['error value-wrong → 0x1']],
    ['another number', 0xffffffff, ['warning value-wrong → 0x1']],
    ['absent', undefined, ['warning value-unset → 0x1']],
    ['text', { kind: 'String', data: '1' }, ['warning value-kind → 0x1']],
    ['a 64-bit number', { kind: 'QWord', data: '1' }, ['warning value-kind → 0x1']],
    ['out of sight', 'unknown', ['warning value-unseen → 0x1']],
  ])('%s', (_, value, found) => {
    for (const { id, check } of dotnet) {
      if (check.type !== 'dword') throw new Error(check.type);
      expect(judge(id, check.path, check.name, value).map(brief)).toEqual(found);
    }
  });
});

describe('the two views of WinHTTP', () => {
  const NAME = 'DefaultSecureProtocols';
  const KEY = 'Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp';

  it.each<[string, SnapshotValue | number | undefined, WindowsRelease | null, readonly string[]]>([
    ['TLS 1.1 and 1.2', 0xa00, '2012', []],
    ['TLS 1.0 to 1.2', 0xa80, '2012', []],
    ['TLS 1.2', 0x800, '2012', []],
    ['SSL 3.0 to TLS 1.2', 0xaa0, '2012', []],
    ['TLS 1.2 and 1.3', 0x2800, '2022', []],
    ['TLS 1.0 and 1.2', 0x880, '2012', []],
    ['all bits', 0xffffffff, '2012', []],
    ['SSL 3.0 and TLS 1.0', 0xa0, '2012', ['error bits-missing → 0x8a0']],
    ['TLS 1.0', 0x80, '2016', ['error bits-missing → 0x880']],
    ['TLS 1.3 alone', 0x2000, '2022', ['error bits-missing → 0x2800']],
    ['every bit but its own', 0xfffff7ff, '2016', ['error bits-missing → 0xffffffff']],
    ['0', 0, '2016', ['error bits-missing → 0x800']],
    ['text', { kind: 'String', data: '2688' }, '2012', ['warning value-kind → 0xa80']],
    ['out of sight', 'unknown', '2012', ['warning value-unseen → 0xa80']],
    ['absent on 2008 SP2', undefined, '2008SP2', ['error bits-absent → 0xa80']],
    ['absent on 2008 R2', undefined, '2008R2', ['error bits-absent → 0xa80']],
    ['absent on 2012', undefined, '2012', ['error bits-absent → 0xa80']],
    ['absent on an unknown Windows', undefined, null, ['warning value-unset → 0xa80']],
  ])('%s', (_, value, release, found) => {
    expect(judge('winhttp-tls12', `HKLM\\SOFTWARE\\${KEY}`, NAME, value, release).map(brief)).toEqual(found);
    expect(
      judge('winhttp-tls12-wow64', `HKLM\\SOFTWARE\\Wow6432Node\\${KEY}`, NAME, value, release).map(brief),
    ).toEqual(found);
  });

  it.each<[WindowsRelease, string]>([
    ['2012R2', 'info bits-by-default → 0xa80'],
    ['2016', 'info bits-by-default → 0xa80'],
    ['2019', 'info bits-by-default → 0xa80'],
    ['2022', 'warning value-unset → 0x2800'],
    ['2025', 'warning value-unset → 0x2800'],
  ])('absent on %s, TLS 1.3 is not taken away', (release, found) => {
    expect(judge('winhttp-tls12', `HKLM\\SOFTWARE\\${KEY}`, NAME, undefined, release).map(brief)).toEqual([found]);
  });

  it.each<[build: string | undefined, expected: string]>([
    ['10.0.19045', '0xa80'],
    ['10.0.20347.9999', '0xa80'],
    ['10.0.20348', '0x2800'],
    ['10.0.22000.194', '0x2800'],
    ['10.0.25398', '0x2800'],
    ['10.0.26200', '0x2800'],
    ['11.0.1', '0x2800'],
    [undefined, '0xa80'],
  ])('absent on build %s, which need be of no known release', (windowsBuild, expected) => {
    const machine = machineOf({}, windowsBuild === undefined ? {} : { windowsBuild });
    const { findings } = evaluate([findRule('winhttp-tls12')], machine);
    expect(findings.map(brief)).toEqual([`warning value-unset → ${expected}`]);
  });

  it('says Windows by its name', () => {
    const [finding] = judge('winhttp-tls12', `HKLM\\SOFTWARE\\${KEY}`, NAME, undefined, '2012R2');
    expect(finding && formatMessage(finding.message, 'en')).toContain('WinHTTP on Windows Server 2012 R2 then');
  });

  it.each<[number, readonly string[]]>([
    [0x80000800, []],
    [0xffffffff, []],
    [0x80000000, ['error bits-missing → 0x80000800']],
    [0x800, ['error bits-missing → 0x80000800']],
  ])('would be judged by the highest bit too: 0x%x', (value, found) => {
    const rule = findRule('winhttp-tls12');
    if (rule.check.type !== 'dword-bits') throw new Error(rule.check.type);
    const machine = machineOf({ [rule.check.path]: { [NAME]: value } });
    const { findings } = evaluate([{ ...rule, check: { ...rule.check, bits: 0x80000800 } }], machine);
    expect(findings.map(brief)).toEqual(found);
  });
});

describe('values on the key above Client and Server', () => {
  const key = protocolKey('TLS 1.2');

  it('are reported, whatever they hold, and never mended by the plan', () => {
    const machine = machineOf({ [key]: { Enabled: 1, DisabledByDefault: { kind: 'String', data: '0' }, Other: 1 } });
    const { findings } = evaluate([findRule('schannel-tls12-misplaced')], machine);
    expect(findings).toMatchObject([
      { severity: 'warning', path: key, name: 'Enabled', actual: dword(1), expected: null, edit: null },
      { severity: 'warning', path: key, name: 'DisabledByDefault', actual: { data: '0' }, expected: null, edit: null },
    ]);
    expect(findings.map(({ message }) => message.id)).toEqual(['finding.misplaced', 'finding.misplaced']);
  });

  it('are not reported where there are none, or none to be seen', () => {
    const rule = [findRule('schannel-tls12-misplaced')];
    expect(evaluate(rule, machineOf({ [key]: {} })).findings).toEqual([]);
    expect(evaluate(rule, machineOf({})).findings).toEqual([]);
    expect(evaluate(rule, machineOf({}, { covers: [] })).findings).toEqual([]);
  });

  it('do not make TLS 1.2 enabled', () => {
    const machine = machineOf({ [key]: { Enabled: 1, DisabledByDefault: 0 } }, { windowsBuild: builds['2008R2'] });
    const { findings, protocols } = evaluate([findRule('schannel-tls12-client')], machine);
    expect(protocols.find(({ protocol, role }) => protocol === 'TLS 1.2' && role === 'client')?.effective).toBe(
      'disabled-by-default',
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error', 'error']);
  });
});
