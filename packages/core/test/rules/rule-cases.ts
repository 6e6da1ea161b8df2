import {
  dword,
  type Protocol,
  type RegistryPath,
  type Role,
  type RuleId,
  type SnapshotDocument,
  type SnapshotFacts,
  schannelKey,
} from '../../src/index.ts';

type Values = Readonly<Record<RegistryPath, Readonly<Record<string, number>>>>;

/** A machine that is seen whole: what is not listed is absent. */
function machine(facts: SnapshotFacts, values: Values = {}): SnapshotDocument {
  return {
    format: 'mailtls-snapshot',
    version: 1,
    name: 'EX01',
    covers: ['HKLM'],
    keys: Object.entries(values).map(([path, named]) => ({
      path,
      state: 'present',
      values: Object.fromEntries(Object.entries(named).map(([name, data]) => [name, dword(data)])),
    })),
    facts: { exchangeBuild: null, ...facts },
  };
}

const SERVER_2008_R2 = { windowsBuild: '6.1.7601' };
const SERVER_2012_R2 = { windowsBuild: '6.3.9600' };
const SERVER_2019 = { windowsBuild: '10.0.17763' };

interface RuleCase {
  readonly fires: SnapshotDocument;
  readonly silent: SnapshotDocument;
}

function protocolOn(protocol: Protocol, role: Role): RuleCase {
  return {
    fires: machine(SERVER_2008_R2),
    silent: machine(SERVER_2008_R2, { [schannelKey(protocol, role)]: { Enabled: 1, DisabledByDefault: 0 } }),
  };
}

function protocolOff(protocol: Protocol, role: Role): RuleCase {
  const path = schannelKey(protocol, role);
  return {
    fires: machine(SERVER_2012_R2, { [path]: { Enabled: 1, DisabledByDefault: 0 } }),
    silent: machine(SERVER_2012_R2, { [path]: { Enabled: 0, DisabledByDefault: 1 } }),
  };
}

/** Enabling TLS 1.3 where it is "not a safe configuration" has an effect that nobody describes; off is silent. */
function tls13Off(role: Role): RuleCase {
  const path = schannelKey('TLS 1.3', role);
  return {
    fires: machine(SERVER_2019, { [path]: { Enabled: 1, DisabledByDefault: 0 } }),
    silent: machine(SERVER_2019),
  };
}

function dotnet(wow64: '' | 'Wow6432Node\\', version: string, name: string): RuleCase {
  const path = `HKLM\\SOFTWARE\\${wow64}Microsoft\\.NETFramework\\${version}`;
  return {
    fires: machine(SERVER_2012_R2, { [path]: { [name]: 0 } }),
    silent: machine(SERVER_2012_R2, { [path]: { [name]: 1 } }),
  };
}

function winhttp(wow64: '' | 'Wow6432Node\\'): RuleCase {
  const path = `HKLM\\SOFTWARE\\${wow64}Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp`;
  return {
    fires: machine(SERVER_2008_R2, { [path]: { DefaultSecureProtocols: 0x80 } }),
    silent: machine(SERVER_2008_R2, { [path]: { DefaultSecureProtocols: 0x880 } }),
  };
}

/** For each rule a machine on which it speaks up and one on which it has nothing to say. A rule without them does not compile. */
export const ruleCases: Readonly<Record<RuleId, RuleCase>> = {
  'schannel-tls12-client': protocolOn('TLS 1.2', 'client'),
  'schannel-tls12-server': protocolOn('TLS 1.2', 'server'),
  'schannel-tls12-misplaced': {
    fires: machine(SERVER_2008_R2, { [schannelKey('TLS 1.2')]: { Enabled: 1, DisabledByDefault: 0 } }),
    silent: machine(SERVER_2008_R2, { [schannelKey('TLS 1.2')]: {} }),
  },
  'restart-needed': {
    fires: machine({ startedAt: '2021-03-15T06:00:00Z', changedAt: '2021-03-16T09:30:00Z' }),
    silent: machine({ startedAt: '2021-03-16T10:00:00Z', changedAt: '2021-03-16T09:30:00Z' }),
  },
  'dotnet4-system-default-tls': dotnet('', 'v4.0.30319', 'SystemDefaultTlsVersions'),
  'dotnet4-strong-crypto': dotnet('', 'v4.0.30319', 'SchUseStrongCrypto'),
  'dotnet4-system-default-tls-wow64': dotnet('Wow6432Node\\', 'v4.0.30319', 'SystemDefaultTlsVersions'),
  'dotnet4-strong-crypto-wow64': dotnet('Wow6432Node\\', 'v4.0.30319', 'SchUseStrongCrypto'),
  'dotnet2-system-default-tls': dotnet('', 'v2.0.50727', 'SystemDefaultTlsVersions'),
  'dotnet2-strong-crypto': dotnet('', 'v2.0.50727', 'SchUseStrongCrypto'),
  'dotnet2-system-default-tls-wow64': dotnet('Wow6432Node\\', 'v2.0.50727', 'SystemDefaultTlsVersions'),
  'dotnet2-strong-crypto-wow64': dotnet('Wow6432Node\\', 'v2.0.50727', 'SchUseStrongCrypto'),
  'winhttp-tls12': winhttp(''),
  'winhttp-tls12-wow64': winhttp('Wow6432Node\\'),
  'windows-build-tls12': { fires: machine({ windowsBuild: '6.0.6001' }), silent: machine(SERVER_2019) },
  'exchange-build-tls12': {
    fires: machine({ exchangeBuild: '15.1.1261.35' }),
    silent: machine({ exchangeBuild: '15.1.1415.2' }),
  },
  'exchange-build-without-tls10': {
    fires: machine({ exchangeBuild: '15.0.1365.1' }),
    silent: machine({ exchangeBuild: '15.0.1367.3' }),
  },
  'schannel-tls13-client': tls13Off('client'),
  'schannel-tls13-server': tls13Off('server'),
  'schannel-tls11-client': protocolOff('TLS 1.1', 'client'),
  'schannel-tls11-server': protocolOff('TLS 1.1', 'server'),
  'schannel-tls10-client': protocolOff('TLS 1.0', 'client'),
  'schannel-tls10-server': protocolOff('TLS 1.0', 'server'),
  'schannel-ssl30-client': protocolOff('SSL 3.0', 'client'),
  'schannel-ssl30-server': protocolOff('SSL 3.0', 'server'),
  'schannel-ssl20-client': protocolOff('SSL 2.0', 'client'),
  'schannel-ssl20-server': protocolOff('SSL 2.0', 'server'),
};
