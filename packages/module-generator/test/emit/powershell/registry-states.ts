import {
  buildsOfRelease,
  dword,
  factValues,
  RegistrySnapshot,
  type RegistryValue,
  requiredValues,
  rules,
  windowsReleases,
} from '@mailtls/core';
import type { Session } from '@mailtls/pwsh-bridge';
import fc from 'fast-check';
import type { Argument } from './module.ts';

/** What the registry of a machine holds where rules look, by key and name; a key may be there without values. */
export type RegistryState = Readonly<Record<string, Readonly<Record<string, RegistryValue>>>>;

const COMPUTER_NAME = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName';
const CURRENT_VERSION = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
/** The keys that tell of the machine. */
const FACTS = new Set(factValues.map(({ path }) => path));
/** A key of values that no rule of the catalogue is about: for made-up rules. */
export const strangeKey = 'HKLM\\SOFTWARE\\Contoso';
const judged = requiredValues(rules).filter(({ path }) => !FACTS.has(path));

const text = fc.oneof(
  fc.constantFrom('', '0', '1', '6.3', '%TEMP%', '{expected} {name}', '$(1)', "it's ‘so’", 'ș'),
  fc.string({ maxLength: 8 }),
);
const bytes = fc.uint8Array({ maxLength: 9 }).map((array) => Buffer.from(array).toString('hex'));

export const registryValue: fc.Arbitrary<RegistryValue> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(0, 0, 1, 1, 2, 9, 10, 0x80, 0x800, 0xa80, 0x2800, 0x80000000, 0xffffffff).map(dword),
  },
  { weight: 1, arbitrary: fc.nat({ max: 0xffffffff }).map(dword) },
  { weight: 1, arbitrary: text.map((data): RegistryValue => ({ kind: 'String', data })) },
  { weight: 1, arbitrary: text.map((data): RegistryValue => ({ kind: 'ExpandString', data })) },
  { weight: 1, arbitrary: bytes.map((data): RegistryValue => ({ kind: 'Binary', data })) },
  { weight: 1, arbitrary: bytes.map((data): RegistryValue => ({ kind: 'Unknown', type: 0, data })) },
  {
    weight: 1,
    arbitrary: fc
      .bigInt({ min: 0n, max: 2n ** 64n - 1n })
      .map((data): RegistryValue => ({ kind: 'QWord', data: `${data}` })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom('1', 'a b', 'ă'), { maxLength: 3 })
      .map((data): RegistryValue => ({ kind: 'MultiString', data })),
  },
);

/** A whole build, one without its parts, or nonsense. */
const windowsVersion: fc.Arbitrary<Readonly<Record<string, RegistryValue>>> = fc
  .record({
    build: fc.constantFrom(
      ...windowsReleases.flatMap(buildsOfRelease),
      '10.0.19045',
      '10.0.25398',
      '10.0.26200',
      '6.4.9841',
      '5.2.3790',
    ),
    name: fc.option(fc.constantFrom('Windows Server 2012 R2 Standard', 'Windows {build}'), { nil: null }),
    revision: fc.option(fc.nat({ max: 9999 }), { nil: null }),
    odd: fc.dictionary(
      fc.constantFrom(
        'CurrentBuild',
        'CurrentVersion',
        'CurrentMajorVersionNumber',
        'CurrentMinorVersionNumber',
        'UBR',
      ),
      registryValue,
      { maxKeys: 1 },
    ),
    isOdd: fc.nat({ max: 5 }).map((n) => n === 0),
  })
  .map(({ build, name, revision, odd, isOdd }) => {
    const [major = '', minor = '', number = ''] = build.split('.');
    const versions: Record<string, RegistryValue> =
      major === '10'
        ? {
            CurrentVersion: { kind: 'String', data: '6.3' },
            CurrentMajorVersionNumber: dword(Number(major)),
            CurrentMinorVersionNumber: dword(Number(minor)),
          }
        : { CurrentVersion: { kind: 'String', data: `${major}.${minor}` } };
    return {
      ...versions,
      CurrentBuild: { kind: 'String', data: number },
      ...(name !== null && { ProductName: { kind: 'String', data: name } }),
      ...(revision !== null && { UBR: dword(revision) }),
      ...(isOdd && odd),
    };
  });

const exchange: fc.Arbitrary<RegistryState> = fc
  .record({
    version: fc.constantFrom('v14', 'v15'),
    build: fc.constantFrom(
      ...['8.3.83.6', '14.0.639.21', '14.3.382.0', '15.0.1365.0', '15.0.1365.1', '15.0.1367.3', '15.1.1415.1'],
      ...['15.1.1466.3', '15.1.2507.66', '15.2.221.12', '15.2.1748.9', '15.2.1748.10', '15.2.2562.17', '16.0.1.1'],
    ),
    missing: fc.option(fc.constantFrom('MsiProductMinor', 'MsiBuildMinor'), { nil: null, freq: 5 }),
  })
  .map(({ version, build, missing }) => {
    const names = ['MsiProductMajor', 'MsiProductMinor', 'MsiBuildMajor', 'MsiBuildMinor'];
    const values = build.split('.').map((part, i) => [names[i] ?? '', dword(Number(part))] as const);
    return {
      [`HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\${version}\\Setup`]: Object.fromEntries(
        values.filter(([name]) => name !== missing),
      ),
    };
  });

