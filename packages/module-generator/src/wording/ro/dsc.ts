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

## Înainte

Pe fiecare calculator, ca administrator:

\`\`\`bat
powershell -NoProfile -ExecutionPolicy Bypass -File backup.ps1
\`\`\`

Scrie \`undo-<calculator>.reg\` cu starea de acum. Unde există deja unul, adaugă doar valorile care îi lipsesc.

## DSC inclus în Windows

În Windows PowerShell 5.1:

\`\`\`powershell
. .\\MailTls.ps1
MailTls -ComputerName EX01, EX02 -OutputPath .\\mof
Start-DscConfiguration -Path .\\mof -WhatIf -Wait -Verbose   # arată ce s-ar face
Start-DscConfiguration -Path .\\mof -Wait -Verbose
\`\`\`

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

## Revenire

Îndepărtați configurația, altfel aceasta setează valorile din nou, și puneți la loc ce era:

\`\`\`powershell
Remove-DscConfigurationDocument -Stage Current, Pending, Previous
reg import undo-<calculator>.reg
\`\`\`

Documentele \`.undo\` pentru DSC v3 șterg valorile și sunt potrivite numai unde niciuna nu era setată înainte.`,
};
