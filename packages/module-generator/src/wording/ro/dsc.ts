import type { dsc as english } from '../en/dsc.ts';

export const dsc: Readonly<Record<keyof typeof english, string>> = {
  'dsc.configuration': 'Pentru Desired State Configuration, inclus în Windows. Compilați cu Windows PowerShell 5.1.',
  'dsc.undo':
    'Șterge ce setează {file}, orice ar fi fost acolo înainte. Pe un calculator care avea vreuna dintre aceste valori, importați în schimb fișierul scris de backup.ps1.',
  'dsc.readme': `# Setări TLS pentru traficul de mesaje, pentru Desired State Configuration

| fișier | pentru |
|---|---|
| \`MailTls.ps1\` | DSC inclus în Windows (4.0 sau mai nou pe calculator) |
| \`v3/*.dsc.config.yaml\` | DSC v3 |
| \`backup.ps1\` | salvează valorile așa cum sunt, înainte de prima modificare |

{before}

## DSC inclus în Windows

**Un calculator are o singură configurație curentă.** \`Start-DscConfiguration\` o pune pe aceasta în locul oricăreia existente, iar
îndepărtarea ei ulterioară lasă calculatorul fără niciuna. Întrebați deci întâi fiecare server:

\`\`\`powershell
Get-DscConfiguration -CimSession EX01, EX02   # "Current configuration does not exist": serverul nu are niciuna
\`\`\`

Unde un server nu are niciuna, în Windows PowerShell 5.1:

\`\`\`powershell
. .\\MailTls.ps1
MailTls -ComputerName EX01, EX02 -OutputPath .\\mof
Start-DscConfiguration -Path .\\mof -WhatIf -Wait -Verbose   # arată ce s-ar face
Start-DscConfiguration -Path .\\mof -Wait -Verbose
\`\`\`

Unde are una, cum ar fi o linie de bază de securitate, preluați resursele în aceea: copiați ce se află în \`Node $ComputerName { … }\`
din \`MailTls.ps1\`, adică blocurile \`Registry\` și \`Script\`, în blocul \`Node\` al configurației proprii, lângă
\`Import-DscResource -ModuleName PSDesiredStateConfiguration\`, și distribuiți-o ca de obicei. La fel pentru un server de tip pull.

Cu profilul \`hardened\`, configurația are și \`-Harden\`, care dezactivează protocoalele vechi; fără el acestea rămân neatinse. Ce
depinde de calculator (indicatorii WinHTTP, TLS 1.3) se decide pe calculator: indicatorii se adaugă la cei existenți. Nimic nu
repornește calculatorul.

## DSC v3

Resursa sa de registru setează o valoare întreagă, așa că valorile sunt grupate după locul în care pot fi setate:

{files}

\`\`\`powershell
dsc config test --file v3/enable.dsc.config.yaml
dsc config set --what-if --file v3/enable.dsc.config.yaml
dsc config set --file v3/enable.dsc.config.yaml
\`\`\`

Documentația Microsoft numește resursa \`Microsoft.Windows/Registry\` o demonstrație care nu este pentru producție: încercați-o mai
întâi pe un calculator de test sau folosiți DSC inclus în Windows.

## Verificare

Înainte de repornire și după ea:

\`\`\`powershell
Test-DscConfiguration -CimSession EX01, EX02 -Detailed   # InDesiredState este True, ResourcesNotInDesiredState este gol
dsc config test --file v3/enable.dsc.config.yaml         # inDesiredState este true pentru fiecare resursă
\`\`\`

\`mailtls check\` pe un server sau \`mailtls check --from\` cu exporturi ale registrului său judecă ce face Windows din valori.

## Revenire

Îndepărtați configurația, altfel aceasta setează valorile din nou, și puneți la loc ce era. Unde serverul nu avea altă
configurație:

\`\`\`powershell
foreach ($stage in 'Current', 'Pending', 'Previous') {
  Remove-DscConfigurationDocument -Stage $stage -CimSession EX01, EX02   # fără -CimSession: acest calculator
}
Invoke-Command -ComputerName EX01, EX02 { reg import "$env:ProgramFiles\\mailtls\\undo-$env:COMPUTERNAME.reg" }
\`\`\`

Unde resursele au fost preluate în configurația proprie, scoateți-le de acolo, distribuiți-o și importați apoi copiile. Unde
\`backup.ps1\` a fost rulat chiar pe server, fișierul se află lângă el. \`reg\` anunță reușita pe fluxul de erori, așa că aceasta poate apărea cu roșu.

Documentele \`.undo\` pentru DSC v3 șterg valorile și sunt potrivite numai unde niciuna nu era setată înainte.`,
};
