import type { SayingId } from './en.ts';
import { generate } from './ro/generate.ts';
import { live } from './ro/live.ts';
import { probe } from './ro/probe.ts';
import { sources } from './ro/sources.ts';
import { systemErrors } from './ro/system-errors.ts';

/** Tot ce spune linia de comandă, în română. */
export const ro: Readonly<Record<SayingId, string>> = {
  ...generate,
  ...live,
  ...probe,
  ...sources,
  ...systemErrors,
  'usage.main':
    'De la eroarea de e-mail din cauza TLS la cauză, dovadă și remediere.\n\nUtilizare: $0 <comandă> [opțiuni]',
  'usage.more':
    'mailtls explain ID sau TEXT explică orice regulă, semnătură sau eroare. Coduri de ieșire: 0 nimic găsit sau gata, 1 s-a găsit ceva, 2 utilizare greșită, 3 nu s-a putut citi (o intrare, un folder fără fișiere, lipsa PowerShell), 4 o scriere a eșuat.',
  'command.diagnose':
    'numește cauza unei erori de e-mail din jurnale, NDR-uri, exporturi de cozi, anteturi sau evenimente',
  'command.check': 'verifică setările TLS ale unui server',
  'command.undo': 'anulează modificările unei reparații',
  'command.fix': 'repară un server: plan, întrebare, jurnalul reparației, scriere, recitire',
  'command.explain': 'explică o regulă, o semnătură sau o eroare copiată',
  'command.rules': 'listează regulile și semnăturile de erori',
  'command.completion': 'afișează un script care completează comenzi și opțiuni în shell',
  'argument.files':
    'fișiere sau foldere de citit, - pentru intrarea standard; fără ele, folderele de jurnale ale acestui server Exchange',
  'argument.subject':
    'identificatorul unei reguli, al unei semnături sau al unui scenariu, „scenarios” pentru toate scenariile, sau textul unei erori',
  'argument.shell': 'shell-ul',
  'option.format': 'cum se afișează rezultatul',
  'option.out': 'scrie rezultatul în acest fișier',
  'option.lang': 'limba tuturor mesajelor',
  'option.color': 'culori pe terminal (--no-color, NO_COLOR)',
  'option.quiet': 'fără progres și fără înștiințări',
  'option.fail-on': 'de la ce gravitate codul de ieșire este 1',
  'option.expect-catalogue': 'se încheie cu 2 dacă versiunea catalogului nu este în acest interval',
  'option.from': 'un export .reg, un XML HealthChecker sau un instantaneu JSON, ca [NUME=]FIȘIER; se poate repeta',
  'option.profile': 'cât se verifică',
  'option.assume-os': 'versiunea Windows presupusă dacă sursa nu o spune',
  'option.registry': 'setările serverului, pentru a intra în verdict: orice sursă a lui check --from',
  'option.since': 'ignoră ce s-a înregistrat înainte de acest moment (ISO 8601)',
  'option.until': 'ignoră ce s-a înregistrat după acest moment (ISO 8601); o zi fără oră contează întreagă',
  'option.dry-run': 'arată planul, nu scrie nimic',
  'option.yes': 'scrie fără să întrebe; dintr-un fișier nu se scrie niciodată nimic',
  'option.yes-undo': 'anulează fără să întrebe',
  'option.explicit': 'scrie și ceea ce doar confirmă o valoare implicită a Windows',
  'option.help': 'arată ajutorul',
  'option.version': 'arată versiunea',
  'error.no-command': 'indicați ce este de făcut: o comandă',
  'error.no-input':
    'aici nu s-au găsit folderele de jurnale ale Exchange ({why}), deci indicați ce este de citit: un fișier, un folder sau - pentru intrarea standard',
  'logs.no-exchange': 'ExchangeInstallPath nu este setat',
  'logs.not-there': 'nu există în {folder}',
  'error.repeated': '--{option} apare de mai multe ori, dar contează o singură valoare',
  'error.one-registry':
    'dovezile provin de la un singur server, iar --registry numește mai multe ({names}): dați fișierele unuia singur',
  'error.several-servers': 'acestea sunt mai multe servere ({names}): dați-le nume, --from NUME=FIȘIER',
  'error.time': '--{option} {value}: se așteaptă un moment ca ISO 8601, de exemplu 2026-01-31 sau 2026-01-31T08:00:00Z',
  'error.time-span': 'nu există nimic între --since {since} și --until {until}: primul este cel mai târziu',
  'error.unknown-id':
    '„{subject}” nu este nici identificatorul unei reguli sau semnături, nici un text cu o eroare cunoscută; mailtls rules listează identificatorii',
  'error.catalogue': 'catalogul are versiunea {version}, care nu este în {range}',
  'error.catalogue-range': '--expect-catalogue {range}: se așteaptă un interval de versiuni, de exemplu ^1.0.0',
  'error.unreadable': '{path} nu a putut fi citit: {detail}',
  'error.empty-folder': '{path} nu conține niciun fișier de citit',
  'error.nothing-read': 'nu s-a citit nimic: indicați fișiere sau foldere care conțin fișiere',
  'error.no-file': '„{option}” nu indică niciun fișier: dați NUME=FIȘIER sau numai FIȘIER',
  'error.unwritable': '{path} nu a putut fi scris: {detail}',
  'error.unwritable-output': 'rezultatul nu a putut fi scris: {detail}',
  'error.no-powershell': 'nu s-a găsit PowerShell: {advice}',
  'powershell.or-from': 'indicați un fișier cu --from, de exemplu un export făcut cu reg export',
  'powershell.or-registry': 'indicați un fișier cu --registry, de exemplu un export făcut cu reg export',
  'powershell.or-name': 'puneți în variabila de mediu MAILTLS_PWSH calea unuia',
  'powershell.or-server':
    'rulați comanda chiar pe server sau puneți în variabila de mediu MAILTLS_PWSH calea unui PowerShell',
  'argument.journal':
    'jurnalul reparației de anulat; fără el, cel al celei mai noi reparații a acestui server care nu este anulată',
  'option.journal': 'folderul în care se păstrează jurnalele reparațiilor',
  'option.force': 'pune la loc și ce a schimbat altcineva între timp',
  'error.internal': 'mailtls a eșuat neașteptat: {detail}',
  'error.unknown-arguments': '{count:Argument necunoscut|Argumente necunoscute|Argumente necunoscute}: {names}',
  'error.empty': 'valoarea lui {name} este goală',
  'hint.two-dashes': 'Opțiunile încep cu două liniuțe: {option}',
  'hint.did-you-mean': 'Ați vrut să spuneți: {ids}?',
  'hint.from': 'Fiecare fișier are opțiunea sa: --from {file}',
  'error.hint': 'mailtls {command}--help arată utilizarea.',
  'progress.reading': '{percent} %  {done} din {total}  {rate}/s  încă {seconds} s  {path}',
};
