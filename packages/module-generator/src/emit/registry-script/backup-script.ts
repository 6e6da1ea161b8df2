import type { Model } from '../../model/model.ts';
import type { OutputFile } from '../../output-file.ts';
import { asciiLiteral } from '../../quote/ascii-literal.ts';
import { oneLine } from '../../quote/one-line.ts';
import type { Say } from '../../wording/say.ts';
import { generatedFrom } from '../readme.ts';
import { refuse32Bit, saveFunction } from './save-function.ts';
import { pathInHive, ruledValues } from './value-table.ts';

/** Where a script lies, and in which format. */
type Place = Pick<OutputFile, 'path' | 'format'>;

/**
 * A script for before the first change, for PowerShell 2.0: saves every value that a model wants, as it is, in a `.reg` file.
 *
 * @param tell takes the expression that saves, and says what was done
 */
export function backupScript(
  model: Model,
  say: Say,
  { path, format }: Place = { path: 'backup.ps1', format: 'windows' },
  tell = (saved: string): string => `[void] (${saved})\n$File`,
): OutputFile {
  const places = ruledValues(model).map(
    ({ path, name }) => `  @{ Path = ${asciiLiteral(pathInHive(path))}; Name = ${asciiLiteral(name)} }`,
  );
  return {
    path,
    format,
    text: `# ${oneLine(say('save.script'))}
# ${oneLine(generatedFrom(model, say))}
[CmdletBinding(SupportsShouldProcess = $true)]
param([string] $File)
$ErrorActionPreference = 'Stop'
${refuse32Bit(say)}
if (-not $File) {
  # Sent to a machine by Invoke-Command, the script lies in no folder there.
  if ($MyInvocation.MyCommand.Path) { $folder = [IO.Path]::GetDirectoryName($MyInvocation.MyCommand.Path) }
  else { $folder = [IO.Path]::Combine([Environment]::GetFolderPath('ProgramFiles'), 'mailtls') }
  $File = [IO.Path]::Combine($folder, 'undo-' + [Environment]::MachineName + '.reg')
}
$File = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($File)
$values = @(
${places.join(',\n')}
)

${saveFunction(say)}

${tell('Save-RegistryValue $values $File')}
`,
  };
}
