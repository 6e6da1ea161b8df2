import type { Language } from '@mailtls/core';
import { quote } from '@mailtls/pwsh-bridge/quote';
import type { Model } from '../model/model.ts';
import type { OutputFile } from '../output-file.ts';
import { oneLine } from '../quote/one-line.ts';
import { asciiWords, type Say, sayIn } from '../wording/say.ts';
import { generatedFrom, readmes } from './readme.ts';
import { assertSaved, importSaved } from './registry-script/import-saved.ts';
import { readFunctions, writeFunction } from './registry-script/read-functions.ts';
import { refuse32Bit, saveFunction } from './registry-script/save-function.ts';
import { ruledValues, valueTable } from './registry-script/value-table.ts';

/** What Intune keeps of a script's output, in characters. */
const OUTPUT_LIMIT = 2048;

/**
 * Where the values are saved before the first change; the same for each run, so that the first one stays. Only administrators
 * write there: what is imported by the system must not be anyone else's.
 */
const UNDO_FILE = "[IO.Path]::Combine([Environment]::GetFolderPath('ProgramFiles'), 'mailtls', 'undo.reg')";

/**
 * A pair of scripts for Intune's remediations: one that detects (exit 0 as wanted, 1 not), one that remediates, and a third
 * that undoes. In ASCII, as Windows PowerShell takes a file without a byte order mark for ANSI, Intune asks for one without,
 * and what a script prints goes through the console's code page.
 */
export function intune(model: Model, language: Language): readonly OutputFile[] {
  const say = asciiWords(sayIn(language));
  const script = (path: string, purpose: string, body: string): OutputFile => ({
    path,
    format: 'utf8',
    text: `# ${oneLine(purpose)}
# ${oneLine(generatedFrom(model, say))}
$ErrorActionPreference = 'Stop'
${refuse32Bit(say)}
${body.trim()}
`,
  });
  const values = `$values = ${valueTable(ruledValues(model))}`;
  const head = quote(`mailtls ${model.catalogueVersion} ${model.profile}: `);
  return [
    script('detect.ps1', say('intune.detect'), detectBody(values, head, say)),
    script('remediate.ps1', say('intune.remediate'), remediateBody(values, head, say)),
    script('undo.ps1', say('intune.undo'), undoBody(say)),
    ...readmes(model, (inLanguage) => inLanguage('intune.readme')),
  ];
}

function detectBody(values: string, head: string, say: Say): string {
  return `
${values}

${readFunctions}

function Format-Found($Found) {
  if ($Found -eq $null) { ${quote(say('intune.absent'))} }
  elseif ($Found -is [int]) { '0x' + $Found.ToString('x') }
  else { ${quote(say('intune.other-kind'))} }
}

$differences = @(Get-Difference $values)
if ($differences.Count -eq 0) {
  ${head} + ${quote(say('intune.compliant'))}
  exit 0
}
$texts = @(foreach ($difference in $differences) {
  $difference.Rule + ' ' + $difference.Name + ' ' + (Format-Found $difference.Found) + ' -> 0x' + $difference.Wanted.ToString('x')
})
$text = ${head} + ${quote(say('intune.not-compliant'))} + ' ' + $differences.Count + '/' + $values.Count + ': ' +
  [string]::Join('; ', $texts)
if ($text.Length -gt ${OUTPUT_LIMIT}) { $text = $text.Substring(0, ${OUTPUT_LIMIT - 3}) + '...' }
$text
exit 1
`;
}

function remediateBody(values: string, head: string, say: Say): string {
  return `
${values}

${readFunctions}

${writeFunction}

${saveFunction(say)}

$file = ${UNDO_FILE}
[void] (Save-RegistryValue $values $file)
$differences = @(Get-Difference $values)
foreach ($difference in $differences) { Write-WantedNumber $difference }
$left = @(Get-Difference $values)
if ($left.Count -gt 0) {
  ${head} + ${quote(say('intune.not-written'))} + ' ' + $left[0].Path + ' ' + $left[0].Name
  exit 1
}
${head} + ${quote(say('intune.written'))} + ' ' + $differences.Count
exit 0
`;
}

function undoBody(say: Say): string {
  return `
$file = ${UNDO_FILE}
${assertSaved(say)}
${importSaved(say)}
exit 0
`;
}
