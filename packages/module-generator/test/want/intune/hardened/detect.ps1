# Detectare: se incheie cu 0 unde fiecare valoare este cum trebuie, cu 1 unde vreuna nu este.
# Generat de mailtls din catalogul sau 1.0.0, profilul hardened. Generati din nou in loc sa modificati.
$ErrorActionPreference = 'Stop'
if ($env:PROCESSOR_ARCHITEW6432) { throw 'Rulati scriptul intr-un PowerShell pe 64 de biti: unul pe 32 de biti vede alt registru.' }
$values = @(
  @{ Rule = 'schannel-tls12-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'; Name = 'DisabledByDefault'; Number = 0 },
  @{ Rule = 'schannel-tls12-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'; Name = 'Enabled'; Number = 1 },
  @{ Rule = 'schannel-tls12-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server'; Name = 'DisabledByDefault'; Number = 0 },
  @{ Rule = 'schannel-tls12-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server'; Name = 'Enabled'; Number = 1 },
  @{ Rule = 'dotnet4-system-default-tls'; Path = 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319'; Name = 'SystemDefaultTlsVersions'; Number = 1 },
  @{ Rule = 'dotnet4-strong-crypto'; Path = 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319'; Name = 'SchUseStrongCrypto'; Number = 1 },
  @{ Rule = 'dotnet4-system-default-tls-wow64'; Path = 'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319'; Name = 'SystemDefaultTlsVersions'; Number = 1 },
  @{ Rule = 'dotnet4-strong-crypto-wow64'; Path = 'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319'; Name = 'SchUseStrongCrypto'; Number = 1 },
  @{ Rule = 'dotnet2-system-default-tls'; Path = 'SOFTWARE\Microsoft\.NETFramework\v2.0.50727'; Name = 'SystemDefaultTlsVersions'; Number = 1 },
  @{ Rule = 'dotnet2-strong-crypto'; Path = 'SOFTWARE\Microsoft\.NETFramework\v2.0.50727'; Name = 'SchUseStrongCrypto'; Number = 1 },
  @{ Rule = 'dotnet2-system-default-tls-wow64'; Path = 'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v2.0.50727'; Name = 'SystemDefaultTlsVersions'; Number = 1 },
  @{ Rule = 'dotnet2-strong-crypto-wow64'; Path = 'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v2.0.50727'; Name = 'SchUseStrongCrypto'; Number = 1 },
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
  @{ Rule = 'schannel-tls10-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Server'; Name = 'Enabled'; Number = 0; ExchangeLines = @{ '6' = ''; '8' = ''; '14' = ''; '15.0' = '15.0.1367.3'; '15.1' = '15.1.1466.3'; '15.2' = '15.2.0.0' } },
  @{ Rule = 'schannel-ssl30-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Client'; Name = 'DisabledByDefault'; Number = 1 },
  @{ Rule = 'schannel-ssl30-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Client'; Name = 'Enabled'; Number = 0 },
  @{ Rule = 'schannel-ssl30-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Server'; Name = 'DisabledByDefault'; Number = 1 },
  @{ Rule = 'schannel-ssl30-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Server'; Name = 'Enabled'; Number = 0 },
  @{ Rule = 'schannel-ssl20-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Client'; Name = 'DisabledByDefault'; Number = 1 },
  @{ Rule = 'schannel-ssl20-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Client'; Name = 'Enabled'; Number = 0 },
  @{ Rule = 'schannel-ssl20-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Server'; Name = 'DisabledByDefault'; Number = 1 },
  @{ Rule = 'schannel-ssl20-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Server'; Name = 'Enabled'; Number = 0 }
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

function Format-Found($Found) {
  if ($Found -eq $null) { 'absent' }
  elseif ($Found -is [int]) { '0x' + $Found.ToString('x') }
  else { 'nu este REG_DWORD' }
}

$differences = @(Get-Difference $values)
if ($differences.Count -eq 0) {
  'mailtls 1.0.0 hardened: ' + 'conform'
  exit 0
}
$texts = @(foreach ($difference in $differences) {
  $difference.Rule + ' ' + $difference.Name + ' ' + (Format-Found $difference.Found) + ' -> 0x' + $difference.Wanted.ToString('x')
})
$text = 'mailtls 1.0.0 hardened: ' + 'neconform' + ' ' + $differences.Count + '/' + $values.Count + ': ' +
  [string]::Join('; ', $texts)
if ($text.Length -gt 2048) { $text = $text.Substring(0, 2045) + '...' }
$text
exit 1
