import { type ClixmlValue, fromPlain, type PlainInput, serializeClixml } from '@mailtls/clixml';
import { dword, machineFacts, RegistrySnapshot } from '@mailtls/core';
import { describe, expect, it } from 'vitest';
import { parseHealthChecker } from '../../src/sources/health-checker.ts';
import type { SourceError } from '../../src/sources/source-error.ts';
import type { SourceReading } from '../../src/sources/source-reading.ts';
import { saying } from '../../src/wording/saying.ts';

const PROTOCOLS = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';
const NET = 'HKLM\\SOFTWARE\\Microsoft\\.NETFramework';
const WOW_NET = 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework';

type Plain = { readonly [name: string]: PlainInput };

const parse = (...roots: readonly ClixmlValue[]): SourceReading =>
  parseHealthChecker(Buffer.from(serializeClixml(roots)), 'HealthChecker-EX01.xml');

const report = (server: Plain): ClixmlValue =>
  fromPlain({ HealthCheckerExchangeServer: server, HtmlServerValues: null, DisplayResults: null });

/** The values that HealthChecker records of one protocol, `null` for those that are not there. */
function tls(version: string, values: Plain = {}): [string, PlainInput] {
  const absent = { ServerEnabledValue: null, ServerDisabledByDefaultValue: null };
  const both = { ...absent, ClientEnabledValue: null, ClientDisabledByDefaultValue: null };
  return [version, { TLSVersion: version, ServerEnabled: true, ClientEnabled: true, ...both, ...values }];
}

const NET_4 = {
  NetVersion: 'v4.0.30319',
  SystemDefaultTlsVersions: true,
  SystemDefaultTlsVersionsValue: 1,
  SchUseStrongCrypto: false,
  SchUseStrongCryptoValue: null,
  WowSystemDefaultTlsVersions: false,
  WowSystemDefaultTlsVersionsValue: 0,
  WowSchUseStrongCrypto: false,
  WowSchUseStrongCryptoValue: '1',
};

const OPERATING_SYSTEM = {
  Caption: 'Microsoft Windows Server 2019 Standard',
  CSName: 'EX01',
  LastBootUpTime: '20240102030405.678901+120',
  Version: '10.0.17763',
};

const EX_SETUP = {
  FileVersion: '15.02.1544.004',
  FileMajorPart: 15,
  FileMinorPart: 2,
  FileBuildPart: 1544,
  FilePrivatePart: 4,
};

const SERVER = {
  ServerName: 'ex01.contoso.com',
  OSInformation: {
    BuildInformation: { MajorVersion: 'Windows2019', OperatingSystem: OPERATING_SYSTEM },
    RegistryValues: { CurrentVersionUbr: 5122 },
    TLSSettings: {
      Registry: {
        TLS: new Map([
          tls('1.0', { ServerEnabledValue: 0, ServerDisabledByDefaultValue: 1 }),
          tls('1.1'),
          tls('1.2', { ServerEnabledValue: -1, ServerDisabledByDefaultValue: 0 }),
        ]),
        NET: new Map<string, PlainInput>([['NETv4', NET_4]]),
      },
      SecurityProtocol: 'SystemDefault',
    },
  },
  ExchangeInformation: { BuildInformation: { ExchangeSetup: EX_SETUP } },
} satisfies Plain;

describe("HealthChecker's object of a server", () => {
  const { document, problems } = parse(report(SERVER));
  const snapshot = new RegistrySnapshot(document);

  it('tells the machine, its builds and when it was started', () => {
    expect(problems).toEqual([]);
    expect(document.facts.startedAt).toBe('2024-01-02T01:04:05.678Z');
    expect(machineFacts(snapshot)).toEqual({
      name: 'EX01',
      windows: { name: 'Microsoft Windows Server 2019 Standard', build: '10.0.17763.5122', release: '2019' },
      exchange: { name: 'Exchange Server 2019', build: '15.2.1544.4' },
      restart: 'unknown',
    });
  });

  it('holds values as .NET read them, -1 being 0xFFFFFFFF', () => {
    expect(snapshot.value(`${PROTOCOLS}\\TLS 1.2\\Server`, 'Enabled')).toEqual({
      state: 'present',
      value: dword(0xffff_ffff),
    });
    expect(snapshot.value(`${PROTOCOLS}\\TLS 1.0\\Server`, 'DisabledByDefault')).toEqual({
      state: 'present',
      value: dword(1),
    });
    expect(snapshot.value(`${NET}\\v4.0.30319`, 'SystemDefaultTlsVersions')).toEqual({
      state: 'present',
      value: dword(1),
    });
    expect(snapshot.value(`${WOW_NET}\\v4.0.30319`, 'SystemDefaultTlsVersions')).toEqual({
      state: 'present',
      value: dword(0),
    });
    expect(snapshot.value(`${WOW_NET}\\v4.0.30319`, 'SchUseStrongCrypto')).toEqual({
      state: 'present',
      value: { kind: 'String', data: '1' },
    });
  });

  it('says of $null that it is absent, and not whether its key is there', () => {
    expect(snapshot.value(`${PROTOCOLS}\\TLS 1.2\\Client`, 'Enabled')).toEqual({ state: 'absent', key: 'unknown' });
    expect(snapshot.value(`${NET}\\v4.0.30319`, 'SchUseStrongCrypto')).toEqual({ state: 'absent', key: 'unknown' });
  });

  it('leaves unknown what it does not hold', () => {
    expect(snapshot.value(`${PROTOCOLS}\\TLS 1.3\\Client`, 'Enabled')).toEqual({ state: 'unknown' });
    expect(snapshot.value(`${PROTOCOLS}\\SSL 3.0\\Client`, 'Enabled')).toEqual({ state: 'unknown' });
    expect(snapshot.value(`${NET}\\v2.0.50727`, 'SchUseStrongCrypto')).toEqual({ state: 'unknown' });
    expect(snapshot.value(`${PROTOCOLS}\\TLS 1.2\\Client`, 'Other')).toEqual({ state: 'unknown' });
  });
});

