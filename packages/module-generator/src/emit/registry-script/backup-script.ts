import { quote } from '@mailtls/pwsh-bridge/quote';
import type { Model } from '../../model/model.ts';
import type { FileFormat, OutputFile } from '../../output-file.ts';
import { asciiLiteral } from '../../quote/ascii-literal.ts';
import { oneLine } from '../../quote/one-line.ts';
import type { Say } from '../../wording/say.ts';
import { generatedFrom } from '../readme.ts';
import { refuse32Bit, saveFunction } from './save-function.ts';
import { pathInHive, ruledValues } from './value-table.ts';

/** A script for before the first change, for PowerShell 2.0: saves every value that a model wants, as it is, in a `.reg` file. */
export function backupScript(model: Model, say: Say, path = 'backup.ps1', format: FileFormat = 'windows'): OutputFile {
  const places = ruledValues(model).map(
    ({ path, name }) => `  @{ Path = ${asciiLiteral(pathInHive(path))}; Name = ${asciiLiteral(name)} }`,
  );
  return {
    path,
    format,
    text: `# ${oneLine(say('save.script'))}
# ${oneLine(generatedFrom(model, say))}
param([string] $File)
$ErrorActionPreference = 'Stop'
${refuse32Bit(say)}
if (-not $File) {
  $folder = [IO.Path]::GetDirectoryName($MyInvocation.MyCommand.Path)
  $File = [IO.Path]::Combine($folder, 'undo-' + [Environment]::MachineName + '.reg')
}
if ([IO.File]::Exists($File)) { throw ${quote(say('save.exists'))} + ' ' + $File }
$values = @(
${places.join(',\n')}
)

${saveFunction(say)}

[void] [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName([IO.Path]::GetFullPath($File)))
Save-RegistryValue $values $File
$File
`,
  };
}
