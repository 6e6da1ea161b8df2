import type { live as en } from '../en/live.ts';

/** What is said of live machines, of writing to them, and of its journals, in Romanian. */
export const live: Readonly<Record<keyof typeof en, string>> = {
  'error.nobody-to-ask':
    'nu există un terminal pe care să se întrebe: dați --yes ca să se scrie fără întrebare sau --dry-run ca să vedeți planul',
  'error.no-registry': 'acest sistem nu are registru Windows',
  'error.journal-unwritable':
    'jurnalul {path} nu a putut fi scris: {detail}. Următoarea rulare vede pe mașină ce s-a scris',
  'error.journal-unreadable': '{path} nu a putut fi citit ca jurnal: {detail}',
  'prompt.fix': 'Se scriu acestea? Un jurnal face posibilă anularea. [d/N]',
  'prompt.undo': 'Se pun la loc acestea? [d/N]',
  'notice.nothing-to-undo': 'Nu este nimic de anulat: în {folder} nu există o reparație care să nu fie deja anulată.',
  'refused.not-elevated':
    'Nu s-a scris nimic, fiindcă această sesiune nu are drepturi de administrator: porniți consola cu „Executare ca administrator”.',
  'refused.declined': 'Nu s-a scris nimic, fiindcă nu s-a confirmat.',
  'refused.locked':
    'Nu s-a scris nimic, fiindcă alt mailtls scrie pe această mașină: încercați din nou după ce se încheie.',
  'refused.drift':
    'Nu s-a scris nimic, fiindcă altceva a schimbat între timp o valoare: vedeți-o cu mailtls check. mailtls undo --force o pune totuși la loc.',
  'refused.unseen':
    'Nu s-a scris nimic, fiindcă o valoare de schimbat nu poate fi citită sau nu ar putea fi pusă la loc: verificați-i drepturile și tipul.',
  'refused.other-machine': 'Nu s-a scris nimic, fiindcă jurnalul este al altei mașini.',
  'refused.write-failed':
    'O scriere a eșuat. Jurnalul {journal} e deschis: rulați comanda din nou ca să o terminați sau mailtls undo ca să puneți totul la loc.',
  'pwsh.not-found': 'nu există PowerShell acolo unde a fost căutat: {detail}',
  'pwsh.start-failed': 'PowerShell nu a pornit: {detail}',
  'pwsh.constrained-language':
    'PowerShell este în modul de limbaj constrâns (AppLocker, App Control), care nu lasă mailtls să privească: {detail}',
  'pwsh.execution-policy-blocked': 'politica de execuție nu permite: {detail}',
  'pwsh.access-denied': 'accesul a fost refuzat: {detail}',
  'pwsh.item-not-found': 'PowerShell nu a găsit: {detail}',
  'pwsh.item-exists': 'există deja: {detail}',
  'pwsh.terminating-error': 'PowerShell s-a încheiat cu o eroare: {detail}',
  'pwsh.unserializable': 'PowerShell nu și-a putut scrie răspunsul: {detail}',
  'pwsh.invalid-argument': 'lui PowerShell nu i s-a putut da un argument: {detail}',
  'pwsh.timed-out': 'PowerShell nu a răspuns la timp și a fost oprit: {detail}',
  'pwsh.aborted': 'apelul a fost întrerupt',
  'pwsh.exited': 'PowerShell s-a încheiat de la sine: {detail}',
  'pwsh.protocol': 'PowerShell a răspuns ceva ce nu s-a înțeles: {detail}',
  'pwsh.closed': 'sesiunea PowerShell este închisă: {detail}',
  'journal.known-value': 'o valoare pe care o scrie o regulă mailtls',
  'journal.known-key': 'o cheie pe care o creează o regulă mailtls',
};
