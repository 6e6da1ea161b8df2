import type { save as english } from '../en/save.ts';

export const save: Readonly<Record<keyof typeof english, string>> = {
  'save.script':
    'Înainte de prima modificare: salvează valorile care ar fi setate, ca fișier .reg care le pune la loc.',
  'save.32-bit': 'Rulați scriptul într-un PowerShell pe 64 de biți: unul pe 32 de biți vede alt registru.',
  'save.kind': 'Nu s-a scris nicio copie de siguranță: această valoare este de un tip care nu poate fi salvat:',
  'save.nothing': 'Pe acest calculator nu s-a salvat nimic, deci nu este nimic de pus la loc:',
  'save.not-imported': 'Valorile salvate nu au putut fi importate:',
};
