import type { diagnosis as english } from '../en/diagnosis.ts';

/** Cauze, verdicte, motivele unui diagnostic și pașii care l-ar lămuri. */
export const diagnosis: Readonly<Record<keyof typeof english, string>> = {
  'cause.tls-version': 'versiunea TLS: una dintre părți a rămas la TLS 1.0 sau 1.1',
  'cause.starttls-not-offered': 'STARTTLS nu este oferit',
  'cause.certificate': 'certificat',
  'cause.cipher-suite': 'nicio suită de cifrare comună',
  'cause.inspection-device': 'un firewall sau un dispozitiv de inspecție modifică sesiunea SMTP',
  'cause.authentication': 'autentificare',
  'cause.network': 'rețea',
  'cause.dns': 'rezolvarea numelor sau rutarea',
  'cause.throttling': 'limitare impusă de cealaltă parte',
  'cause.other': 'altă cauză',
  'cause.unknown': 'necunoscută',
  'verdict.confirmed': 'confirmat',
  'verdict.likely': 'probabil',
  'verdict.possible': 'posibil',
  'verdict.unlikely': 'puțin probabil',
  'verdict.none': 'nu s-a găsit nicio eroare cunoscută',
  'diagnosis.cause': '{cause} ({verdict}, {percent} %)',
  'diagnosis.not-shown':
    'cauza nu apare: ceea ce s-a găsit doar transmite o altă eroare, iar aceea lipsește sau nu este cunoscută',
  'because.signature': 'eroarea „{title}” a apărut {count:o dată|de # ori|de # de ori}',
  'because.machine-event': 'evenimentul „{title}” apare în jurnalul de evenimente {count:o dată|de # ori|de # de ori}',
  'because.registry-off': 'în registrul serverului {machine}, TLS 1.2 ca {role} este {state}',
  'because.registry-on':
    'în registrul serverului {machine}, TLS 1.2 ca {role} este activat, iar Windows, .NET și Exchange sunt destul de noi',
  'because.registry-on-alone':
    'în registrul serverului {machine}, TLS 1.2 ca {role} este activat; nu s-a putut vedea dacă .NET, Windows și Exchange îl susțin toate',
  'because.other-machine':
    'setările TLS indicate sunt ale serverului {machine}, iar jurnalele sunt de pe {servers}: ele nu contează aici',
  'because.restart-needed':
    '{machine} nu a fost repornit de când i s-au schimbat setările TLS, deci acestea nu sunt încă în vigoare',
  'because.tops-out-old': 'nicio sesiune din jurnale nu a negociat mai mult de {version}',
  'because.online-died':
    'sesiunile cu Exchange Online se încheie imediat după STARTTLS ({count}), iar nicio sesiune din jurnale nu a negociat mai mult de {version}',
  'because.ended-after-starttls':
    'conexiunea s-a încheiat imediat după STARTTLS {count:într-o sesiune eșuată|în # sesiuni eșuate|în # de sesiuni eșuate}',
  'because.tls12-success': 'TLS 1.2 sau mai nou a fost negociat cu aceeași gazdă {count:o dată|de # ori|de # de ori}',
  'because.starttls-not-offered':
    'răspunsul la EHLO nu a conținut STARTTLS {count:într-o sesiune eșuată|în # sesiuni eșuate|în # de sesiuni eșuate}',
  'because.starttls-unused':
    'expeditorul nu a folosit STARTTLS, care îi fusese oferit, {count:într-o sesiune eșuată|în # sesiuni eșuate|în # de sesiuni eșuate}',
  'because.masked':
    'mesajul de întâmpinare sau răspunsul la EHLO a fost mascat {count:într-o sesiune eșuată|în # sesiuni eșuate|în # de sesiuni eșuate}, cum fac firewallurile cu inspecție SMTP',
  'because.certificate':
    'un certificat a lipsit sau a fost respins {count:într-o sesiune eșuată|în # sesiuni eșuate|în # de sesiuni eșuate}',
  'because.probe': 'la sondarea lui {host} din {day} s-a găsit: {finding}',
  'next.log-outbound':
    'Activați jurnalul de protocol pentru trimitere: `{command}` Apoi citiți cel mai nou fișier din `{folder}`; în Exchange 2010 din `{oldFolder}`',
  'next.log-inbound':
    'Activați jurnalul de protocol pentru primire: `{command}` Apoi citiți cel mai nou fișier din `{folder}`; în Exchange 2010 din `{oldFolder}`',
  'next.check-registry':
    'Verificați setările TLS ale serverului: `mailtls check`, sau `mailtls diagnose … --registry FIȘIER` cu un export al lor',
  'next.fix':
    'Activați TLS 1.2 pe {machine} (`mailtls fix` pe acel server sau, unde Node nu rulează, ca înainte de Windows Server 2016, un fișier .reg: `mailtls generate reg`), apoi reporniți-l',
  'next.restart-or-probe':
    'Setările pentru TLS 1.2 sunt corecte: asigurați-vă că serverul a fost repornit de când au fost făcute și vedeți ce acceptă serverul care primește (`mailtls probe HOST`)',
  'next.restart-since':
    'Setările pentru TLS 1.2 sunt corecte: asigurați-vă că serverul a fost repornit de când au fost făcute și că erorile sunt mai noi decât repornirea',
  'next.enable-at-other':
    'Cereți activarea TLS 1.2 pe {host}, serverul care primește: acolo `mailtls check` spune ce lipsește. Apoi sondați-l din nou',
  'next.see-again':
    'Vedeți dacă a mai eșuat ceva după {time}, când s-a văzut că {host} acceptă TLS 1.2 sau mai nou: `mailtls diagnose … --since {time}`',
  'next.capture':
    'Capturați traficul de rețea al unei încercări pe acest server: ce versiuni TLS oferă mesajul ClientHello, care parte întrerupe conexiunea și când',
  'next.starttls':
    'Aflați de ce nu este oferit STARTTLS: un certificat pentru SMTP pe conectorul de primire, un firewall care îl elimină, o listă de blocare a adreselor IP',
  'next.starttls-unused':
    'Aflați de ce expeditorul nu a folosit STARTTLS, care îi fusese oferit: dacă TLS este dezactivat la el și dacă o încercare cu TLS a eșuat înainte, iar el a continuat fără',
  'next.masked':
    'Dezactivați inspecția SMTP („fixup”, ESMTP inspect) pe dispozitivul dintre servere pentru această conexiune',
  'next.certificate':
    'Verificați certificatul pentru SMTP: `Get-ExchangeCertificate | Format-List Subject,NotAfter,Services,Status`',
};
