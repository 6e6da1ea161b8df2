# Înainte de prima modificare: salvează valorile care ar fi setate, ca fișier .reg care le pune la loc.
# Generat de mailtls din catalogul său 1.0.0, profilul hardened. Generați din nou în loc să modificați.
[CmdletBinding(SupportsShouldProcess = $true)]
param([string] $File)
$ErrorActionPreference = 'Stop'
if ($env:PROCESSOR_ARCHITEW6432) { throw 'Rulați scriptul într-un PowerShell pe 64 de biți: unul pe 32 de biți vede alt registru.' }
if (-not $File) {
  # Sent to a machine by Invoke-Command, the script lies in no folder there.
  if ($MyInvocation.MyCommand.Path) { $folder = [IO.Path]::GetDirectoryName($MyInvocation.MyCommand.Path) }
  else { $folder = [IO.Path]::Combine([Environment]::GetFolderPath('ProgramFiles'), 'mailtls') }
  $File = [IO.Path]::Combine($folder, 'undo-' + [Environment]::MachineName + '.reg')
}
$File = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($File)
$values = @(
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'; Name = 'Enabled' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server'; Name = 'Enabled' },
  @{ Path = 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319'; Name = 'SystemDefaultTlsVersions' },
  @{ Path = 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319'; Name = 'SchUseStrongCrypto' },
  @{ Path = 'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319'; Name = 'SystemDefaultTlsVersions' },
  @{ Path = 'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319'; Name = 'SchUseStrongCrypto' },
  @{ Path = 'SOFTWARE\Microsoft\.NETFramework\v2.0.50727'; Name = 'SystemDefaultTlsVersions' },
  @{ Path = 'SOFTWARE\Microsoft\.NETFramework\v2.0.50727'; Name = 'SchUseStrongCrypto' },
  @{ Path = 'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v2.0.50727'; Name = 'SystemDefaultTlsVersions' },
  @{ Path = 'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v2.0.50727'; Name = 'SchUseStrongCrypto' },
  @{ Path = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'; Name = 'DefaultSecureProtocols' },
  @{ Path = 'SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'; Name = 'DefaultSecureProtocols' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client'; Name = 'Enabled' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server'; Name = 'Enabled' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Client'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Client'; Name = 'Enabled' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Server'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Server'; Name = 'Enabled' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Client'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Client'; Name = 'Enabled' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Server'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Server'; Name = 'Enabled' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Client'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Client'; Name = 'Enabled' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Server'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Server'; Name = 'Enabled' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Client'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Client'; Name = 'Enabled' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Server'; Name = 'DisabledByDefault' },
  @{ Path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Server'; Name = 'Enabled' }
)

function Format-RegHex([int] $Type, [byte[]] $Bytes) {
  'hex(' + $Type.ToString('x') + '):' + [BitConverter]::ToString($Bytes).Replace('-', ',').ToLower()
}

function Format-RegData($Key, [string] $Name) {
  $data = $Key.GetValue($Name, $null, 'DoNotExpandEnvironmentNames')
  $text = [Text.Encoding]::Unicode
  switch ([string] $Key.GetValueKind($Name)) {
    'DWord' { 'dword:' + $data.ToString('x8') }
    'QWord' { Format-RegHex 11 ([BitConverter]::GetBytes($data)) }
    'Binary' { Format-RegHex 3 $data }
    'String' { Format-RegHex 1 ($text.GetBytes($data + [char] 0)) }
    'ExpandString' { Format-RegHex 2 ($text.GetBytes($data + [char] 0)) }
    'MultiString' {
      $ended = ''
      foreach ($one in $data) { $ended += $one + [char] 0 }
      Format-RegHex 7 ($text.GetBytes($ended + [char] 0))
    }
  }
}

function Format-RegistryValue([string] $Path, [string] $Name) {
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($Path)
  if ($key -eq $null) { return '-' }
  if ($key.GetValueNames() -contains $Name) { Format-RegData $key $Name } else { '-' }
  $key.Close()
}

function Save-RegistryValue($Values, [string] $File) {
  $newLine = [string] [char] 13 + [char] 10
  $text = 'Windows Registry Editor Version 5.00' + $newLine
  if ([IO.File]::Exists($File)) { $text = [IO.File]::ReadAllText($File) }
  $more = ''
  foreach ($value in $Values) {
    $name = $value.Name.Replace('\', '\\').Replace('"', '\"')
    $place = $newLine + '[HKEY_LOCAL_MACHINE\' + $value.Path + ']' + $newLine + '"' + $name + '"='
    if ($text.Contains($place)) { continue }
    $data = Format-RegistryValue $value.Path $value.Name
    if (-not $data) { throw 'Nu s-a scris nicio copie de siguranță: această valoare este de un tip care nu poate fi salvat:' + ' ' + $value.Path + '\' + $value.Name }
    $more += $place + $data + $newLine
  }
  if (-not $more) { return $false }
  if ($WhatIfPreference) { return $true }
  # Written beside it first: half a file would be taken for all that there was.
  [void] [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($File))
  [IO.File]::WriteAllText($File + '.new', $text + $more, [Text.Encoding]::Unicode)
  if ([IO.File]::Exists($File)) {
    [IO.File]::Replace($File + '.new', $File, $File + '.old')
    [IO.File]::Delete($File + '.old')
  }
  else { [IO.File]::Move($File + '.new', $File) }
  $true
}

[void] (Save-RegistryValue $values $File)
$File
