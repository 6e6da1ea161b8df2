import type { readme as english } from '../en/readme.ts';

export const readme: Readonly<Record<keyof typeof english, string>> = {
  'generated-from':
    'Generat de mailtls din catalogul său {version}, profilul {profile}. Generați din nou în loc să modificați.',
  'readme.sets': 'Ce setează',
  'readme.sets-head': '| regulă | cheie de registru | valoare | număr |\n|---|---|---|---|',
  'readme.sets-more':
    'Toate sunt de tipul REG_DWORD. Se setează oricare ar fi valoarea implicită a versiunii Windows, fiindcă aceasta se poate schimba la o actualizare, iar alte instrumente interpretează greșit o valoare absentă.',
  'readme.bits': 'adaugă {bits}; unde lipsește {number}, iar de la {windows} încolo {newer}',
  'readme.why': 'De ce',
  'readme.not-covered': 'Ce nu verifică',
  'readme.not-covered-more': '`mailtls check` judecă și ceea ce nicio valoare de registru nu repară:',
  'readme.harden':
    '**Valorile care dezactivează protocoalele vechi pot întrerupe conexiuni.** Setați-le numai după ce toți corespondenții folosesc TLS 1.2.',
  'readme.restart': 'Repornirea',
  'readme.restart-more':
    'Aceste valori intră în vigoare la repornirea serverului. Reporniți-l când traficul de mesaje o permite: nimic de aici nu repornește ceva de la sine.',
};
