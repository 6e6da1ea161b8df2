import { quote } from '@mailtls/pwsh-bridge/quote';
import type { Say } from '../../wording/say.ts';

/** A statement that throws where the `.reg` file `$File` is not there. */
export function assertSaved(say: Say): string {
  return `if (-not [IO.File]::Exists($File)) { throw ${quote(say('save.nothing'))} + ' ' + $File }`;
}

/** Statements that import the `.reg` file `$File`, and throw where that fails. */
export function importSaved(say: Say): string {
  return `
# reg.exe says on the stream of errors that all went well, which some hosts take for an error.
$ErrorActionPreference = 'Continue'
$said = & ([IO.Path]::Combine([Environment]::SystemDirectory, 'reg.exe')) import $File 2>&1
if ($LASTEXITCODE -ne 0) { throw ${quote(say('save.not-imported'))} + ' ' + $File + ' ' + $said }
`.trim();
}
