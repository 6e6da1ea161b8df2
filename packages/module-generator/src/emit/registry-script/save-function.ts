import { quote } from '@mailtls/pwsh-bridge/quote';
import type { Say } from '../../wording/say.ts';

/**
 * `Save-RegistryValue $Values $File` writes a `.reg` file that makes each value what it is now, absent ones included: the
 * exact way back, which no file that is written beforehand can know. For PowerShell 2.0, so without registry views.
 */
export function saveFunction(say: Say): string {
  return `
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
    default { throw ${quote(say('save.kind'))} + ' ' + $Key.Name + '\\' + $Name }
  }
}

function Save-RegistryValue($Values, [string] $File) {
  $lines = @('Windows Registry Editor Version 5.00')
  foreach ($value in $Values) {
    $data = '-'
    $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($value.Path)
    if ($key -ne $null) {
      if ($key.GetValueNames() -contains $value.Name) { $data = Format-RegData $key $value.Name }
      $key.Close()
    }
    $lines += '', ('[HKEY_LOCAL_MACHINE\\' + $value.Path + ']')
    $lines += '"' + $value.Name.Replace('\\', '\\\\').Replace('"', '\\"') + '"=' + $data
  }
  $newLine = [string] [char] 13 + [char] 10
  [IO.File]::WriteAllText($File, [string]::Join($newLine, $lines) + $newLine, [Text.Encoding]::Unicode)
}
`.trim();
}

/** Ends a script that would see another registry than the programs that it is about. */
export function refuse32Bit(say: Say): string {
  return `if ($env:PROCESSOR_ARCHITEW6432) { throw ${quote(say('save.32-bit'))} }`;
}
