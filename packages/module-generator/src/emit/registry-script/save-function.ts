import { quote } from '@mailtls/pwsh-bridge/quote';
import type { Say } from '../../wording/say.ts';
import { formatFunctions } from './format-functions.ts';

/**
 * `Save-RegistryValue $Values $File` writes a `.reg` file that makes each value what it is now, absent ones included: the
 * exact way back, which no file that is written beforehand can know. What the file holds already stays, as it is from before
 * the first change; values that it lacks are added, as another profile or catalogue sets more. Gives whether there were any.
 * With `-WhatIf` nothing is written. For PowerShell 2.0.
 */
export function saveFunction(say: Say): string {
  return `
${formatFunctions}

function Save-RegistryValue($Values, [string] $File) {
  $newLine = [string] [char] 13 + [char] 10
  $text = 'Windows Registry Editor Version 5.00' + $newLine
  if ([IO.File]::Exists($File)) { $text = [IO.File]::ReadAllText($File) }
  $more = ''
  foreach ($value in $Values) {
    $name = $value.Name.Replace('\\', '\\\\').Replace('"', '\\"')
    $place = $newLine + '[HKEY_LOCAL_MACHINE\\' + $value.Path + ']' + $newLine + '"' + $name + '"='
    if ($text.Contains($place)) { continue }
    $data = Format-RegistryValue $value.Path $value.Name
    if (-not $data) { throw ${quote(say('save.kind'))} + ' ' + $value.Path + '\\' + $value.Name }
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
`.trim();
}

/** Ends a script that would see another registry than the programs that it is about. */
export function refuse32Bit(say: Say): string {
  return `if ($env:PROCESSOR_ARCHITEW6432) { throw ${quote(say('save.32-bit'))} }`;
}
