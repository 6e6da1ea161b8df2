import type { Model } from '../../model/model.ts';
import type { OutputFile } from '../../output-file.ts';
import { oneLine } from '../../quote/one-line.ts';
import type { Say } from '../../wording/say.ts';
import { generatedFrom } from '../readme.ts';
import { formatFunctions } from '../registry-script/format-functions.ts';
import { assertSaved, importSaved } from '../registry-script/import-saved.ts';
import { readFunctions } from '../registry-script/read-functions.ts';
import { refuse32Bit } from '../registry-script/save-function.ts';
import { dependsOnMachine, ruledValues, valueTable } from '../registry-script/value-table.ts';

/**
 * Finds out what a machine wants of the values that depend on it, in the order of the model: a list of numbers in hexadecimal,
 * with nothing for a value that is not wanted there. It only reads, and so also runs in check mode.
 */
export function wantedScript(model: Model, say: Say): OutputFile {
  return {
    path: 'files/wanted.ps1',
    format: 'utf8',
    text: `# ${oneLine(say('ansible.wanted'))}
# ${oneLine(generatedFrom(model, say))}
[CmdletBinding(SupportsShouldProcess = $true)]
param()
$ErrorActionPreference = 'Stop'
${refuse32Bit(say)}
$values = ${valueTable(ruledValues(model).filter(dependsOnMachine))}

${readFunctions}

$windows = Get-WindowsBuild
$exchange = Get-ExchangeBuild
$Ansible.Changed = $false
$Ansible.Result = @(foreach ($value in $values) {
  $number = Get-WantedNumber $value (Read-RegistryValue $value.Path $value.Name) $windows $exchange
  if ($number -eq $null) { '' } else { '0x' + $number.ToString('x8') }
})
`,
  };
}

/** Imports what was saved before the first change, where the machine is not like that already. In check mode it only looks. */
export function undoScript(model: Model, say: Say): OutputFile {
  return {
    path: 'files/undo.ps1',
    format: 'utf8',
    text: `# ${oneLine(say('ansible.undo-tasks'))}
# ${oneLine(generatedFrom(model, say))}
[CmdletBinding(SupportsShouldProcess = $true)]
param([string] $File)
$ErrorActionPreference = 'Stop'
${refuse32Bit(say)}
${assertSaved(say)}

${formatFunctions}

$saved = [regex]'(?m)^\\[HKEY_LOCAL_MACHINE\\\\(.+)\\]\\r\\n"(.+)"=(.+?)\\r$'
$values = $saved.Matches([IO.File]::ReadAllText($File))
# A file that someone else wrote is imported unseen.
$Ansible.Changed = $values.Count -eq 0
foreach ($value in $values) {
  $name = [regex]::Replace($value.Groups[2].Value, '\\\\(.)', '$1')
  if ((Format-RegistryValue $value.Groups[1].Value $name) -ne $value.Groups[3].Value) { $Ansible.Changed = $true }
}
if ($WhatIfPreference -or -not $Ansible.Changed) { return }
${importSaved(say)}
`,
  };
}
