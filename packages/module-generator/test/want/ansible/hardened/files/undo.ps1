# Pune la loc valorile asa cum erau inainte de prima modificare.
# Generat de mailtls din catalogul sau 1.0.0, profilul hardened. Generati din nou in loc sa modificati.
param([string] $File)
$ErrorActionPreference = 'Stop'
if ($env:PROCESSOR_ARCHITEW6432) { throw 'Rulati scriptul intr-un PowerShell pe 64 de biti: unul pe 32 de biti vede alt registru.' }
if (-not [IO.File]::Exists($File)) { throw 'Pe acest calculator nu s-a salvat nimic, deci nu este nimic de pus la loc:' + ' ' + $File }
# reg.exe says on the stream of errors that all went well, which some hosts take for an error.
$ErrorActionPreference = 'Continue'
$said = & ([IO.Path]::Combine([Environment]::SystemDirectory, 'reg.exe')) import $File 2>&1
if ($LASTEXITCODE -ne 0) { throw 'Valorile salvate nu au putut fi importate:' + ' ' + $File + ' ' + $said }
