import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.ts';
import type { Finding } from '../../src/finding.ts';
import type { SnapshotFacts, SnapshotValue } from '../../src/registry/registry-snapshot.ts';
import { dword } from '../../src/registry/registry-value.ts';
import type { WindowsRelease } from '../../src/registry/windows-defaults.ts';
import { findRule } from '../../src/rules/index.ts';
import { builds, machineOf, protocolKey, type Values } from '../machines.ts';

/** What a rule finds on a machine with values in the protocol's role, as `name: severity id`. */
function judge(
  rule: string,
  key: string,
  values: Values | null,
  facts: SnapshotFacts & { covers?: readonly string[] },
): readonly Finding[] {
  const machine = machineOf(values === null ? {} : { [key]: values }, facts);
  return evaluate([findRule(rule)], machine).findings;
}

const brief = ({ name, severity, message }: Finding): string =>
  `${name ?? 'the key'}: ${severity} ${message.id.replace('finding.', '')}`;

const on = (release: WindowsRelease): SnapshotFacts => ({ windowsBuild: builds[release] });
const text: SnapshotValue = { kind: 'String', data: '1' };
const CLIENT = protocolKey('TLS 1.2', 'Client');

describe('TLS 1.2, which must be enabled', () => {
  it.each<[string, WindowsRelease | null, Values, readonly string[]]>([
    ['right', '2012R2', { Enabled: 1, DisabledByDefault: 0 }, []],
    ['right on 2008 R2', '2008R2', { Enabled: 1, DisabledByDefault: 0 }, []],
    ['right on an unknown Windows', null, { Enabled: 1, DisabledByDefault: 0 }, []],
    [
      'off',
      '2012R2',
      { Enabled: 0, DisabledByDefault: 1 },
      ['DisabledByDefault: error protocol-error', 'Enabled: error protocol-error'],
    ],
    ['off by Enabled', '2012R2', { Enabled: 0, DisabledByDefault: 0 }, ['Enabled: error protocol-error']],
    ['off by default', '2012R2', { Enabled: 1, DisabledByDefault: 1 }, ['DisabledByDefault: error protocol-error']],
    [
      'off by default alone',
      '2012R2',
      { DisabledByDefault: 1 },
      ['DisabledByDefault: error protocol-error', 'Enabled: error protocol-error'],
    ],
    ['all bits', '2012R2', { Enabled: 0xffffffff, DisabledByDefault: 0 }, ['Enabled: info not-one']],
    ['two', '2012R2', { Enabled: 2, DisabledByDefault: 0 }, ['Enabled: info not-one']],
    [
      'all bits, and off by default',
      '2012R2',
      { Enabled: 0xffffffff, DisabledByDefault: 0xffffffff },
      ['DisabledByDefault: error protocol-error', 'Enabled: info not-one'],
    ],
    [
      'nothing, where the default is on',
      '2012',
      {},
      ['DisabledByDefault: info protocol-by-default', 'Enabled: info protocol-by-default'],
    ],
    [
      'nothing, where the default is off',
      '2008R2',
      {},
      ['DisabledByDefault: error protocol-error', 'Enabled: error protocol-error'],
    ],
    [
      'nothing, on an unknown Windows',
      null,
      {},
      ['DisabledByDefault: warning protocol-warning', 'Enabled: warning protocol-warning'],
    ],
    ['Enabled alone, where the default is on', '2016', { Enabled: 1 }, ['DisabledByDefault: info protocol-by-default']],
    [
      'Enabled alone, where the default is off',
      '2008R2',
      { Enabled: 1 },
      ['DisabledByDefault: warning protocol-warning'],
    ],
    [
      'DisabledByDefault alone, where the default is on',
      '2016',
      { DisabledByDefault: 0 },
      ['Enabled: info protocol-by-default'],
    ],
    [
      'DisabledByDefault alone, where the default is off',
      '2008SP2',
      { DisabledByDefault: 0 },
      ['Enabled: warning protocol-warning'],
    ],
    ['text for a number', '2012R2', { Enabled: text, DisabledByDefault: 0 }, ['Enabled: warning value-kind']],
    [
      'text for a number, and off',
      '2012R2',
      { Enabled: 0, DisabledByDefault: text },
      ['DisabledByDefault: error value-kind', 'Enabled: error protocol-error'],
    ],
    [
      'a value out of sight',
      '2012R2',
      { Enabled: 'unknown', DisabledByDefault: 0 },
      ['Enabled: warning protocol-unseen'],
    ],
    [
      'off with the other value out of sight',
      '2012R2',
      { Enabled: 0, DisabledByDefault: 'unknown' },
      ['DisabledByDefault: warning protocol-unseen', 'Enabled: error protocol-error'],
    ],
  ])('%s', (_, release, values, found) => {
    const findings = judge('schannel-tls12-client', CLIENT, values, release === null ? {} : on(release));
    expect(findings.map(brief)).toEqual(found);
    for (const { path, edit, name, expected } of findings) {
      expect(path).toBe(CLIENT);
      expect(expected).toEqual(dword(name === 'Enabled' ? 1 : 0));
      expect(edit).toMatchObject({ path, name, to: expected, rule: 'schannel-tls12-client' });
    }
  });

  it.each<[WindowsRelease, string]>([
    ['2012R2', 'info'],
    ['2008R2', 'error'],
  ])('names the topmost key that lacks, once for both roles: on %s as %s', (release, severity) => {
    const rules = [findRule('schannel-tls12-client'), findRule('schannel-tls12-server')];
    const absent = (keys: Readonly<Record<string, Values>>): readonly string[] =>
      evaluate(rules, machineOf(keys, on(release)))
        .findings.filter(({ name }) => name === null)
        .map((finding) => `${finding.path} ${finding.severity} ${finding.message.id} ${finding.edit}`);
    expect(absent({})).toEqual([`${protocolKey('TLS 1.2')} ${severity} finding.key-absent null`]);
    expect(absent({ [protocolKey('TLS 1.2')]: {} })).toEqual([
      `${protocolKey('TLS 1.2', 'Client')} ${severity} finding.key-absent null`,
      `${protocolKey('TLS 1.2', 'Server')} ${severity} finding.key-absent null`,
    ]);
    expect(absent({ [CLIENT]: { Enabled: 1, DisabledByDefault: 0 } })).toEqual([
      `${protocolKey('TLS 1.2', 'Server')} ${severity} finding.key-absent null`,
    ]);
  });

  it('says nothing of a key out of sight', () => {
    const findings = judge('schannel-tls12-client', CLIENT, null, { ...on('2012R2'), covers: ['HKLM\\SOFTWARE'] });
    expect(findings.map(brief)).toEqual([
      'DisabledByDefault: warning protocol-unseen',
      'Enabled: warning protocol-unseen',
    ]);
    expect(findings.map(({ seen, edit }) => [seen, edit?.fromSeen, edit?.from])).toEqual([
      [false, false, null],
      [false, false, null],
    ]);
  });

  it.each<[string, Values | null]>([
    ['nothing', null],
    ['values that say it is on', { Enabled: 1, DisabledByDefault: 0 }],
  ])('is wrong on Server 2008 without Service Pack 2 with %s, and no value mends it', (_, values) => {
    const findings = judge('schannel-tls12-client', CLIENT, values, on('2008'));
    expect(findings.map(brief)).toEqual(['the key: error protocol-missing']);
    expect(findings[0]).toMatchObject({ path: CLIENT, edit: null });
  });
});

