# Afla ce depinde de calculator. Doar citeste.
# Generat de mailtls din catalogul sau 1.0.0, profilul hardened. Generati din nou in loc sa modificati.
[CmdletBinding(SupportsShouldProcess = $true)]
param()
$ErrorActionPreference = 'Stop'
if ($env:PROCESSOR_ARCHITEW6432) { throw 'Rulati scriptul intr-un PowerShell pe 64 de biti: unul pe 32 de biti vede alt registru.' }
$values = @(
  @{ Rule = 'winhttp-tls12'; Path = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'; Name = 'DefaultSecureProtocols'; Bits = 2048; WhenAbsent = 2688; NewerWindows = '10.0.20348.0'; OnNewer = 10240 },
  @{ Rule = 'winhttp-tls12-wow64'; Path = 'SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'; Name = 'DefaultSecureProtocols'; Bits = 2048; WhenAbsent = 2688; NewerWindows = '10.0.20348.0'; OnNewer = 10240 },
  @{ Rule = 'schannel-tls13-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client'; Name = 'DisabledByDefault'; Number = 1; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client'; Name = 'Enabled'; Number = 0; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server'; Name = 'DisabledByDefault'; Number = 1; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server'; Name = 'Enabled'; Number = 0; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls11-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Client'; Name = 'DisabledByDefault'; Number = 1; ExchangeLines = @{ '6' = ''; '8' = ''; '14' = ''; '15.0' = '15.0.1367.3'; '15.1' = '15.1.1466.3'; '15.2' = '15.2.0.0' } },
  @{ Rule = 'schannel-tls11-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Client'; Name = 'Enabled'; Number = 0; ExchangeLines = @{ '6' = ''; '8' = ''; '14' = ''; '15.0' = '15.0.1367.3'; '15.1' = '15.1.1466.3'; '15.2' = '15.2.0.0' } },
  @{ Rule = 'schannel-tls11-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Server'; Name = 'DisabledByDefault'; Number = 1; ExchangeLines = @{ '6' = ''; '8' = ''; '14' = ''; '15.0' = '15.0.1367.3'; '15.1' = '15.1.1466.3'; '15.2' = '15.2.0.0' } },
  @{ Rule = 'schannel-tls11-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Server'; Name = 'Enabled'; Number = 0; ExchangeLines = @{ '6' = ''; '8' = ''; '14' = ''; '15.0' = '15.0.1367.3'; '15.1' = '15.1.1466.3'; '15.2' = '15.2.0.0' } },
  @{ Rule = 'schannel-tls10-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Client'; Name = 'DisabledByDefault'; Number = 1; ExchangeLines = @{ '6' = ''; '8' = ''; '14' = ''; '15.0' = '15.0.1367.3'; '15.1' = '15.1.1466.3'; '15.2' = '15.2.0.0' } },
  @{ Rule = 'schannel-tls10-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Client'; Name = 'Enabled'; Number = 0; ExchangeLines = @{ '6' = ''; '8' = ''; '14' = ''; '15.0' = '15.0.1367.3'; '15.1' = '15.1.1466.3'; '15.2' = '15.2.0.0' } },
  @{ Rule = 'schannel-tls10-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Server'; Name = 'DisabledByDefault'; Number = 1; ExchangeLines = @{ '6' = ''; '8' = ''; '14' = ''; '15.0' = '15.0.1367.3'; '15.1' = '15.1.1466.3'; '15.2' = '15.2.0.0' } },
  @{ Rule = 'schannel-tls10-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Server'; Name = 'Enabled'; Number = 0; ExchangeLines = @{ '6' = ''; '8' = ''; '14' = ''; '15.0' = '15.0.1367.3'; '15.1' = '15.1.1466.3'; '15.2' = '15.2.0.0' } }
)

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
  $path = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  $build = Read-RegistryValue $path 'CurrentBuild'
  $version = Read-RegistryValue $path 'CurrentVersion'
  $major = Read-DWord $path 'CurrentMajorVersionNumber'
  if ($major -ne $null) { $version = [string] $major + '.' + [int] (Read-DWord $path 'CurrentMinorVersionNumber') }
  $text = [string] $version + '.' + $build + '.' + [int] (Read-DWord $path 'UBR')
  if ($text -match '^\d{1,2}\.\d{1,2}\.\d{4,6}\.\d{1,9}$') { [version] $text }
}

function Get-ExchangeBuild {
  foreach ($line in 'v15', 'v14') {
    $parts = @(foreach ($name in 'MsiProductMajor', 'MsiProductMinor', 'MsiBuildMajor', 'MsiBuildMinor') {
      Read-DWord ('SOFTWARE\Microsoft\ExchangeServer\' + $line + '\Setup') $name
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

$windows = Get-WindowsBuild
$exchange = Get-ExchangeBuild
$Ansible.Changed = $false
$Ansible.Result = @(foreach ($value in $values) {
  $number = Get-WantedNumber $value (Read-RegistryValue $value.Path $value.Name) $windows $exchange
  if ($number -eq $null) { '' } else { '0x' + $number.ToString('x8') }
})
