import type { powershell as en } from '../en/powershell.ts';

/** The same in Romanian. */
export const powershell: Readonly<Record<keyof typeof en, string>> = {
  'powershell.readme': `# MailTls

Un modul PowerShell care găsește, verifică și repară ceea ce ține la TLS 1.0 sau 1.1 corespondența dintre serverele Exchange și
Office 365. Rulează chiar pe servere: pe Windows PowerShell 3.0 până la 5.1, așa cum vine cu Windows Server 2012 și mai nou, și pe
PowerShell 7. Nu are nevoie de nimic altceva, nu trimite nimic nicăieri și nu repornește nimic.

Pentru Windows Server 2008 R2 cu al său PowerShell 2.0, \`mailtls generate reg\` produce fișiere .reg.

## Instalare

Copiați folderul \`MailTls\` într-unul dintre folderele numite de \`$env:PSModulePath\`. Pentru toți utilizatorii unui server:

\`\`\`powershell
Copy-Item MailTls 'C:\\Program Files\\WindowsPowerShell\\Modules' -Recurse
\`\`\`

Windows Server 2012 cu PowerShell 3.0 nu are de la sine un astfel de folder; acolo modulul se pune în
\`C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\Modules\`. Pentru PowerShell 7 folderul este \`C:\\Program Files\\PowerShell\\Modules\`.

La o versiune nouă, ștergeți întâi folderul vechi, ca să nu rămână niciun fișier din el, și porniți apoi un PowerShell nou:

\`\`\`powershell
Remove-Item 'C:\\Program Files\\WindowsPowerShell\\Modules\\MailTls' -Recurse
Copy-Item MailTls 'C:\\Program Files\\WindowsPowerShell\\Modules' -Recurse
\`\`\`

De la Windows PowerShell 5.0, versiunile pot sta și una lângă alta: copiați ce conține folderul \`MailTls\` în
\`…\\Modules\\MailTls\\<versiune>\`, după \`ModuleVersion\` din \`MailTls.psd1\`; se încarcă cea mai nouă. Jurnalele versiunilor vechi rămân
valabile.

Windows trebuie să permită scripturile de pe discul propriu (\`RemoteSigned\`, implicit de la Windows Server 2012 R2):

\`\`\`powershell
Get-ExecutionPolicy
Set-ExecutionPolicy RemoteSigned          # o dată, ca administrator, unde apare Restricted
Get-ChildItem MailTls -Recurse | Unblock-File   # dacă fișierele au venit de pe internet
\`\`\`

Unde politica cere semnături (\`AllSigned\`), semnați fișierele cu un certificat propriu. În Constrained Language Mode modulul nu
rulează decât dacă este de încredere. Vorbește românește unde o face și Windows, altfel englezește;
\`Import-Module MailTls -ArgumentList ro-RO\` alege limba.

## Utilizare

| comanda | ce face |
|---|---|
| \`Test-MailTls\` | judecă acest server: protocoalele pe roluri și ce este greșit, ce nu se poate ști, ce ține de o valoare implicită |
| \`Repair-MailTls\` | scrie ce repară, după ce a întrebat și după ce pe disc există un jurnal al reparației |
| \`Undo-MailTls\` | repune exact ce a schimbat o reparație |
| \`Find-MailTlsError\` | recunoaște erorile din jurnale, cozi, evenimente și rapoarte de nelivrare |
| \`Get-MailTlsRule\` | listează regulile și rostul lor |

\`\`\`powershell
Test-MailTls                                   # profilul exchange
(Test-MailTls -Profile hardened).Findings | Where-Object { $_.Severity -eq 'error' }
Repair-MailTls -Profile exchange -WhatIf       # arată ce s-ar scrie
Repair-MailTls -Profile exchange               # întreabă pentru fiecare valoare
Get-Queue | Find-MailTlsError                  # în Exchange Management Shell
Get-ChildItem "$env:ExchangeInstallPath\\TransportRoles\\Logs" -Recurse -Include *.LOG | Find-MailTlsError
Invoke-Command -ComputerName EX01, EX02 { Test-MailTls }   # pe servere care au modulul
\`\`\`

\`Get-Help Test-MailTls -Full\` și \`Get-Help about_MailTls\` spun restul.

Fără \`-Profile\`, \`Test-MailTls\` se uită la \`exchange\`, iar \`Repair-MailTls\` scrie \`mailflow\`, adică TLS 1.2 din SCHANNEL: a privi
mai mult decât se scrie nu strică nimănui, pe când invers s-ar scrie mai mult decât s-a privit. Numiți deci la amândouă același
profil.

\`Repair-MailTls\` are nevoie de un PowerShell pe 64 de biți, pornit ca administrator. Nu șterge niciodată o valoare sau o cheie și
creează doar cheile care lipsesc. Profilul \`hardened\` oprește protocoalele vechi, ceea ce poate întrerupe conexiuni: folosiți-l la
reparație abia după ce toți partenerii vorbesc TLS 1.2.

## Anulare

\`\`\`powershell
Undo-MailTls -WhatIf
Undo-MailTls
\`\`\`

Fiecare reparație scrie, înainte de prima modificare, un jurnal al ei în \`%ProgramData%\\mailtls\\journal\\<calculator>\`, iar lângă el un
fișier .reg cu ce era acolo. \`Undo-MailTls\` îl ia pe cel mai nou care nu este încă anulat sau pe cel care îi este dat. Refuză dacă
altceva a modificat între timp una dintre valori, în afară de cazul în care se dă \`-Force\`. \`mailtls undo\` citește aceleași jurnale.

Pentru a elimina modulul, ștergeți-i folderul. Jurnalele reparațiilor rămân.

## Ce nu este verificat

Modulul a fost rulat pe motorul PowerShell adevărat, versiunea 7, pe un registru Windows sub Wine. Windows PowerShell 3.0 până la
5.1 nu a putut fi rulat: că nu cere nimic mai nou decât 3.0 și .NET Framework 4.0 s-a verificat în arborele său sintactic, față de
ansamblurile de referință ale .NET 4.0 și de cmdleturile documentate. Încercați-l deci întâi pe un singur server, cu \`-WhatIf\`.`,
  'powershell.rules': 'Reguli',
  'powershell.rules-head': '| regula | de la profilul | cere |\n|---|---|---|',
  'powershell.generated-from':
    'Generat de mailtls din catalogul său {version}. Generați-l din nou în loc să îl modificați.',
};