describe('an old protocol, which must be off', () => {
  const key = protocolKey('TLS 1.0', 'Server');

  it.each<[string, WindowsRelease | null, Values | null, readonly string[]]>([
    ['off', '2016', { Enabled: 0, DisabledByDefault: 1 }, []],
    [
      'on',
      '2016',
      { Enabled: 1, DisabledByDefault: 0 },
      ['DisabledByDefault: error protocol-error', 'Enabled: error protocol-error'],
    ],
    ['on by the default', '2022', null, ['DisabledByDefault: error protocol-error', 'Enabled: error protocol-error']],
    [
      'nothing on 2025',
      '2025',
      null,
      ['DisabledByDefault: warning protocol-warning', 'Enabled: warning protocol-warning'],
    ],
    [
      'nothing on an unknown Windows',
      null,
      null,
      ['DisabledByDefault: warning protocol-warning', 'Enabled: warning protocol-warning'],
    ],
    ['off by Enabled alone', '2016', { Enabled: 0 }, ['DisabledByDefault: info protocol-by-default']],
    ['off by default', '2016', { Enabled: 1, DisabledByDefault: 1 }, ['Enabled: info protocol-differs']],
    [
      'off with a number other than 1',
      '2016',
      { Enabled: 0, DisabledByDefault: 0xffffffff },
      ['DisabledByDefault: info not-one'],
    ],
    ['off with text', '2016', { Enabled: 0, DisabledByDefault: text }, ['DisabledByDefault: info value-kind']],
    [
      'off with a value out of sight',
      '2016',
      { Enabled: 0, DisabledByDefault: 'unknown' },
      ['DisabledByDefault: info protocol-unseen'],
    ],
    ['only text', '2016', { Enabled: text, DisabledByDefault: 1 }, ['Enabled: warning value-kind']],
  ])('%s', (_, release, values, found) => {
    const findings = judge('schannel-tls10-server', key, values, release === null ? {} : on(release));
    expect(findings.map(brief)).toEqual(found);
    for (const { name, edit } of findings) expect(edit?.to).toEqual(dword(name === 'Enabled' ? 0 : 1));
  });

  it('SSL 3.0 is off by the default from 2016 on, which is worth a word', () => {
    const findings = judge('schannel-ssl30-server', protocolKey('SSL 3.0', 'Server'), null, on('2016'));
    expect(findings.map(brief)).toEqual([
      'DisabledByDefault: info protocol-by-default',
      'Enabled: info protocol-by-default',
    ]);
    const before = judge('schannel-ssl30-server', protocolKey('SSL 3.0', 'Server'), null, on('2012R2'));
    expect(before.map(({ severity }) => severity)).toEqual(['error', 'error']);
  });

  it('SSL 2.0 is gone from 2016 on: nothing to say without values, a remark with them', () => {
    const server = protocolKey('SSL 2.0', 'Server');
    expect(judge('schannel-ssl20-server', server, null, on('2016'))).toEqual([]);
    expect(judge('schannel-ssl20-server', server, null, { ...on('2016'), covers: [] })).toEqual([]);
    expect(judge('schannel-ssl20-server', server, { Enabled: 1 }, on('2016')).map(brief)).toEqual([
      'Enabled: info protocol-differs',
    ]);
  });

  it('SSL 2.0 of 2008 R2 is on as a server only', () => {
    const severities = (rule: string): readonly string[] =>
      judge(rule, protocolKey('SSL 2.0', 'Server'), null, on('2008R2')).map(({ severity }) => severity);
    expect(severities('schannel-ssl20-server')).toEqual(['error', 'error']);
    expect(severities('schannel-ssl20-client')).toEqual(['info', 'info']);
  });
});

