import { ClixmlError, type ClixmlErrorReason, type ClixmlValue, parseClixml, prop, toDate } from '@mailtls/clixml';
import {
  dword,
  type RegistryPath,
  type SnapshotFacts,
  type SnapshotKey,
  type SnapshotValue,
  schannelKey,
} from '@mailtls/core';
import { type Saying, saying } from '../wording/saying.ts';
import { SourceError } from './source-error.ts';
import { ProblemList, type SourceReading } from './source-reading.ts';

/** A key of which HealthChecker records values. */
interface RecordedKey {
  readonly path: RegistryPath;
  /** The group in `TLSSettings.Registry`, and the key in its hashtable. In older layouts `TLSSettings` is the hashtable. */
  readonly place: readonly [group: 'TLS' | 'NET', name: string];
  /** Each value's name, and the property that holds it. */
  readonly values: readonly (readonly [name: string, property: string])[];
}

const TLS_KEYS: readonly RecordedKey[] = (['1.0', '1.1', '1.2', '1.3'] as const).flatMap((version) =>
  (['Client', 'Server'] as const).map((role) => ({
    path: schannelKey(`TLS ${version}`, role === 'Client' ? 'client' : 'server'),
    place: ['TLS', version] as const,
    values: ['Enabled', 'DisabledByDefault'].map((name) => [name, `${role}${name}Value`] as const),
  })),
);

const VERSIONS = [
  ['NETv2', 'v2.0.50727'],
  ['NETv4', 'v4.0.30319'],
] as const;
const VIEWS = [
  ['', 'SOFTWARE'],
  ['Wow', 'SOFTWARE\\Wow6432Node'],
] as const;

const NET_KEYS: readonly RecordedKey[] = VERSIONS.flatMap(([name, version]) =>
  VIEWS.map(([prefix, view]) => ({
    path: `HKLM\\${view}\\Microsoft\\.NETFramework\\${version}`,
    place: ['NET', name] as const,
    values: ['SystemDefaultTlsVersions', 'SchUseStrongCrypto'].map((one) => [one, `${prefix}${one}Value`] as const),
  })),
);

/**
 * Reads the XML that HealthChecker (microsoft/CSS-Exchange, `HealthChecker-<server>-<time>.xml`) writes beside its report.
 * It holds single values: one that is `$null` is absent, one that this version of HealthChecker did not record is unknown, and
 * nothing is covered. Source of the layouts: HealthChecker's `Get-AllTlsSettingsFromRegistry.ps1`, with and without `Registry`.
 *
 * @param path the file's name for messages.
 * @throws SourceError `malformed` when it is not CLIXML, `not-recognised` when it is not HealthChecker's.
 */
export function parseHealthChecker(bytes: Uint8Array, path: string): SourceReading {
  const servers = rootsOf(bytes, path).flatMap(
    (root) => prop(root, 'HealthCheckerExchangeServer') ?? (prop(root, 'OSInformation') ? root : []),
  );
  const [server] = servers;
  if (server === undefined) {
    throw new SourceError('not-recognised', saying('clixml.not-health-checker', { path }));
  }
  const problems = new ProblemList(path);
  if (servers.length > 1) problems.add(null, saying('clixml.several-servers', { count: servers.length }));
  const keys = [...TLS_KEYS, ...NET_KEYS].flatMap((key) => snapshotKeyOf(server, key));
  if (keys.length === 0) problems.add(null, saying('clixml.no-tls-settings'));
  const document = {
    format: 'mailtls-snapshot',
    version: 1,
    name: textAt(server, ...OPERATING_SYSTEM, 'CSName') ?? textAt(server, 'ServerName') ?? null,
    covers: [],
    keys,
    facts: factsOf(server),
  } as const;
  return { path, document, problems: problems.toArray() };
}

function rootsOf(bytes: Uint8Array, path: string): readonly ClixmlValue[] {
  try {
    return parseClixml(bytes);
  } catch (cause) {
    if (!(cause instanceof ClixmlError)) throw cause;
    throw new SourceError('malformed', saying('clixml.broken', { path, why: whyBroken(cause) }), { cause });
  }
}

function whyBroken({ reason, line }: ClixmlError): Saying {
  const why = saying(CLIXML_FAULTS[reason] ?? 'clixml.malformed');
  return line === undefined ? why : saying('clixml.at-line', { line, why });
}

/** The reasons that tell an admin something. Any other is one way of not being what PowerShell writes. */
const CLIXML_FAULTS: Partial<
  Readonly<Record<ClixmlErrorReason, 'clixml.encoding' | 'clixml.truncated' | 'clixml.too-large'>>
