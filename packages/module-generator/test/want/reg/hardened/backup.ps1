# Salvează valorile pe care le setează fișierele .reg de lângă acest script, ca fișier .reg care le pune la loc.
# Generat de mailtls din catalogul său 1.0.0, profilul hardened. Generați din nou în loc să modificați.
$ErrorActionPreference = 'Stop'
if ($env:PROCESSOR_ARCHITEW6432) { throw 'Rulați scriptul într-un PowerShell pe 64 de biți: unul pe 32 de biți vede alt registry.' }
$values = @(
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client', 'Enabled'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server', 'Enabled'),
  @('SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SystemDefaultTlsVersions'),
  @('SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto'),
  @('SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319', 'SystemDefaultTlsVersions'),
  @('SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto'),
  @('SOFTWARE\Microsoft\.NETFramework\v2.0.50727', 'SystemDefaultTlsVersions'),
  @('SOFTWARE\Microsoft\.NETFramework\v2.0.50727', 'SchUseStrongCrypto'),
  @('SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v2.0.50727', 'SystemDefaultTlsVersions'),
  @('SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v2.0.50727', 'SchUseStrongCrypto'),
  @('SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp', 'DefaultSecureProtocols'),
  @('SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp', 'DefaultSecureProtocols'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Client', 'Enabled'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.3\Server', 'Enabled'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Client', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Client', 'Enabled'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Server', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\Server', 'Enabled'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Client', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Client', 'Enabled'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Server', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0\Server', 'Enabled'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Client', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Client', 'Enabled'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Server', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 3.0\Server', 'Enabled'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Client', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Client', 'Enabled'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Server', 'DisabledByDefault'),
  @('SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\SSL 2.0\Server', 'Enabled')
)
$folder = [IO.Path]::GetDirectoryName($MyInvocation.MyCommand.Path)
$file = [IO.Path]::Combine($folder, 'undo-' + [Environment]::MachineName + '.reg')
if ([IO.File]::Exists($file)) { throw 'Există deja o copie de siguranță, care nu se suprascrie, fiindcă poate fi singura cu starea dinainte:' + ' ' + $file }

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
    'MultiString' { Format-RegHex 7 ($text.GetBytes([string]::Join([string] [char] 0, $data) + [char] 0 + [char] 0)) }
    default { throw 'Nu s-a scris nicio copie de siguranță: această valoare este de un tip care nu poate fi salvat:' + ' ' + $Key.Name + '\' + $Name }
  }
}

$lines = @('Windows Registry Editor Version 5.00')
foreach ($value in $values) {
  $path, $name = $value
  $data = '-'
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($path)
  if ($key -ne $null) {
    if ($key.GetValueNames() -contains $name) { $data = Format-RegData $key $name }
    $key.Close()
  }
  $lines += '', ('[HKEY_LOCAL_MACHINE\' + $path + ']')
  $lines += '"' + $name.Replace('\', '\\').Replace('"', '\"') + '"=' + $data
}
$newLine = [string] [char] 13 + [char] 10
[IO.File]::WriteAllText($file, [string]::Join($newLine, $lines) + $newLine, [Text.Encoding]::Unicode)
$file
