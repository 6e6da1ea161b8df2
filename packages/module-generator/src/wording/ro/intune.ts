import type { intune as english } from '../en/intune.ts';

export const intune: Readonly<Record<keyof typeof english, string>> = {
  'intune.detect': 'Detectare: se încheie cu 0 unde fiecare valoare este cum trebuie, cu 1 unde vreuna nu este.',
  'intune.remediate':
    'Remediere: salvează valorile așa cum sunt înaintea primei lor modificări, apoi le scrie pe cele care nu sunt cum trebuie. Nu repornește nimic.',
  'intune.undo': 'Pune la loc valorile așa cum erau înainte de prima remediere.',
  'intune.absent': 'absent',
  'intune.other-kind': 'nu este REG_DWORD',
  'intune.compliant': 'conform',
  'intune.not-compliant': 'neconform',
  'intune.written': 'valori scrise, reporniți când traficul de mesaje o permite:',
  'intune.not-written': 'nu este cum trebuie nici după scriere, poate o setează o politică:',
  'intune.readme': `# Setări TLS pentru traficul de mesaje, ca remediere Intune

Pentru calculatoarele administrate de Intune: stații de lucru ale căror programe trimit mesaje. Serverele Exchange sunt rareori
printre ele; pentru acestea vedeți celelalte ținte ale comenzii \`mailtls generate\`. Perechea poate fi folosită și de alte
instrumente care primesc astfel de scripturi, cum este Configuration Manager.

| fișier | ce face |
|---|---|
| \`detect.ps1\` | se încheie cu 0 unde fiecare valoare este cum trebuie, cu 1 unde vreuna nu este, și spune care |
| \`remediate.ps1\` | scrie valorile care nu sunt cum trebuie; se încheie cu 1 dacă vreuna tot nu este așa după aceea |
| \`undo.ps1\` | pune la loc ce era înainte de prima remediere |

## Instalare

Intune cere ca utilizatorii calculatoarelor să aibă o licență Windows Enterprise E3 sau E5 (inclusă în Microsoft 365 F3, E3 și E5),
Windows Education A3 sau A5 (inclusă în Microsoft 365 A3 și A5) ori Windows Virtual Desktop Access (VDA) per utilizator.

În centrul de administrare Intune: **Devices**, **Scripts and remediations**, **Create**. Alegeți \`detect.ps1\` ca script de
detectare și \`remediate.ps1\` ca script de remediere și setați

- **Run this script using the logged-on credentials**: No. Numai sistemul poate scrie aceste valori.
- **Enforce script signature check**: No, dacă nu le semnați dumneavoastră.
- **Run script in 64-bit PowerShell**: Yes. Scripturile refuză să ruleze într-unul pe 32 de biți, care vede alt registru.

Fără scriptul de remediere, perechea doar raportează.

Valorile scrise intră în vigoare de la următoarea repornire. Ieșirea lui \`remediate.ps1\` spune că este nevoie de una;
\`detect.ps1\` nu poate, fiindcă registrul nu spune când a fost setată o valoare: \`conform\` se referă la valori, nu la ce rulează.

Scripturile sunt în ASCII și afișează ASCII, de aceea mesajele lor nu au diacritice: Windows PowerShell citește un fișier fără
marcaj de ordine a octeților în pagina de coduri a calculatorului, iar Intune păstrează cel mult 2.048 de caractere afișate.

## Revenire

Înainte de prima modificare, \`remediate.ps1\` salvează fiecare valoare așa cum este, și pe cele absente, în
\`%ProgramFiles%\\mailtls\\undo.reg\`, unde scriu numai administratorii. Ce conține acest fișier rămâne; o remediere ulterioară,
care setează mai multe, adaugă doar valorile care îi lipsesc. Ștergeți mai întâi atribuirea remedierii, altfel aceasta scrie
valorile din nou; apoi rulați \`undo.ps1\` pe calculatoare, ca script de platformă în PowerShell pe 64 de biți, cu aceleași
setări ca mai sus, sau importați fișierul manual. Ștergeți-l apoi acolo unde valorile vor mai fi setate cândva: ar fi luat drept
starea de dinainte.`,
};
