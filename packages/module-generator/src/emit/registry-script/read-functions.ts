/**
 * PowerShell functions that find out what a machine has and what a row of `valueTable` wants of it, by the same reading of
 * builds as the catalogue's. For PowerShell 3.0, in a 64-bit process.
 */
export const readFunctions: string = `
function Read-RegistryValue([string] $Path, [string] $Name) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($Path)
  if ($key -ne $null) {
    $key.GetValue($Name)
    $key.Close()
  }
}

# Nothing where the value is of another kind.
function Read-DWord([string] $Path, [string] $Name) {
  $data = Read-RegistryValue $Path $Name
  if ($data -is [int]) { $data }
}

function Get-WindowsBuild {
  $path = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
  $build = Read-RegistryValue $path 'CurrentBuild'
  $version = Read-RegistryValue $path 'CurrentVersion'
  $major = Read-DWord $path 'CurrentMajorVersionNumber'
  if ($major -ne $null) { $version = [string] $major + '.' + [int] (Read-DWord $path 'CurrentMinorVersionNumber') }
  $text = [string] $version + '.' + $build + '.' + [int] (Read-DWord $path 'UBR')
  if ($text -match '^\\d{1,2}\\.\\d{1,2}\\.\\d{4,6}\\.\\d{1,9}$') { [version] $text }
}

function Get-ExchangeBuild {
  foreach ($line in 'v15', 'v14') {
    $parts = @(foreach ($name in 'MsiProductMajor', 'MsiProductMinor', 'MsiBuildMajor', 'MsiBuildMinor') {
      Read-DWord ('SOFTWARE\\Microsoft\\ExchangeServer\\' + $line + '\\Setup') $name
    })
    if ($parts.Count -eq 4) { return [version] [string]::Join('.', $parts) }
  }
}

# Nothing where the value is not wanted on this machine. $Found is an Int32 where it is a DWord.
function Get-WantedNumber($Value, $Found, $Windows, $Exchange) {
  if ($Value.OlderWindows) {
    $isOlder = ($Windows -and $Windows -lt [version] $Value.OlderWindows) -or
      ($Exchange -and $Exchange -lt [version] $Value.OlderExchange)
    if (-not $isOlder) { return }
  }
  if ($Value.ExchangeLines -and $Exchange) {
    $minimum = ''
    foreach ($line in $Value.ExchangeLines.Keys) {
      if (([string] $Exchange + '.').StartsWith($line + '.')) { $minimum = $Value.ExchangeLines[$line] }
    }
    if (-not $minimum -or $Exchange -lt [version] $minimum) { return }
  }
  if ($Value.ContainsKey('Number')) { return $Value.Number }
  if ($Found -is [int]) { return $Found -bor $Value.Bits }
  if ($Windows -and $Windows -ge [version] $Value.NewerWindows) { return $Value.OnNewer }
  $Value.WhenAbsent
}

# The values that are not as they are wanted, with what was found and what is wanted.
function Get-Difference($Values) {
  $windows = Get-WindowsBuild
  $exchange = Get-ExchangeBuild
  foreach ($value in $Values) {
    $found = Read-RegistryValue $value.Path $value.Name
    $wanted = Get-WantedNumber $value $found $windows $exchange
    if ($wanted -ne $null -and -not ($found -is [int] -and $found -eq $wanted)) {
      @{ Rule = $value.Rule; Path = $value.Path; Name = $value.Name; Found = $found; Wanted = $wanted }
    }
  }
}
`.trim();

/** Writes a difference. `CreateSubKey` leaves alone what an existing key holds. */
export const writeFunction: string = `
function Write-WantedNumber($Difference) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey($Difference.Path)
  $key.SetValue($Difference.Name, [int] $Difference.Wanted, 'DWord')
  $key.Close()
}
`.trim();
