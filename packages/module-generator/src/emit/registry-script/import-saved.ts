import { quote } from '@mailtls/pwsh-bridge/quote';
import type { Say } from '../../wording/say.ts';

/** Statements that import the `.reg` file `$File`, and throw where it is not there or could not be imported. */
export function importSaved(say: Say): string {
  return `
if (-not [IO.File]::Exists($File)) { throw ${quote(say('save.nothing'))} + ' ' + $File }
# reg.exe says on the stream of errors that all went well, which some hosts take for an error.
$ErrorActionPreference = 'Continue'
$said = & ([IO.Path]::Combine([Environment]::SystemDirectory, 'reg.exe')) import $File 2>&1
if ($LASTEXITCODE -ne 0) { throw ${quote(say('save.not-imported'))} + ' ' + $File + ' ' + $said }
`.trim();
}