> = {
  encoding: 'clixml.encoding',
  truncated: 'clixml.truncated',
  'too-large': 'clixml.too-large',
  'too-deep': 'clixml.too-large',
};

function snapshotKeyOf(server: ClixmlValue, { path, place: [group, name], values }: RecordedKey): SnapshotKey[] {
  const settings = prop(server, 'OSInformation', 'TLSSettings');
  const found = settings && (prop(settings, 'Registry', group, name) ?? prop(settings, name));
  const recorded = values.flatMap(([valueName, property]): [string, SnapshotValue][] => {
    const value = found && prop(found, property);
    return value === undefined ? [] : [[valueName, snapshotValueOf(value)]];
  });
  return recorded.length === 0 ? [] : [{ path, state: 'unknown', values: Object.fromEntries(recorded) }];
}

/** HealthChecker keeps what .NET's `GetValue` gave: the kind is that of the object. */
function snapshotValueOf(value: ClixmlValue): SnapshotValue {
  switch (value.type) {
    case 'Nil':
      return null;
    case 'I32':
    case 'U32':
      return dword(value.value);
    case 'I64':
    case 'U64':
      return { kind: 'QWord', data: `${BigInt.asUintN(64, value.value)}` };
    case 'S':
      return { kind: 'String', data: value.value };
    case 'BA':
      return { kind: 'Binary', data: Buffer.from(value.value).toString('hex') };
    default:
      return 'unknown';
  }
}

const OPERATING_SYSTEM = ['OSInformation', 'BuildInformation', 'OperatingSystem'] as const;

function factsOf(server: ClixmlValue): SnapshotFacts {
  const windowsBuild = windowsBuildOf(server);
  const windowsName = textAt(server, ...OPERATING_SYSTEM, 'Caption');
  const exchangeBuild = exchangeBuildOf(server);
  const startedAt = startOf(server);
  return {
    ...(windowsBuild !== undefined && { windowsBuild }),
    ...(windowsName !== undefined && { windowsName }),
    ...(exchangeBuild !== undefined && { exchangeBuild }),
    ...(startedAt !== undefined && { startedAt }),
  };
}

function windowsBuildOf(server: ClixmlValue): string | undefined {
  const version = /^\d{1,9}\.\d{1,9}\.\d{1,9}/.exec(textAt(server, ...OPERATING_SYSTEM, 'Version') ?? '')?.[0];
  const revision = numberAt(server, 'OSInformation', 'RegistryValues', 'CurrentVersionUbr');
  // HealthChecker records 0 where the registry has no such value.
  return version !== undefined && revision ? `${version}.${revision}` : version;
}

const FILE_PARTS = ['FileMajorPart', 'FileMinorPart', 'FileBuildPart', 'FilePrivatePart'];

/** The build of `ExSetup.exe`, which updates renew; it stands for the one that Active Directory knows where that failed. */
function exchangeBuildOf(server: ClixmlValue): string | undefined {
  const parts = FILE_PARTS.map((part) =>
    numberAt(server, 'ExchangeInformation', 'BuildInformation', 'ExchangeSetup', part),
  );
  return parts.every((part) => part !== undefined) ? parts.join('.') : undefined;
}

/** WMI's form of a time: the last number is minutes from UTC. */
const WMI_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{3})\d{3}([+-]\d{3})$/;

/** When Windows was started: text as `Get-WmiObject` gives it, or a DateTime as `Get-CimInstance` does. */
function startOf(server: ClixmlValue): string | undefined {
  const value = prop(server, ...OPERATING_SYSTEM, 'LastBootUpTime');
  if (value?.type === 'DT') return /Z|[+-]\d\d:\d\d$/.test(value.value) ? toDate(value.value).toISOString() : undefined;
  const [, ...parts] = WMI_TIME.exec(value?.type === 'S' ? value.value : '') ?? [];
  if (parts.length === 0) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0, offset = 0] =
    parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second, millisecond));
  return date.toISOString();
}

function textAt(value: ClixmlValue, ...path: readonly string[]): string | undefined {
  const found = prop(value, ...path);
  return found?.type === 'S' && found.value !== '' ? found.value : undefined;
}

function numberAt(value: ClixmlValue, ...path: readonly string[]): number | undefined {
  const found = prop(value, ...path);
  return found?.type === 'I32' || found?.type === 'U32' ? found.value : undefined;
}
