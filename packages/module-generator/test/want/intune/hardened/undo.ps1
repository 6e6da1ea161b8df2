# Pune la loc valorile asa cum erau inainte de prima remediere.
# Generat de mailtls din catalogul sau 1.0.0, profilul hardened. Generati din nou in loc sa modificati.
$ErrorActionPreference = 'Stop'
if ($env:PROCESSOR_ARCHITEW6432) { throw 'Rulati scriptul intr-un PowerShell pe 64 de biti: unul pe 32 de biti vede alt registru.' }
$file = [IO.Path]::Combine([Environment]::GetFolderPath('ProgramFiles'), 'mailtls', 'undo.reg')
if (-not [IO.File]::Exists($file)) { throw 'Pe acest calculator nu s-a salvat nimic, deci nu este nimic de pus la loc:' + ' ' + $file }
& ([IO.Path]::Combine([Environment]::SystemDirectory, 'reg.exe')) import $file
exit $LASTEXITCODE
