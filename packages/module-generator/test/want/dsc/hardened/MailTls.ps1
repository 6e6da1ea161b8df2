# Pentru Desired State Configuration, inclus în Windows. Compilați cu Windows PowerShell 5.1.
# Generat de mailtls din catalogul său 1.0.0, profilul hardened. Generați din nou în loc să modificați.
configuration MailTls {
  param([string[]] $ComputerName = 'localhost', [switch] $Harden)
  Import-DscResource -ModuleName PSDesiredStateConfiguration
  Node $ComputerName {
    <# TLS 1.2 este activat pentru conexiunile pe care le deschide acest server #>
    Registry 'schannel-tls12-client DisabledByDefault' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'
      ValueName = 'DisabledByDefault'
      ValueType = 'Dword'
      ValueData = '0'
      Force = $true
    }
    Registry 'schannel-tls12-client Enabled' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'
      ValueName = 'Enabled'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    <# TLS 1.2 este activat pentru conexiunile pe care le acceptă acest server #>
    Registry 'schannel-tls12-server DisabledByDefault' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server'
      ValueName = 'DisabledByDefault'
      ValueType = 'Dword'
      ValueData = '0'
      Force = $true
    }
    Registry 'schannel-tls12-server Enabled' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server'
      ValueName = 'Enabled'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    <# .NET 4 folosește protocoalele din Windows (64 de biți) #>
    Registry 'dotnet4-system-default-tls SystemDefaultTlsVersions' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\.NETFramework\v4.0.30319'
      ValueName = 'SystemDefaultTlsVersions'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    <# .NET 4 folosește criptografie puternică (64 de biți) #>
    Registry 'dotnet4-strong-crypto SchUseStrongCrypto' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\.NETFramework\v4.0.30319'
      ValueName = 'SchUseStrongCrypto'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    <# .NET 4 folosește protocoalele din Windows (32 de biți) #>
    Registry 'dotnet4-system-default-tls-wow64 SystemDefaultTlsVersions' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319'
      ValueName = 'SystemDefaultTlsVersions'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    <# .NET 4 folosește criptografie puternică (32 de biți) #>
    Registry 'dotnet4-strong-crypto-wow64 SchUseStrongCrypto' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319'
      ValueName = 'SchUseStrongCrypto'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    <# .NET 3.5 folosește protocoalele din Windows (64 de biți) #>
    Registry 'dotnet2-system-default-tls SystemDefaultTlsVersions' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\.NETFramework\v2.0.50727'
      ValueName = 'SystemDefaultTlsVersions'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    <# .NET 3.5 folosește criptografie puternică (64 de biți) #>
    Registry 'dotnet2-strong-crypto SchUseStrongCrypto' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\.NETFramework\v2.0.50727'
      ValueName = 'SchUseStrongCrypto'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    <# .NET 3.5 folosește protocoalele din Windows (32 de biți) #>
    Registry 'dotnet2-system-default-tls-wow64 SystemDefaultTlsVersions' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v2.0.50727'
      ValueName = 'SystemDefaultTlsVersions'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    <# .NET 3.5 folosește criptografie puternică (32 de biți) #>
    Registry 'dotnet2-strong-crypto-wow64 SchUseStrongCrypto' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v2.0.50727'
      ValueName = 'SchUseStrongCrypto'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    Script 'depends on the machine: enable' {
      GetScript = {
$values = @(
  @{ Rule = 'winhttp-tls12'; Path = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'; Name = 'DefaultSecureProtocols'; Bits = 2048; WhenAbsent = 2688; NewerWindows = '10.0.20348.0'; OnNewer = 10240 },
  @{ Rule = 'winhttp-tls12-wow64'; Path = 'SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'; Name = 'DefaultSecureProtocols'; Bits = 2048; WhenAbsent = 2688; NewerWindows = '10.0.20348.0'; OnNewer = 10240 },
  @{ Rule = 'schannel-tls13-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client'; Name = 'DisabledByDefault'; Number = 1; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client'; Name = 'Enabled'; Number = 0; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server'; Name = 'DisabledByDefault'; Number = 1; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server'; Name = 'Enabled'; Number = 0; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' }
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
@{ Result = [string] @(Get-Difference $values).Count }
      }
      TestScript = {
$values = @(
  @{ Rule = 'winhttp-tls12'; Path = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'; Name = 'DefaultSecureProtocols'; Bits = 2048; WhenAbsent = 2688; NewerWindows = '10.0.20348.0'; OnNewer = 10240 },
  @{ Rule = 'winhttp-tls12-wow64'; Path = 'SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'; Name = 'DefaultSecureProtocols'; Bits = 2048; WhenAbsent = 2688; NewerWindows = '10.0.20348.0'; OnNewer = 10240 },
  @{ Rule = 'schannel-tls13-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client'; Name = 'DisabledByDefault'; Number = 1; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client'; Name = 'Enabled'; Number = 0; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server'; Name = 'DisabledByDefault'; Number = 1; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server'; Name = 'Enabled'; Number = 0; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' }
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
@(Get-Difference $values).Count -eq 0
      }
      SetScript = {
$values = @(
  @{ Rule = 'winhttp-tls12'; Path = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'; Name = 'DefaultSecureProtocols'; Bits = 2048; WhenAbsent = 2688; NewerWindows = '10.0.20348.0'; OnNewer = 10240 },
  @{ Rule = 'winhttp-tls12-wow64'; Path = 'SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'; Name = 'DefaultSecureProtocols'; Bits = 2048; WhenAbsent = 2688; NewerWindows = '10.0.20348.0'; OnNewer = 10240 },
  @{ Rule = 'schannel-tls13-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client'; Name = 'DisabledByDefault'; Number = 1; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-client'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client'; Name = 'Enabled'; Number = 0; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server'; Name = 'DisabledByDefault'; Number = 1; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' },
  @{ Rule = 'schannel-tls13-server'; Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server'; Name = 'Enabled'; Number = 0; OlderWindows = '10.0.20348.0'; OlderExchange = '15.2.1748.10' }
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
function Write-WantedNumber($Difference) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey($Difference.Path)
  $key.SetValue($Difference.Name, [int] $Difference.Wanted, 'DWord')
  $key.Close()
}
foreach ($difference in @(Get-Difference $values)) { Write-WantedNumber $difference }
      }
    }

    if ($Harden) {
    <# SSL 3.0 este dezactivat ca client #>
    Registry 'schannel-ssl30-client DisabledByDefault' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Client'
      ValueName = 'DisabledByDefault'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    Registry 'schannel-ssl30-client Enabled' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Client'
      ValueName = 'Enabled'
      ValueType = 'Dword'
      ValueData = '0'
      Force = $true
    }
    <# SSL 3.0 este dezactivat ca server #>
    Registry 'schannel-ssl30-server DisabledByDefault' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Server'
      ValueName = 'DisabledByDefault'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    Registry 'schannel-ssl30-server Enabled' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Server'
      ValueName = 'Enabled'
      ValueType = 'Dword'
      ValueData = '0'
      Force = $true
    }
    <# SSL 2.0 este dezactivat ca client #>
    Registry 'schannel-ssl20-client DisabledByDefault' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Client'
      ValueName = 'DisabledByDefault'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    Registry 'schannel-ssl20-client Enabled' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Client'
      ValueName = 'Enabled'
      ValueType = 'Dword'
      ValueData = '0'
      Force = $true
    }
    <# SSL 2.0 este dezactivat ca server #>
    Registry 'schannel-ssl20-server DisabledByDefault' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Server'
      ValueName = 'DisabledByDefault'
      ValueType = 'Dword'
      ValueData = '1'
      Force = $true
    }
    Registry 'schannel-ssl20-server Enabled' {
      Ensure = 'Present'
      Key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Server'
      ValueName = 'Enabled'
      ValueType = 'Dword'
      ValueData = '0'
      Force = $true
    }
    Script 'depends on the machine: harden' {
      GetScript = {
$values = @(
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
@{ Result = [string] @(Get-Difference $values).Count }
      }
      TestScript = {
$values = @(
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
@(Get-Difference $values).Count -eq 0
      }
      SetScript = {
$values = @(
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
function Write-WantedNumber($Difference) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey($Difference.Path)
  $key.SetValue($Difference.Name, [int] $Difference.Wanted, 'DWord')
  $key.Close()
}
foreach ($difference in @(Get-Difference $values)) { Write-WantedNumber $difference }
      }
    }
    }
  }
}
