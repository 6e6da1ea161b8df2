# Pune la loc valorile asa cum erau inainte de prima modificare.
# Generat de mailtls din catalogul sau 1.0.0, profilul hardened. Generati din nou in loc sa modificati.
[CmdletBinding(SupportsShouldProcess = $true)]
param([string] $File)
$ErrorActionPreference = 'Stop'
if ($env:PROCESSOR_ARCHITEW6432) { throw 'Rulati scriptul intr-un PowerShell pe 64 de biti: unul pe 32 de biti vede alt registru.' }
if (-not [IO.File]::Exists($File)) { throw 'Pe acest calculator nu s-a salvat nimic, deci nu este nimic de pus la loc:' + ' ' + $File }

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

$saved = [regex]'(?m)^\[HKEY_LOCAL_MACHINE\\(.+)\]\r\n"(.+)"=(.+?)\r$'
$values = $saved.Matches([IO.File]::ReadAllText($File))
# A file that someone else wrote is imported unseen.
$Ansible.Changed = $values.Count -eq 0
foreach ($value in $values) {
  $name = [regex]::Replace($value.Groups[2].Value, '\\(.)', '$1')
  if ((Format-RegistryValue $value.Groups[1].Value $name) -ne $value.Groups[3].Value) { $Ansible.Changed = $true }
}
if ($WhatIfPreference -or -not $Ansible.Changed) { return }
# reg.exe says on the stream of errors that all went well, which some hosts take for an error.
$ErrorActionPreference = 'Continue'
$said = & ([IO.Path]::Combine([Environment]::SystemDirectory, 'reg.exe')) import $File 2>&1
if ($LASTEXITCODE -ne 0) { throw 'Valorile salvate nu au putut fi importate:' + ' ' + $File + ' ' + $said }
