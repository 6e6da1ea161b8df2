import type { gpo as english } from '../en/gpo.ts';

export const gpo: Readonly<Record<keyof typeof english, string>> = {
  'gpo.enable': 'Setări TLS pentru traficul de mesaje',
  'gpo.harden': 'Protocoale vechi dezactivate',
  'gpo.every': 'Orice versiune Windows care are protocolul',
  'gpo.others': 'Orice altă versiune Windows: {number}',
  'gpo.help':
    'Activată: valorile sunt scrise. Dezactivată: valorile sunt șterse și rămâne setarea implicită a Windows. Neconfigurată: nimic nu este atins, iar ce a fost scris rămâne.',
  'gpo.help-flags':
    'Numărul ia locul indicatorilor existenți. Alegeți-l după versiunea Windows a calculatoarelor și lăsați deoparte calculatoarele pe care sunt setați alți indicatori.',
  'gpo.readme': `# Setări TLS pentru traficul de mesaje, ca șablon administrativ pentru politica de grup

| fișier | ce este |
|---|---|
| \`mailtls.admx\` | șablonul |
| \`en-US/mailtls.adml\`, \`ro-RO/mailtls.adml\` | textele lui în engleză și română |
| \`backup.ps1\` | salvează valorile unui calculator așa cum sunt, înainte de prima modificare |

## Înainte

Pe fiecare calculator, ca administrator:

\`\`\`bat
powershell -NoProfile -ExecutionPolicy Bypass -File backup.ps1
\`\`\`

Scrie \`undo-<calculator>.reg\` cu starea de acum. Unde există deja unul, adaugă doar valorile care îi lipsesc.

## Instalare

Copiați \`mailtls.admx\` și cele două foldere în depozitul central al domeniului,
\`\\\\<domeniu>\\SYSVOL\\<domeniu>\\Policies\\PolicyDefinitions\`, sau în \`C:\\Windows\\PolicyDefinitions\` pe calculatorul pe care
editați politicile. Politicile apar la **Computer Configuration**, **Policies**, **Administrative Templates**, **Setări TLS
pentru traficul de mesaje**. Activați-le pe cele dorite, într-un obiect de politică separat.

Editorul le marchează ca preferințe, iar filtrul lui le poate ascunde (**Filter Options**, **Managed**: Any): Windows citește
aceste valori din afara cheilor rezervate politicilor, așa că o valoare rămâne când obiectul de politică dispare. Șabloanele
liniilor de bază de securitate Microsoft fac la fel pentru asemenea valori.

Politica de grup nu poate nici adăuga un indicator la cei existenți, nici afla ce Exchange are un calculator. Dați
calculatoarelor care diferă (WinHTTP pe Windows Server 2022 și mai nou; TLS 1.3) obiecte de politică proprii, după unitatea
organizațională sau cu un filtru WMI precum \`SELECT * FROM Win32_OperatingSystem WHERE BuildNumber >= 20348\`.

## Verificare

\`gpupdate /force\` pe un calculator, apoi \`gpresult /h raport.html\` sau \`mailtls check\`.

## Revenire

Setați politicile la Disabled și așteptați ca toate calculatoarele să preia modificarea: aceasta șterge valorile. Abia apoi
dezlegați sau ștergeți obiectul de politică. Pe un calculator care avea valori înainte, importați după aceea copia lui:

\`\`\`bat
reg import undo-<calculator>.reg
\`\`\``,
};
