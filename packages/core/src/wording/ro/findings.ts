import type { findings as english } from '../en/findings.ts';

export const findings: Readonly<Record<keyof typeof english, string>> = {
  'value.absent': 'absentă',
  'role.client': 'client',
  'role.server': 'server',
  'state.enabled': 'activat',
  'state.disabled': 'dezactivat',
  'state.disabled-by-default': 'dezactivat în mod implicit',
  'state.unknown': 'necunoscut',
  'finding.protocol-error': '{protocol} ca {role} este {state}: {name} este {actual}, trebuie să fie {expected}',
  'finding.protocol-warning':
    'nu se poate ști dacă {protocol} ca {role} este activat: {name} este {actual}, ar trebui să fie {expected}',
  'finding.protocol-differs':
    '{protocol} ca {role} este {state}, așa cum trebuie, deși {name} este {actual}, nu {expected}',
  'finding.protocol-by-default':
    '{protocol} ca {role} este {state} datorită setării implicite din Windows: {name} lipsește, {expected} ar spune-o explicit',
  'finding.protocol-unseen':
    '{name} pentru {protocol} ca {role} nu se vede în această sursă; ar trebui să fie {expected}',
  'finding.protocol-missing':
    'acest Windows nu are {protocol} ca {role}, orice ar spune registrul lui: trebuie actualizat sau înlocuit',
  'finding.not-one':
    '{name} pentru {protocol} ca {role} este {actual}: Windows consideră setat orice număr diferit de 0, alte instrumente cer {expected}',
  'finding.key-absent': 'cheia {path} nu există, deci se aplică setarea implicită din Windows',
  'finding.misplaced':
    '{name} = {actual} se află chiar pe {path}: nu se știe ca Windows să o citească acolo, locul ei este în Client și Server',
  'finding.value-kind': '{name} este {actual} și trebuie să fie un REG_DWORD cu valoarea {expected}',
  'finding.value-unseen': '{name} nu se vede în această sursă; ar trebui să fie {expected}',
  'finding.value-unset':
    '{name} lipsește, deci ce se aplică depinde de program sau de Windows; ar trebui să fie {expected}',
  'finding.value-wrong': '{name} este {actual}, trebuie să fie {expected}',
  'finding.bits-absent': '{name} lipsește, iar WinHTTP din {windows} omite atunci TLS 1.2; ar trebui să fie {expected}',
  'finding.bits-by-default':
    '{name} este absentă, iar WinHTTP pe {windows} oferă atunci TLS 1.2; {expected} ar spune-o explicit',
  'finding.bits-missing': '{name} este {actual}, ceea ce omite TLS 1.2; trebuie să fie {expected}',
  'finding.windows-unseen':
    'versiunea de Windows nu se vede în această sursă, deci setările ei implicite sunt necunoscute',
  'finding.exchange-unseen': 'versiunea de Exchange nu se vede în această sursă',
  'finding.build-too-old':
    '{product} are versiunea {build}; este necesară cel puțin {minimum}: instalați cele mai recente actualizări',
  'finding.build-unsupported':
    '{product} (versiunea {build}) nu a avut niciodată TLS 1.2 pentru e-mail: trebuie înlocuit',
  'finding.build-minimum-unknown':
    '{product} are versiunea {build}; este necesară {update} sau una mai nouă, al cărei număr nu este cunoscut aici',
  'finding.build-line-unknown': '{product} are versiunea {build}, care ține de o linie de produs necunoscută aici',
  'finding.updates-needed':
    '{product} are nevoie de {updates} sau de actualizări care le înlocuiesc; registrul nu arată dacă sunt instalate',
  'finding.restart-needed':
    'Windows nu a fost repornit de când au fost modificate setările: ele intră în vigoare la repornire',
};
