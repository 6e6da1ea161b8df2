import type { reg as english } from '../en/reg.ts';

export const reg: Readonly<Record<keyof typeof english, string>> = {
  'reg.undo':
    'Șterge ce setează {file}, orice ar fi fost acolo înainte. Pe un calculator care avea vreuna dintre aceste valori, importați în schimb fișierul scris de backup.ps1.',
  'reg.readme': `# Setări TLS pentru traficul de mesaje, ca fișiere .reg

Pentru servere pe care nu rulează altceva, cum ar fi Windows Server 2008 R2 cu PowerShell 2.0.

{files}

Lângă fiecare se află un fișier cu același nume și terminația \`.undo.reg\`.

## Instalare

Ca administrator, într-o linie de comandă pe 64 de biți, în acest folder:

\`\`\`bat
powershell -NoProfile -ExecutionPolicy Bypass -File backup.ps1
reg import enable.reg
\`\`\`

Prima linie scrie \`undo-<calculator>.reg\` cu starea de acum. Unde există deja unul, adaugă doar valorile
care îi lipsesc. Pe un calculator fără PowerShell, notați ce răspunde \`reg query CHEIE /v NUME\` pentru fiecare valoare din
tabelul de mai jos. Tot așa se vede dacă o valoare lipsește.

Unde valoarea WinHTTP \`DefaultSecureProtocols\` există și îi lipsește 0x800, niciun fișier .reg nu poate adăuga acest indicator
fără să-i suprascrie pe ceilalți: scrieți suma lor cu \`reg add\`.

Pentru mai multe servere deodată, unde acestea primesc comenzi prin PowerShell remoting:

\`\`\`powershell
Invoke-Command -ComputerName EX01, EX02 -FilePath .\\backup.ps1
\`\`\`

Fiecare server are apoi \`undo-<calculator>.reg\` în \`C:\\Program Files\\mailtls\`.

## Verificare

Exportați ce s-a setat și lăsați mailtls să citească exportul, pe orice calculator:

\`\`\`bat
reg export HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL schannel.reg /y
mailtls check --from schannel.reg
\`\`\`

README-ul mailtls enumeră celelalte chei de exportat. Fără mailtls, \`reg query CHEIE /v NUME\` arată fiecare valoare din tabelul de
mai jos.

## Revenire

\`\`\`bat
reg import undo-<calculator>.reg
\`\`\`

Pune la loc fiecare valoare așa cum era, cu tot cu tipul ei, și le șterge pe cele care lipseau. Un fișier .reg scris dinainte nu
poate ști ce avea un calculator: fișierele \`.undo.reg\` șterg valorile și sunt potrivite numai unde niciuna nu era setată
înainte. Cheile create rămân, goale; o cheie goală înseamnă pentru Windows același lucru ca lipsa ei.`,
};
