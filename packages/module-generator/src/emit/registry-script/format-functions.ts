/**
 * `Format-RegistryValue $Path $Name` gives a value of the machine as it is now, in the words of a `.reg` file: `-` for one
 * that is absent, nothing for one of a kind that cannot be saved. For PowerShell 2.0, so without registry views.
 */
export const formatFunctions: string = `
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
`.trim();
