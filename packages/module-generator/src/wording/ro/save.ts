import type { save as english } from '../en/save.ts';

export const save: Readonly<Record<keyof typeof english, string>> = {
  'save.script':
    'Înainte de prima modificare: salvează valorile care ar fi setate, ca fișier .reg care le pune la loc.',
  'save.32-bit': 'Rulați scriptul într-un PowerShell pe 64 de biți: unul pe 32 de biți vede alt registru.',
  'save.kind': 'Nu s-a scris nicio copie de siguranță: această valoare este de un tip care nu poate fi salvat:',
  'save.nothing': 'Pe acest calculator nu s-a salvat nimic, deci nu este nimic de pus la loc:',
  'save.not-imported': 'Valorile salvate nu au putut fi importate:',
  'save.readme': `## Înainte

Pe fiecare calculator, ca administrator:

\`\`\`bat
powershell -NoProfile -ExecutionPolicy Bypass -File backup.ps1
\`\`\`

Scrie \`undo-<calculator>.reg\` cu starea de acum. Unde există deja unul, adaugă doar valorile care îi lipsesc.

Pentru mai multe servere deodată, prin PowerShell remoting:

\`\`\`powershell
Invoke-Command -ComputerName EX01, EX02 -FilePath .\\backup.ps1
\`\`\`

Fiecare server are apoi \`undo-<calculator>.reg\` în propriul \`C:\\Program Files\\mailtls\`, unde scriu numai administratorii; comanda
afișează căile. Verificați înainte de a continua că există câte unul pentru fiecare server.`,
};