describe('other layouts', () => {
  it('of old had one hashtable, and no values of SchUseStrongCrypto', () => {
    const { SchUseStrongCryptoValue: _, WowSchUseStrongCryptoValue: __, ...net } = NET_4;
    const TLSSettings = new Map([tls('1.2', { ServerEnabledValue: 1 }), ['NETv4', net] as [string, PlainInput]]);
    const server = { ...SERVER, OSInformation: { ...SERVER.OSInformation, TLSSettings } };
    const snapshot = new RegistrySnapshot(parse(report(server)).document);
    expect(snapshot.value(`${PROTOCOLS}\\TLS 1.2\\Server`, 'Enabled')).toEqual({ state: 'present', value: dword(1) });
    expect(snapshot.value(`${NET}\\v4.0.30319`, 'SystemDefaultTlsVersions')).toEqual({
      state: 'present',
      value: dword(1),
    });
    expect(snapshot.value(`${NET}\\v4.0.30319`, 'SchUseStrongCrypto')).toEqual({ state: 'unknown' });
  });

  it('may have objects for hashtables, where JSON was in between', () => {
    const registry = { TLS: Object.fromEntries([tls('1.2', { ClientEnabledValue: 0 })]), NET: {} };
    const server = { ...SERVER, OSInformation: { ...SERVER.OSInformation, TLSSettings: { Registry: registry } } };
    const snapshot = new RegistrySnapshot(parse(report(server)).document);
    expect(snapshot.value(`${PROTOCOLS}\\TLS 1.2\\Client`, 'Enabled')).toEqual({ state: 'present', value: dword(0) });
  });

  it('may be the server alone, as it is before the analysis', () => {
    expect(parse(fromPlain(SERVER)).document).toEqual(parse(report(SERVER)).document);
  });

  it('may have a time of CIM, and no revision of Windows', () => {
    const started = { type: 'DT', value: '2024-01-02T03:04:05.6789012+02:00' } as const;
    const root = report({
      ...SERVER,
      OSInformation: { BuildInformation: { OperatingSystem: { Version: '6.3.9600' } } },
    });
    const found = root as never as { extended: Map<string, unknown> };
    const system = ['HealthCheckerExchangeServer', 'OSInformation', 'BuildInformation', 'OperatingSystem'].reduce(
      (at, name) => at.extended.get(name) as typeof found,
      found,
    );
    system.extended.set('LastBootUpTime', started);
    const { document, problems } = parse(root);
    expect(document.facts).toEqual({
      windowsBuild: '6.3.9600',
      exchangeBuild: '15.2.1544.4',
      startedAt: '2024-01-02T01:04:05.678Z',
    });
    expect(document.name).toBe('ex01.contoso.com');
    expect(problems.map(({ what }) => what)).toEqual([saying('clixml.no-tls-settings')]);
  });

  it('may hold several servers, of which the first is read', () => {
    const { document, problems } = parse(report(SERVER), report({ ...SERVER, ServerName: 'EX02' }));
    expect(document.name).toBe('EX01');
    expect(problems.map(({ what }) => what)).toEqual([saying('clixml.several-servers', { count: 2 })]);
  });
});

it('leaves a value unknown that no registry holds', () => {
  const TLSSettings = { Registry: { TLS: new Map([tls('1.2', { ServerEnabledValue: [1, 2] })]) } };
  const { document } = parse(report({ ...SERVER, OSInformation: { TLSSettings } }));
  expect(document.keys.find(({ path }) => path.endsWith('TLS 1.2\\Server'))?.values['Enabled']).toBe('unknown');
});

it('is refused when it is other XML of PowerShell', () => {
  expect(() => parse(fromPlain({ Name: 'x' }))).toThrow(
    expect.objectContaining({ reason: 'not-recognised' }) as SourceError,
  );
});
