import { type BuildNumber, parseBuild } from '../build-number.ts';

/** SCHANNEL's protocol keys, as they are spelled in the registry. */
export const protocols = [
  'SSL 2.0',
  'SSL 3.0',
  'TLS 1.0',
  'TLS 1.1',
  'TLS 1.2',
  'TLS 1.3',
  'DTLS 1.0',
  'DTLS 1.2',
] as const;
export type Protocol = (typeof protocols)[number];

export const roles = ['client', 'server'] as const;
export type Role = (typeof roles)[number];

/** The releases of Windows Server whose defaults are known. */
export const windowsReleases = ['2008', '2008SP2', '2008R2', '2012', '2012R2', '2016', '2019', '2022', '2025'] as const;
export type WindowsRelease = (typeof windowsReleases)[number];

/**
 * What Windows does with a protocol while the registry says nothing.
 * - `on`, `off` – supported, offered or not.
 * - `none` – this Windows has no such protocol, whatever the registry says.
 * - `unsafe` – not supported; Microsoft calls enabling it "not a safe configuration" and does not say what then happens.
 * - `unknown` – no source that could be read says it.
 */
export type ProtocolDefault = 'on' | 'off' | 'none' | 'unsafe' | 'unknown';

const RELEASE_OF_BUILD: Readonly<Record<string, WindowsRelease>> = {
  '6.0.6000': '2008',
  '6.0.6001': '2008',
  '6.0.6002': '2008SP2',
  '6.0.6003': '2008SP2',
  '6.1.7600': '2008R2',
  '6.1.7601': '2008R2',
  '6.2.9200': '2012',
  '6.3.9600': '2012R2',
  '10.0.14393': '2016',
  '10.0.17763': '2019',
  '10.0.20348': '2022',
  '10.0.26100': '2025',
};

/** The release that a build such as `6.3.9600` or `10.0.17763.5122` belongs to, or `null` for one that is not in the table. */
export function releaseOfBuild(build: string): WindowsRelease | null {
  return RELEASE_OF_BUILD[parseBuild(build).slice(0, 3).join('.')] ?? null;
}

/** The builds that are a release, oldest first: `['6.1.7600', '6.1.7601']` for 2008 R2, without and with its service pack. */
export function buildsOfRelease(release: WindowsRelease): readonly BuildNumber[] {
  return Object.entries(RELEASE_OF_BUILD).flatMap(([build, of]) => (of === release ? [build] : []));
}

/** The release as people write it, such as `Windows Server 2012 R2`. */
export function releaseName(release: WindowsRelease): string {
  return `Windows Server ${release.replace(/(?=R2|SP2)/, ' ')}`;
}

type Row = Readonly<Record<Protocol, ProtocolDefault>>;

/**
 * Sources: Microsoft, "Protocols in TLS/SSL (Schannel SSP)" (learn.microsoft.com/windows/win32/secauthn/protocols-in-tls-ssl--schannel-ssp-);
 * for TLS 1.3 and 2019/2022 the page's newer edition. Client and server are alike except where `SERVER_EXCEPTIONS` says
 * otherwise. Server 2025 is named in no source that could be read for TLS 1.0 and 1.1, so these stay unknown.
 */
const DEFAULTS: Readonly<Record<WindowsRelease, Row>> = {
  '2008': row('off', 'on', 'on', 'none', 'none', 'none', 'none', 'none'),
  '2008SP2': row('off', 'on', 'on', 'off', 'off', 'none', 'none', 'none'),
  '2008R2': row('off', 'on', 'on', 'off', 'off', 'none', 'on', 'none'),
  '2012': row('off', 'on', 'on', 'on', 'on', 'none', 'on', 'none'),
  '2012R2': row('off', 'on', 'on', 'on', 'on', 'none', 'on', 'none'),
  '2016': row('none', 'off', 'on', 'on', 'on', 'none', 'on', 'on'),
  '2019': row('none', 'off', 'on', 'on', 'on', 'unsafe', 'on', 'on'),
  '2022': row('none', 'off', 'on', 'on', 'on', 'on', 'on', 'on'),
  '2025': row('none', 'off', 'unknown', 'unknown', 'on', 'on', 'on', 'on'),
};

function row(...cells: readonly ProtocolDefault[]): Row {
  return Object.fromEntries(protocols.map((protocol, i) => [protocol, cells[i]])) as Row;
}

/** Server 2008 and 2008 R2 still answer SSL 2.0 as a server, although as a client they do not offer it. */
const SERVER_EXCEPTIONS: Readonly<Partial<Record<WindowsRelease, Partial<Record<Protocol, ProtocolDefault>>>>> = {
  '2008': { 'SSL 2.0': 'on' },
  '2008SP2': { 'SSL 2.0': 'on' },
  '2008R2': { 'SSL 2.0': 'on' },
};

/** What `release` does with a protocol in a role while the registry says nothing; `unknown` for an unknown release. */
export function protocolDefault(release: WindowsRelease | null, protocol: Protocol, role: Role): ProtocolDefault {
  if (release === null) return 'unknown';
  const exception = role === 'server' ? SERVER_EXCEPTIONS[release]?.[protocol] : undefined;
  return exception ?? DEFAULTS[release][protocol];
}
