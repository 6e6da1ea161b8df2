import type { Invoker } from '@mailtls/pwsh-bridge';

/** What a machine says of itself beside its registry. */
export interface MachineState {
  /** `false` where it is no Windows: then nothing else is known. */
  readonly hasRegistry: boolean;
  /** By the machine's own clock, ISO 8601. */
  readonly now: string;
  /** When Windows was last started; `null` where that cannot be learned. */
  readonly startedAt: string | null;
  /** Whether the session has an administrator's rights, and uses them. */
  readonly isElevated: boolean;
  /** The version of ExSetup.exe, such as `15.1.2507.6`, which security updates change too; `null` where there is none. */
  readonly exchangeBuild: string | null;
}

/**
 * Windows PowerShell's .NET has no counter of the time since the start that does not run over, and asks CIM, for some tenths
 * of a second. The version of ExSetup.exe is what Microsoft's own pages of builds and HealthChecker go by.
 */
const SCRIPT = `
$now = [DateTime]::UtcNow
if ($null -eq [Microsoft.Win32.Registry]::LocalMachine) { return , @($false, $now) }
$started = $null
if ([Environment].GetProperty('TickCount64')) { $started = $now.AddMilliseconds(-1 * [Environment]::TickCount64) }
else {
  try { $started = (Get-CimInstance Win32_OperatingSystem -ErrorAction Stop).LastBootUpTime.ToUniversalTime() } catch { }
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
, @($true, $now, $started, $elevated, $exchange)
`;

/**
 * Asks a machine for its state, in one round trip.
 *
 * @throws PwshError
 */
export async function readMachineState(on: Invoker): Promise<MachineState> {
  const { output } = await on.invoke(SCRIPT);
  const [hasRegistry, now, startedAt = null, isElevated = false, exchangeBuild = null] =
    output[0] as readonly unknown[];
  return {
    hasRegistry: hasRegistry === true,
    now: isoTime(now),
    startedAt: startedAt === null ? null : isoTime(startedAt),
    isElevated: isElevated === true,
    exchangeBuild: typeof exchangeBuild === 'string' && exchangeBuild !== '0.0.0.0' ? exchangeBuild : null,
  };
}

/** To the millisecond: .NET's times have more digits than those of journals. */
function isoTime(value: unknown): string {
  return new Date(String(value)).toISOString();
}
