import type { windowsEvents as english } from '../../en/signatures/windows-events.ts';

export const windowsEvents: Readonly<Record<keyof typeof english, string>> = {
  'signature.schannel-credential-failed.title': 'Windows nu a putut crea o acreditare TLS (evenimentul 36871)',
  'signature.schannel-credential-failed.meaning':
    'Un program a cerut de la SCHANNEL versiuni de protocol care sunt toate dezactivate aici sau un certificat a cărui cheie nu o poate citi. Microsoft indică acest eveniment drept semnul programelor care eșuează după dezactivarea TLS 1.0 și 1.1.',
  'signature.schannel-credential-failed.settle':
    'Procesul pe care îl numește evenimentul și protocoalele pe care SCHANNEL le lasă active în rolul numit de el (mailtls check).',
  'signature.schannel-no-common-suite-old-tls.title': 'Un client cu TLS 1.0 sau 1.1 a fost respins (evenimentul 36874)',
  'signature.schannel-no-common-suite-old-tls.meaning':
    'Un client a cerut TLS 1.0 sau 1.1, iar serverul nu are nicio suită de cifrare pentru acestea.',
  'signature.schannel-no-common-suite-old-tls.settle':
    'Care este clientul (jurnalul de protocol de primire de la ora evenimentului) și dacă poate fi trecut la TLS 1.2.',
  'signature.schannel-no-common-suite-tls12.title':
    'Un client cu TLS 1.2 a fost respins din cauza suitelor de cifrare (evenimentul 36874)',
  'signature.schannel-no-common-suite-tls12.meaning':
    'Clientul folosește TLS 1.2, deci nu versiunea este cauza: listele de suite de cifrare nu au nimic în comun sau certificatul nu se potrivește cu niciuna.',
  'signature.schannel-no-common-suite-tls12.settle':
    'Suitele de cifrare ale serverului, inclusiv cele impuse prin Group Policy, și tipul de cheie al certificatului.',
  'signature.schannel-alert-received-protocol-version.title':
    'Cealaltă parte a refuzat versiunea TLS (evenimentul 36887, alerta 70)',
  'signature.schannel-alert-received-protocol-version.meaning':
    'Cealaltă parte a răspuns la negociere cu alerta „protocol version”: nu acceptă nimic din ce a oferit acest server.',
  'signature.schannel-alert-received-protocol-version.settle':
    'Valorile SCHANNEL pentru TLS 1.2 de pe acest server; dacă el a deschis conexiunea, `mailtls probe HOST` arată ce acceptă cealaltă parte.',
  'signature.schannel-alert-received-handshake-failure.title':
    'Cealaltă parte a întrerupt negocierea (evenimentul 36887, alerta 40)',
  'signature.schannel-alert-received-handshake-failure.meaning':
    'Versiunea, suitele de cifrare sau certificatul nu au convenit celeilalte părți. Alerta nu spune care dintre ele.',
  'signature.schannel-alert-received-handshake-failure.settle':
    'Dacă acest server a deschis conexiunea, `mailtls probe HOST` arată dacă cealaltă parte acceptă măcar TLS 1.2; dacă el a răspuns, dacă îl acceptă el însuși. Dacă TLS 1.2 este acceptat, urmează suitele de cifrare.',
  'signature.schannel-alert-received-certificate.title':
    'Cealaltă parte a refuzat certificatul (evenimentul 36887, alertele 42-46 și 48)',
  'signature.schannel-alert-received-certificate.meaning':
    'Cealaltă parte nu a acceptat certificatul acestui server: emitent necunoscut, expirat, revocat sau de tip nepotrivit.',
  'signature.schannel-alert-received-certificate.settle':
    'Certificatul pe care acest server îl prezintă pentru serviciul respectiv, împreună cu lanțul lui.',
  'signature.schannel-alert-received-illegal-parameter.title':
    'Cealaltă parte a găsit o valoare greșită în negociere (evenimentul 36887, alerta 47)',
  'signature.schannel-alert-received-illegal-parameter.meaning':
    'Ceva din negocierea acestui server se contrazicea sau era în afara limitelor pentru cealaltă parte. De cele mai multe ori este o eroare a unuia dintre cele două programe, foarte puțin probabil versiunea sau certificatul.',
  'signature.schannel-alert-received-illegal-parameter.settle':
    'Dacă se întâmplă cu un singur corespondent, ce program folosește acesta și dacă lipsesc actualizări pe vreuna dintre părți.',
  'signature.schannel-alert-received-bad-record.title':
    'Cealaltă parte nu a putut verifica o înregistrare TLS (evenimentul 36887, alerta 20)',
  'signature.schannel-alert-received-bad-record.meaning':
    'O înregistrare a sosit modificată sau criptată cu altă cheie. De vină este unul dintre cele două programe sau un dispozitiv dintre ele, foarte puțin probabil versiunea.',
  'signature.schannel-alert-received-bad-record.settle':
    'Dacă se întâmplă cu un singur corespondent și ce se află pe traseul până la el.',
  'signature.schannel-alert-received-decrypt-or-internal.title':
    'Cealaltă parte a eșuat în timpul negocierii (evenimentul 36887, alerta 51 sau 80)',
  'signature.schannel-alert-received-decrypt-or-internal.meaning':
    'Cealaltă parte nu a putut verifica o parte a negocierii (51) sau a eșuat dintr-un motiv propriu (80).',
  'signature.schannel-alert-received-decrypt-or-internal.settle': 'Jurnalul celeilalte părți de la ora evenimentului.',
  'signature.schannel-alert-sent-protocol-version.title':
    'Acest server a refuzat versiunea TLS (evenimentul 36888, alerta 70)',
  'signature.schannel-alert-sent-protocol-version.meaning':
    'Cealaltă parte nu a oferit nicio versiune activată pe acest server și i s-a comunicat acest lucru.',
  'signature.schannel-alert-sent-protocol-version.settle':
    'Ce versiuni sunt activate aici în rolul acelei conexiuni (mailtls check) și ce versiuni are cealaltă parte.',
  'signature.schannel-alert-sent-handshake-failure.title':
    'Acest server a întrerupt negocierea (evenimentul 36888, alerta 40)',
  'signature.schannel-alert-sent-handshake-failure.meaning':
    'Versiunile, suitele de cifrare sau certificatele celor două părți nu au nimic în comun. Alerta nu spune care dintre ele.',
  'signature.schannel-alert-sent-handshake-failure.settle':
    'Evenimentul 36874 din același moment, care numește versiunea cerută de client.',
  'signature.transport-tls-required.title':
    'Un conector de trimitere nu a obținut TLS-ul pe care îl cere (evenimentul 2015)',
  'signature.transport-tls-required.meaning':
    'Conectorul are RequireTLS, iar cu serverul care primește nu s-a ajuns la TLS: STARTTLS nu a fost oferit, negocierea a eșuat sau un certificat a fost refuzat.',
  'signature.transport-tls-required.settle':
    'Jurnalul de protocol de trimitere al conectorului: 250-STARTTLS în răspunsul la EHLO și ce urmează după STARTTLS.',
  'signature.transport-no-starttls-certificate.title': 'Niciun certificat pentru STARTTLS (evenimentul 12014)',
  'signature.transport-no-starttls-certificate.meaning':
    'Exchange nu are un certificat cu numele conectorului, deci nu poate oferi STARTTLS pe acesta.',
  'signature.transport-no-starttls-certificate.settle':
    'Fqdn și TlsCertificateName ale conectorului, față de certificatele cu serviciul SMTP din Get-ExchangeCertificate.',
  'signature.secure-channel-not-created.title': 'Un program .NET nu a putut stabili o conexiune TLS',
  'signature.secure-channel-not-created.meaning':
    'Un program .NET, cum este serviciul din spatele informațiilor liber/ocupat, nu a găsit un TLS comun cu cealaltă parte. Fără valorile sale din registru, .NET poate rămâne la versiuni vechi chiar și acolo unde Windows oferă TLS 1.2.',
  'signature.secure-channel-not-created.settle':
    'SystemDefaultTlsVersions și SchUseStrongCrypto ale .NET în ambele vizualizări ale registrului (mailtls check), apoi certificatul celeilalte părți.',
};
