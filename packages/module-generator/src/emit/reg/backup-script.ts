import { quote } from '@mailtls/pwsh-bridge/quote';
import type { Model } from '../../model/model.ts';
import type { OutputFile } from '../../output-file.ts';
import { oneLine } from '../../quote/one-line.ts';
import type { Say } from '../../wording/say.ts';
import { generatedFrom } from '../readme.ts';

/**
 * A script that writes a `.reg` file with every value as it is now, absent ones as deletions: the exact way back, which no
 * file that is written beforehand can know. For PowerShell 2.0, so neither registry views nor `$PSScriptRoot`.
 */
export function backupScript(model: Model, say: Say): OutputFile {
  const values = model.rules.flatMap(({ values }) => values);
  return {
    path: 'backup.ps1',
    format: 'windows',
    text: `# ${oneLine(say('reg.backup'))}
# ${oneLine(generatedFrom(model, say))}
$ErrorActionPreference = 'Stop'
if ($env:PROCESSOR_ARCHITEW6432) { throw ${quote(say('reg.backup-32-bit'))} }
$values = @(
${values.map(({ path, name }) => `  @(${quote(path.slice('HKLM\\'.length))}, ${quote(name)})`).join(',\n')}
)
$folder = [IO.Path]::GetDirectoryName($MyInvocation.MyCommand.Path)
$file = [IO.Path]::Combine($folder, 'undo-' + [Environment]::MachineName + '.reg')
if ([IO.File]::Exists($file)) { throw ${quote(say('reg.backup-exists'))} + ' ' + $file }

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
    default { throw ${quote(say('reg.backup-kind'))} + ' ' + $Key.Name + '\\' + $Name }
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
  $lines += '', ('[HKEY_LOCAL_MACHINE\\' + $path + ']')
  $lines += '"' + $name.Replace('\\', '\\\\').Replace('"', '\\"') + '"=' + $data
}
$newLine = [string] [char] 13 + [char] 10
[IO.File]::WriteAllText($file, [string]::Join($newLine, $lines) + $newLine, [Text.Encoding]::Unicode)
$file
`,
  };
}
