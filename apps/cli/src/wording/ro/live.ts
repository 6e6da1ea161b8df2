import type { live as en } from '../en/live.ts';

/** What is said of live machines, of writing to them, and of its journals, in Romanian. */
export const live: Readonly<Record<keyof typeof en, string>> = {
  'nobody-to-ask.undo': 'nu există un terminal pe care să se întrebe: dați --yes ca să se scrie fără întrebare',
  'nobody-to-ask.fix':
    'nu există un terminal pe care să se întrebe: dați --yes ca să se scrie fără întrebare sau --dry-run ca să vedeți planul',
  'error.powershell-32-bit':
    'PowerShell este cel pe 32 de biți, căruia Windows îi arată alt registru decât cel citit de servicii: puneți în MAILTLS_PWSH calea celui pe 64 de biți',
  'error.no-registry': 'acest sistem nu are registru Windows',
  'error.journal-unwritable':
    'jurnalul reparației {path} nu a putut fi scris: {detail}. Următoarea rulare vede pe mașină ce s-a scris',
  'error.journal-unreadable': '{path} nu a putut fi citit ca jurnal al unei reparații: {detail}',
  'error.journal-broken':
    '{path} nu a putut fi citit ca jurnal al unei reparații: {detail}. Poate fi al celei mai noi reparații, deci indicați jurnalul reparației de anulat',
  'error.journals-untrusted':
    'este posibil ca alții decât administratorii să fi pus sau să fi schimbat jurnale de reparații în {path}, așa că nu s-a scris nimic: cercetați folderul și ștergeți-l ori indicați altul cu --journal',
  'prompt.fix': 'Se scriu acestea? Jurnalul reparației face posibilă anularea. [d/N]',
  'prompt.undo': 'Se pun la loc acestea? [d/N]',
  'notice.nothing-to-undo': 'Nu este nimic de anulat: în {folder} nu există o reparație care să nu fie deja anulată.',
  'notice.cut-off': 'Reparația cu jurnalul {journal} a fost întreruptă și se încheie întâi.',
  'notice.written-down': 'ce s-a scris pe mașină se află în jurnalul reparației, {journal}',
  'refused.nothing-written': 'Nu s-a scris nimic: {why}',
  'refused.nothing-more': 'Reparația întreruptă s-a încheiat și nu s-a mai scris nimic altceva: {why}',
  'refused.not-elevated':
    'această sesiune nu are drepturi de administrator. Porniți consola cu „Executare ca administrator”.',
  'refused.declined': 'nu s-a confirmat.',
  'refused.locked': 'alt mailtls scrie pe această mașină. Încercați din nou după ce se încheie.',
  'refused.drift':
    'altceva a schimbat între timp o valoare sau lucrează la aceeași reparație. Verificați cu mailtls check, apoi rulați comanda din nou; mailtls undo --force pune la loc și ce au schimbat alții.',
  'refused.unseen':
    'o valoare de schimbat nu poate fi citită sau nu ar putea fi pusă la loc. Verificați-i drepturile și tipul.',
  'refused.other-machine':
    'jurnalul reparației este al altei mașini. Dacă aceasta a fost doar redenumită, importați fișierul .reg de lângă el.',
  'refused.write-failed':
    'O scriere a eșuat. Jurnalul reparației, {journal}, e deschis: rulați comanda din nou ca să o terminați sau mailtls undo ca să puneți totul la loc.',
  'pwsh.not-found': 'nu există PowerShell acolo unde a fost căutat: {detail}',
  'pwsh.start-failed': 'PowerShell nu a pornit: {detail}',
  'pwsh.unreachable': '{detail}',
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
