import type { powershellModule as en } from '../en/powershell-module.ts';

/** The same in Romanian. */
export const powershellModule: Readonly<Record<keyof typeof en, string>> = {
  'module.binary':
    '{path} nu este text. Arhivele și mesajele salvate de Outlook le citește `mailtls diagnose`; dezarhivați-le sau salvați mesajul ca .eml.',
  'module.unreadable': '{path} nu poate fi citit: {detail}',
  'module.no-text': 'Un obiect de tipul {type} nu are nicio proprietate care să conțină o eroare.',
  'module.write': 'se scrie {to}; acum {from}',
  'module.restart': 'Reporniți {machine}: setările intră în vigoare la repornire.',
  'module.locked':
    'Altcineva modifică acum setările TLS ale acestui calculator. Nu s-a scris nimic; încercați din nou.',
  'module.not-64-bit':
    'Acesta este un PowerShell pe 32 de biți, căruia Windows îi ascunde cheile în cauză. Porniți-l pe cel pe 64 de biți.',
  'module.not-elevated': 'Doar un administrator poate modifica aceste setări. Porniți PowerShell ca administrator.',
  'module.unseen': '{name} din {path} nu poate fi citită, deci nu ar putea fi repusă așa cum este. Nu s-a scris nimic.',
  'module.changed-meanwhile': '{name} din {path} a fost modificată între timp; acum este {actual}.',
  'module.not-written': '{name} din {path} a fost scrisă, dar la recitire este altceva.',
  'module.write-failed':
    'Reparația s-a oprit: {detail} Ce s-a scris până atunci este repus de Undo-MailTls cu jurnalul reparației, {journal}',
  'module.undo-failed':
    'Anularea s-a oprit: {detail} După ce cauza este înlăturată, Undo-MailTls continuă cu jurnalul reparației, {journal}',
  'module.other-machine': 'Este vorba despre {machine}, iar acest calculator este {name}. Rulați comanda acolo.',
  'module.no-journal': '{path} nu este jurnalul unei reparații: {detail}',
  'module.nothing-to-undo': 'Nu a mai rămas nicio reparație de anulat pe acest calculator.',
  'module.wrote-nothing':
    'Nu a fost dat niciun jurnal: acea reparație nu a scris nimic și nu are ce să fie anulat din ea. Nu s-a modificat nimic. Undo-MailTls fără -Path ia cea mai nouă reparație.',
  'module.no-rule': 'Nicio regulă nu are id-ul {id}. Get-MailTlsRule le listează.',
  'module.untrusted':
    'Folderul {path} aparține cuiva care nu este administrator sau poate fi scris de el: jurnalele din el pot fi falsificate. Nu s-a scris nimic. Vedeți ce conține, ștergeți-l și încercați din nou; sau numiți alt folder cu -JournalPath.',
  'module.already-undone': 'Reparația din jurnalul {path} a fost deja anulată.',
  'module.unknown-place': '{path} nu este o valoare pe care o scrie vreo regulă.',
  'module.journal-changed': 'Jurnalul {path} a fost modificat între timp. Nu s-a scris nimic; încercați din nou.',
  'module.changed-since':
    '{name} din {path} este {actual}, iar reparația scrisese {to}: altceva a modificat-o între timp. Nu s-a modificat nimic; -Force repune totul oricum.',
};