const settings: fc.Arbitrary<RegistryState> = fc
  .uniqueArray(
    fc.constantFrom(...judged).chain(({ path, names }) =>
      fc.record({
        path: fc.constant(path),
        values: names.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...names), registryValue),
      }),
    ),
    { selector: ({ path }) => path, maxLength: 25 },
  )
  .map((keys) => Object.fromEntries(keys.map(({ path, values }) => [path, values])));

/** The registries of servers of every sort: every Windows and Exchange, absent keys, values of every kind, values a key too high. */
export const registryState: fc.Arbitrary<RegistryState> = fc
  .tuple(windowsVersion, fc.option(exchange, { nil: {}, freq: 3 }), settings)
  .map(([windows, products, keys]) => ({
    ...keys,
    ...products,
    [CURRENT_VERSION]: windows,
  }));

/** Every state is of one machine. */
export const machineName = 'EX1';
const NAMED: RegistryState = { [COMPUTER_NAME]: { ComputerName: { kind: 'String', data: machineName } } };

/** The state as core sees it. */
export function snapshotOf(state: RegistryState): RegistrySnapshot {
  return new RegistrySnapshot({
    format: 'mailtls-snapshot',
    version: 1,
    name: null,
    covers: ['HKLM'],
    keys: Object.entries({ ...state, ...NAMED }).map(([path, values]) => ({ path, state: 'present', values })),
    facts: {},
  });
}

/** Makes the registry what the state says where rules look. */
const WRITE = `param($Keys, $State)
$ErrorActionPreference = 'Stop'
$machine = [Microsoft.Win32.Registry]::LocalMachine
foreach ($entry in $Keys) {
  $path, $names = $entry
  if ($null -eq $names) { $machine.DeleteSubKeyTree($path, $false); continue }
  $key = $machine.OpenSubKey($path, $true)
  if ($null -eq $key) { continue }
  foreach ($name in $names) { $key.DeleteValue($name, $false) }
  $key.Close()
}
$machine.CreateSubKey($Keys[0][0]).Close()
foreach ($entry in $State) {
  $path, $values = $entry
  $key = $machine.CreateSubKey($path)
  foreach ($value in $values) {
    $name, $kind, $data = $value
    switch ($kind) {
      'DWord' { $data = [BitConverter]::ToInt32([BitConverter]::GetBytes([uint32]$data), 0) }
      'QWord' { $data = [BitConverter]::ToInt64([BitConverter]::GetBytes([uint64]$data), 0) }
      'MultiString' { $data = [string[]]$data }
      { $_ -in 'Binary', 'None' } { $data = [byte[]]$data }
    }
    $key.SetValue($name, $data, $kind)
  }
  $key.Close()
}`;

/** The keys that a state may hold, first the one that every Windows has: whole, or where Windows itself has other values in them, the names that are ours. */
const OURS: readonly (readonly [path: string, names: readonly string[] | null])[] = [
  ['SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols', null],
  ['SOFTWARE\\Microsoft\\ExchangeServer', null],
  [strangeKey.slice('HKLM\\'.length), null],
  ...judged.flatMap(({ path }): [string, null][] =>
    path.includes('SCHANNEL') ? [] : [[path.slice('HKLM\\'.length), null]],
  ),
  ...factValues.flatMap(({ path, names }): [string, readonly string[]][] =>
    path === CURRENT_VERSION ? [[path.slice('HKLM\\'.length), names]] : [],
  ),
];

export async function writeState(session: Session, state: RegistryState): Promise<void> {
  await session.invoke(WRITE, {
    Keys: OURS.map(([path, names]) => [path, names]),
    State: Object.entries({ ...state, ...NAMED }).map(([path, values]) => [
      path.slice('HKLM\\'.length),
      Object.entries(values).map(([name, value]) => [name, ...written(value)]),
    ]),
  });
}

function written(value: RegistryValue): [kind: string, data: Argument] {
  if (value.kind === 'Unknown') return ['None', Buffer.from(value.data, 'hex')];
  if (value.kind === 'Binary') return [value.kind, Buffer.from(value.data, 'hex')];
  return [value.kind, value.data];
}

/** Everything that a state may hold, to the bit: each key and each value with its kind. */
const DUMP = `param($Keys)
$ErrorActionPreference = 'Stop'
$machine = [Microsoft.Win32.Registry]::LocalMachine
function Show($path) {
  $key = $machine.OpenSubKey($path)
  if ($null -eq $key) { return }
  $path
  $names = $key.GetValueNames()
  [Array]::Sort($names, [StringComparer]::Ordinal)
  foreach ($name in $names) {
    $data = $key.GetValue($name, $null, 'DoNotExpandEnvironmentNames')
    if ($data -is [byte[]]) { $data = [BitConverter]::ToString($data) }
    $path + ' ' + $name + '=' + $key.GetValueKind($name) + ':' + ($data -join [char]0)
  }
  $subkeys = $key.GetSubKeyNames()
  $key.Close()
  foreach ($subkey in $subkeys) { Show "$path\\$subkey" }
}
foreach ($path in $Keys) { Show $path }`;

export async function readState(session: Session): Promise<readonly string[]> {
  const keys = OURS.flatMap(([path, names]) => (names === null ? [path] : []));
  const { output } = await session.invoke<string>(DUMP, { Keys: keys });
  return output;
}
