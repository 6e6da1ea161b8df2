import { type BuildNumber, compareBuilds } from './build-number.ts';
import type { RegistryPath } from './registry/registry-path.ts';
import type { RegistrySnapshot, SnapshotFacts } from './registry/registry-snapshot.ts';
import { buildsOfRelease, releaseName, releaseOfBuild, type WindowsRelease } from './registry/windows-defaults.ts';

/** A product as it stands on a machine. */
export interface Product {
  readonly name: string;
  readonly build: string;
}

/** What a snapshot says of the machine that it was taken from. */
export interface MachineFacts {
  readonly name: string | null;
  /** `null` where the build is unknown. */
  readonly windows: (Product & { readonly release: WindowsRelease | null }) | null;
  /** `absent` is a machine known to be without Exchange. */
  readonly exchange: Product | 'absent' | 'unknown';
  readonly restart: 'needed' | 'not-needed' | 'unknown';
}

const COMPUTER_NAME_KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName';
const WINDOWS_KEY = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const EXCHANGE_KEYS: readonly RegistryPath[] = ['v15', 'v14'].map(
  (version) => `HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\${version}\\Setup`,
);

/** The values that facts are read from, for whoever fetches them. */
export const factValues: readonly { readonly path: RegistryPath; readonly names: readonly string[] }[] = [
  { path: COMPUTER_NAME_KEY, names: ['ComputerName'] },
  {
    path: WINDOWS_KEY,
    names: [
      'CurrentMajorVersionNumber',
      'CurrentMinorVersionNumber',
      'CurrentVersion',
      'CurrentBuild',
      'UBR',
      'ProductName',
    ],
  },
  ...EXCHANGE_KEYS.map((path) => ({
    path,
    names: ['MsiProductMajor', 'MsiProductMinor', 'MsiBuildMajor', 'MsiBuildMinor'],
  })),
];

/** @param assumed the release to take where the snapshot does not say which Windows it is of. */
export function machineFacts(snapshot: RegistrySnapshot, assumed: WindowsRelease | null = null): MachineFacts {
  const { facts, name } = snapshot.document;
  return {
    name: text(snapshot, COMPUTER_NAME_KEY, 'ComputerName') ?? name,
    windows: windowsOf(snapshot, assumed),
    exchange: exchangeOf(snapshot),
    restart: restartOf(facts),
  };
}

function restartOf({ startedAt, changedAt }: SnapshotFacts): MachineFacts['restart'] {
  if (startedAt === undefined || changedAt === undefined) return 'unknown';
  const sinceStart = Date.parse(changedAt) - Date.parse(startedAt);
  if (Number.isNaN(sinceStart)) return 'unknown';
  return sinceStart > 0 ? 'needed' : 'not-needed';
}

function windowsOf(snapshot: RegistrySnapshot, assumed: WindowsRelease | null): MachineFacts['windows'] {
  const { windowsBuild, windowsName } = snapshot.document.facts;
  const build = windowsBuild ?? windowsBuildOf(snapshot) ?? (assumed && buildsOfRelease(assumed).at(-1));
  if (!build) return null;
  const release = releaseOfBuild(build);
  const name =
    windowsName ?? text(snapshot, WINDOWS_KEY, 'ProductName') ?? (release ? releaseName(release) : 'Windows');
  return { name, build, release };
}

/** Windows 10 and Server 2016 and newer keep "6.3" in `CurrentVersion` and their own number in two DWords beside it. */
function windowsBuildOf(snapshot: RegistrySnapshot): string | null {
  const build = text(snapshot, WINDOWS_KEY, 'CurrentBuild');
  if (build === null || !/^\d{4,6}$/.test(build)) return null;
  const major = number(snapshot, WINDOWS_KEY, 'CurrentMajorVersionNumber');
  const version =
    major === null
      ? text(snapshot, WINDOWS_KEY, 'CurrentVersion')
      : `${major}.${number(snapshot, WINDOWS_KEY, 'CurrentMinorVersionNumber') ?? 0}`;
  if (version === null || !/^\d{1,2}\.\d{1,2}$/.test(version)) return null;
  const revision = number(snapshot, WINDOWS_KEY, 'UBR');
  return revision === null ? `${version}.${build}` : `${version}.${build}.${revision}`;
}

function exchangeOf(snapshot: RegistrySnapshot): MachineFacts['exchange'] {
  const { exchangeBuild } = snapshot.document.facts;
  if (exchangeBuild === null) return 'absent';
  if (exchangeBuild !== undefined) return exchange(exchangeBuild);
  for (const key of EXCHANGE_KEYS) {
    const parts = ['MsiProductMajor', 'MsiProductMinor', 'MsiBuildMajor', 'MsiBuildMinor'].map((name) =>
      number(snapshot, key, name),
    );
    if (parts.every((part) => part !== null)) return exchange(parts.join('.'));
  }
  return EXCHANGE_KEYS.every((key) => snapshot.key(key) === 'absent') ? 'absent' : 'unknown';
}

/** A product of Exchange's: the first two numbers of its builds, and the first of them. */
interface ExchangeProduct {
  readonly line: string;
  readonly from: BuildNumber;
  readonly name: string;
}

/** Exchange's products. Of one line the newest comes first: Subscription Edition goes on from the builds of 2019. */
export const exchangeProducts: readonly ExchangeProduct[] = [
  { line: '15.2', from: '15.2.2562', name: 'Exchange Server SE' },
  { line: '15.2', from: '15.2.0', name: 'Exchange Server 2019' },
  { line: '15.1', from: '15.1.0', name: 'Exchange Server 2016' },
  { line: '15.0', from: '15.0.0', name: 'Exchange Server 2013' },
  { line: '14.3', from: '14.3.0', name: 'Exchange Server 2010 SP3' },
  { line: '14.2', from: '14.2.0', name: 'Exchange Server 2010 SP2' },
  { line: '14.1', from: '14.1.0', name: 'Exchange Server 2010 SP1' },
  { line: '14.0', from: '14.0.0', name: 'Exchange Server 2010' },
];

function exchange(build: BuildNumber): Product {
  const product = exchangeProducts.find(
    ({ line, from }) => `${build}.`.startsWith(`${line}.`) && compareBuilds(build, from) >= 0,
  );
  return { name: product?.name ?? 'Exchange Server', build };
}

function text(snapshot: RegistrySnapshot, path: RegistryPath, name: string): string | null {
  const found = snapshot.value(path, name);
  return found.state === 'present' && found.value.kind === 'String' ? found.value.data : null;
}

function number(snapshot: RegistrySnapshot, path: RegistryPath, name: string): number | null {
  const found = snapshot.value(path, name);
  return found.state === 'present' && found.value.kind === 'DWord' ? found.value.data : null;
}
