import type { Invoker } from '@mailtls/pwsh-bridge';

/** What a machine says of itself beside its registry. */
export interface MachineState {
  /** `false` where it is no Windows: then nothing else is known. */
  readonly hasRegistry: boolean;
  /** Whether it is a 32-bit PowerShell on a 64-bit Windows, which has it read and write `WOW6432Node` in the place of `SOFTWARE`. */
  readonly isRedirected: boolean;
  /** When Windows was last started, by the machine's own clock, ISO 8601; `null` where that cannot be learned. */
  readonly startedAt: string | null;
  /** Whether the session has an administrator's rights, and uses them. */
  readonly isElevated: boolean;
  /** The version of ExSetup.exe, such as `15.1.2507.6`, which security updates change too; `null` where there is none. */
  readonly exchangeBuild: string | null;
}

/**
 * Windows PowerShell's .NET has no counter of the time since the start that does not run over, and asks CIM, for some tenths
 * of a second, or for ever where its service hangs. The version of ExSetup.exe is what Microsoft's own pages of builds and
 * HealthChecker go by.
 */
const SCRIPT = `
$now = [DateTime]::UtcNow
if ($null -eq [Microsoft.Win32.Registry]::LocalMachine) { return , @($false) }
$redirected = [Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess
$started = $null
if ([Environment].GetProperty('TickCount64')) { $started = $now.AddMilliseconds(-1 * [Environment]::TickCount64) }
else {
  try {
    $system = Get-CimInstance Win32_OperatingSystem -OperationTimeoutSec 10 -ErrorAction Stop
    $started = $system.LastBootUpTime.ToUniversalTime()
  } catch { }
}
$user = [Security.Principal.WindowsPrincipal][Security.Principal.WindowsIdentity]::GetCurrent()
$elevated = $user.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
$exchange = $null
foreach ($version in 'v15', 'v14') {
  $setup = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\ExchangeServer\\$version\\Setup"
  $folder = [Microsoft.Win32.Registry]::GetValue($setup, 'MsiInstallPath', $null)
  if ($null -eq $exchange -and $folder -is [string]) {
    $file = [IO.Path]::Combine($folder, 'bin', 'ExSetup.exe')
    if ([IO.File]::Exists($file)) {
      $info = [Diagnostics.FileVersionInfo]::GetVersionInfo($file)
      $exchange = '{0}.{1}.{2}.{3}' -f $info.FileMajorPart, $info.FileMinorPart, $info.FileBuildPart, $info.FilePrivatePart
    }
  }
}
, @($true, $redirected, $started, $elevated, $exchange)
`;

/**
 * Asks a machine for its state, in one round trip.
 *
 * @throws PwshError
 */
export async function readMachineState(on: Invoker): Promise<MachineState> {
  const { output } = await on.invoke(SCRIPT);
  const [hasRegistry, isRedirected, startedAt = null, isElevated = false, exchangeBuild = null] =
    output[0] as readonly unknown[];
  return {
    hasRegistry: hasRegistry === true,
    isRedirected: isRedirected === true,
    startedAt: startedAt === null ? null : isoTime(startedAt),
    isElevated: isElevated === true,
    exchangeBuild: typeof exchangeBuild === 'string' && exchangeBuild !== '0.0.0.0' ? exchangeBuild : null,
  };
}

/**
 * The time by a machine's own clock, ISO 8601: for a writer that holds the lock, and should not wait for the rest of its state.
 *
 * @throws PwshError
 */
export async function readClock(on: Invoker): Promise<string> {
  const { output } = await on.invoke('[DateTime]::UtcNow');
  return isoTime(output[0]);
}

/** To the millisecond: .NET's times have more digits than those of journals. */
function isoTime(value: unknown): string {
  return new Date(String(value)).toISOString();
}