describe('TLS 1.3, which must be off where Exchange or Windows cannot have it', () => {
  const key = protocolKey('TLS 1.3', 'Server');
  const enabled = { Enabled: 1, DisabledByDefault: 0 };
  const both = ['error', 'error'];

  it.each<[string, string | undefined, string | null | undefined, Values | null, readonly string[]]>([
    ['2022 with Exchange 2019 CU14, by the default', '10.0.20348', '15.2.1544.4', null, both],
    ['2022 with Exchange 2019 just before CU15', '10.0.20348', '15.2.1748.9', null, both],
    ['2022 with Exchange 2019 CU15', '10.0.20348', '15.2.1748.10', enabled, []],
    ['2022 with a later build', '10.0.20348', '15.2.1748.43', enabled, []],
    ['2022 with Exchange SE', '10.0.20348', '15.2.2562.17', enabled, []],
    ['2025 with Exchange SE, off', '10.0.26100', '15.2.2562.17', { Enabled: 0, DisabledByDefault: 1 }, []],
    ['2022 with Exchange 2016', '10.0.20348.1', '15.1.2507.6', enabled, both],
    ['2019 with Exchange 2019 CU15, without values', '10.0.17763', '15.2.1748.10', null, []],
    ['2019 with Exchange 2019 CU15, enabled', '10.0.17763', '15.2.1748.10', enabled, ['warning', 'warning']],
    ['2019 with Exchange 2019 CU15, off by default', '10.0.17763', '15.2.1748.10', { DisabledByDefault: 1 }, []],
    ['2016, enabled', '10.0.14393', '15.1.2507.6', enabled, ['info', 'info']],
    ['2016, without values', '10.0.14393', '15.1.2507.6', null, []],
    ['2022 without Exchange', '10.0.20348', null, enabled, []],
    ['2022 with an unknown Exchange', '10.0.20348', undefined, enabled, []],
    ['an unknown Windows with Exchange 2016', undefined, '15.1.2507.6', enabled, both],
    ['an unknown Windows with Exchange SE', undefined, '15.2.2562.17', enabled, []],
  ])('%s', (_, windowsBuild, exchangeBuild, values, severities) => {
    const facts = {
      ...(windowsBuild !== undefined && { windowsBuild }),
      ...(exchangeBuild !== undefined && { exchangeBuild }),
      ...(exchangeBuild === undefined && { covers: ['HKLM\\SYSTEM'] }),
    };
    const findings = judge('schannel-tls13-server', key, values, facts);
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
  });
});

describe('whether a demand is met is known', () => {
  const known = (values: Values, facts: Parameters<typeof judge>[3]): readonly boolean[] =>
    judge('schannel-tls12-client', CLIENT, values, facts).map((finding) => finding.known);

  it.each<[string, Values, Parameters<typeof judge>[3], readonly boolean[]]>([
    ['where the value is wrong', { Enabled: 0, DisabledByDefault: 0 }, on('2012R2'), [true]],
    ['where the value is of another kind', { Enabled: text, DisabledByDefault: 0 }, on('2012R2'), [true]],
    ['where only a default holds', {}, on('2012'), [true, true]],
    ['not where no source says what the rest makes of it', { Enabled: 1 }, {}, [false]],
    ['not where it cannot be seen', {}, { ...on('2012R2'), covers: [] }, [false, false]],
  ])('%s', (_, values, facts, want) => {
    expect(known(values, facts)).toEqual(want);
  });

  it('not where a key is absent on an unknown Windows', () => {
    const { findings } = evaluate([findRule('schannel-tls12-client')], machineOf({}, {}));
    const keys = findings.filter(({ message }) => message.id === 'finding.key-absent');
    expect(keys).toMatchObject([{ severity: 'warning', seen: true, known: false }]);
  });
});
