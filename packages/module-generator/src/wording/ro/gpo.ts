import type { gpo as english } from '../en/gpo.ts';

export const gpo: Readonly<Record<keyof typeof english, string>> = {
  'gpo.enable': 'Setări TLS pentru traficul de mesaje',
  'gpo.harden': 'Protocoale vechi dezactivate',
  'gpo.every': 'Orice versiune Windows care are protocolul',
  'gpo.policies-head': '| politică | pentru |\n|---|---|',
  'gpo.for-every': 'Orice server.',
  'gpo.for-flags':
    'Orice server pe care valoarea lipsește, într-un obiect de politică pentru {windows} și mai nou, și în altul pentru ce este mai vechi.',
  'gpo.choice-older': '{number}: mai vechi decât {windows}',
  'gpo.choice-newer': '{number}: {windows} și mai nou',
  'gpo.choice-every': '{number}: orice versiune Windows',
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

{before}

## Instalare

Copiați \`mailtls.admx\` și cele două foldere în depozitul central al domeniului,
\`\\\\<domeniu>\\SYSVOL\\<domeniu>\\Policies\\PolicyDefinitions\`, sau în \`C:\\Windows\\PolicyDefinitions\` pe calculatorul pe care
editați politicile. Politicile apar la **Computer Configuration**, **Policies**, **Administrative Templates**, **Setări TLS
pentru traficul de mesaje**. Activați-le pe cele dorite, într-un obiect de politică separat:

{policies}

Editorul le marchează ca preferințe, iar filtrul lui le poate ascunde (**Filter Options**, **Managed**: Any): Windows citește
aceste valori din afara cheilor rezervate politicilor, așa că o valoare rămâne când obiectul de politică dispare. Șabloanele
liniilor de bază de securitate Microsoft fac la fel pentru asemenea valori.

Politica de grup nu poate nici adăuga un indicator la cei existenți, nici afla ce Exchange are un calculator. Dați
calculatoarelor care diferă (WinHTTP pe Windows Server 2022 și mai nou; TLS 1.3) obiecte de politică proprii, după unitatea
organizațională sau cu un filtru WMI. Servere cu Windows Server 2022 (build 20348) și mai nou:

\`\`\`sql
SELECT * FROM Win32_OperatingSystem WHERE Version LIKE "10.0.%" AND ProductType > 1 AND BuildNumber >= "20348"
\`\`\`

Servere cu Windows Server 2019 și mai vechi:

\`\`\`sql
SELECT * FROM Win32_OperatingSystem WHERE ProductType > 1 AND (Version LIKE "6.%" OR BuildNumber < "20348")
\`\`\`

\`BuildNumber\` este un text și se compară ca atare, iar astfel 9600 (Windows Server 2012 R2) este mai mare decât 20348: de aceea
primul filtru cere și 10.0, ale cărui builduri au toate cinci cifre pe servere.

## Verificare

\`gpupdate /force\` pe un calculator, apoi \`gpresult /h raport.html\` sau \`mailtls check\`.

## Revenire

Setați politicile la Disabled și așteptați ca toate calculatoarele să preia modificarea: aceasta șterge valorile. Abia apoi
dezlegați sau ștergeți obiectul de politică. Pe calculatoarele care aveau valori înainte, importați după aceea copiile lor:

\`\`\`powershell
Invoke-Command -ComputerName EX01, EX02 { reg import "$env:ProgramFiles\\mailtls\\undo-$env:COMPUTERNAME.reg" }
\`\`\`

Unde \`backup.ps1\` a fost rulat chiar pe server, fișierul se află lângă el. \`reg\` anunță reușita pe fluxul de erori, așa că aceasta
poate apărea cu roșu.`,
};
