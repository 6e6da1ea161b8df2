import type { smtp as english } from '../../en/signatures/smtp.ts';

export const smtp: Readonly<Record<keyof typeof english, string>> = {
  'signature.connection-dropped-socket-error.title': 'Conexiune întreruptă în timpul sesiunii SMTP (SocketError)',
  'signature.connection-dropped-socket-error.meaning':
    'Cealaltă parte a închis conexiunea. Exchange Online procedează așa în timpul negocierii TLS când expeditorul nu oferă nimic mai nou decât TLS 1.1.',
  'signature.connection-dropped-socket-error.settle':
    'Jurnalul de protocol de trimitere al aceleiași încercări: o conexiune care se încheie imediat după STARTTLS cu „TLS negotiation failed with error SocketError” arată spre versiunea TLS.',
  'signature.tls-negotiation-failed-socket-error.title': 'Negocierea TLS a eșuat (SocketError)',
  'signature.tls-negotiation-failed-socket-error.meaning':
    'Cealaltă parte a închis conexiunea în mijlocul negocierii TLS, cum face Exchange Online cu TLS 1.0 și 1.1.',
  'signature.tls-negotiation-failed-socket-error.settle':
    'Ce acceptă serverul care primește (`mailtls probe HOST`) și valorile SCHANNEL pentru TLS 1.2 de pe serverul care a scris jurnalul: în rol de client pentru un jurnal de trimitere, în rol de server pentru unul de primire.',
  'signature.must-issue-starttls-first.title': 'Serverul care primește cere STARTTLS înainte de mesaj',
  'signature.must-issue-starttls-first.meaning':
    'Serverul care primește acceptă mesaje numai prin TLS, iar expeditorul a continuat fără: negocierea lui eșuase înainte, ori STARTTLS nu a fost oferit sau nici nu a fost încercat.',
  'signature.must-issue-starttls-first.settle':
    'Răspunsul la EHLO din jurnalul de protocol al sesiunii: dacă apare 250-STARTTLS, trebuie examinată negocierea; dacă lipsește, ce anume ascunde STARTTLS.',
  'signature.connection-dropped-timed-out.title': 'Conexiune întreruptă în timpul sesiunii SMTP (TimedOut)',
  'signature.connection-dropped-timed-out.meaning':
    'Cealaltă parte a încetat să răspundă în mijlocul sesiunii. De cele mai multe ori este vorba de rețea: un firewall, dimensiunea pachetelor (MTU) sau un dispozitiv care inspectează mesajele și se blochează la schimbul de certificate.',
  'signature.connection-dropped-timed-out.settle':
    'Locul din jurnalul de protocol de trimitere în care începe tăcerea: după STARTTLS este vorba de negociere sau de un dispozitiv de pe traseu, în timpul comenzii DATA nu este vorba de TLS.',
  'signature.connection-dropped-connection-reset.title':
    'Conexiune întreruptă în timpul sesiunii SMTP (ConnectionReset)',
  'signature.connection-dropped-connection-reset.meaning':
    'Conexiunea a fost resetată în mijlocul sesiunii, de cealaltă parte sau de un dispozitiv aflat între ele. O versiune TLS refuzată este doar unul dintre motivele posibile.',
  'signature.connection-dropped-connection-reset.settle':
    'Jurnalul de protocol de trimitere al aceleiași încercări: o resetare imediat după STARTTLS arată spre negociere, una ulterioară nu.',
  'signature.tls-negotiation-failed-no-credentials.title': 'Negocierea TLS a eșuat (NoCredentials)',
  'signature.tls-negotiation-failed-no-credentials.meaning':
    'Serverul care a scris jurnalul nu și-a putut folosi propriul certificat: lipsește cheia privată sau TlsCertificateName al conectorului numește alt certificat. Cealaltă parte nu a avut niciun rol.',
  'signature.tls-negotiation-failed-no-credentials.settle':
    'Dacă certificatul există împreună cu cheia lui privată: TlsCertificateName al conectorului (Get-SendConnector pentru un jurnal de trimitere, Get-ReceiveConnector pentru unul de primire), apoi Get-ExchangeCertificate, care arată numai certificatele ce au cheie.',
  'signature.tls-negotiation-failed-unknown-credentials.title': 'Negocierea TLS a eșuat (UnknownCredentials)',
  'signature.tls-negotiation-failed-unknown-credentials.meaning':
    'Certificatul pe care voia să îl prezinte serverul care a scris jurnalul nu este asociat serviciului SMTP.',
  'signature.tls-negotiation-failed-unknown-credentials.settle':
    'Dacă acel certificat are serviciul SMTP: Get-ExchangeCertificate | Format-List Subject,Thumbprint,Services',
  'signature.schannel-algorithm-mismatch.title': 'Niciun algoritm comun (AlgorithmMismatch)',
  'signature.schannel-algorithm-mismatch.meaning':
    'Cele două părți nu au găsit o versiune de protocol, o suită de cifrare sau un tip de cheie pe care să le aibă amândouă. Când una a rămas la TLS 1.0 sau 1.1, cauza este versiunea; după o înăsprire a suitelor de cifrare pot fi acestea.',
  'signature.schannel-algorithm-mismatch.settle':
    'Versiunile și suitele de cifrare active pe acest server, față de ale celeilalte părți; `mailtls probe HOST` arată ce acceptă cea care primește.',
  'signature.schannel-invalid-token.title': 'Mesaj de neînțeles în timpul negocierii (InvalidToken, IllegalMessage)',
  'signature.schannel-invalid-token.meaning':
    'Ceea ce a sosit nu era un mesaj TLS pe care Windows să îl poată folosi. Cazuri tipice: un firewall care rescrie SMTP, text necriptat pe un port destinat TLS, o negociere întreruptă de cealaltă parte.',
  'signature.schannel-invalid-token.settle':
    'Mesajul de întâmpinare și răspunsul la EHLO din jurnalul de protocol: asteriscurile din mesajul de întâmpinare sau XXXA în locul lui STARTTLS arată un dispozitiv care rescrie sesiunea.',
  'signature.schannel-unsupported-function.title': 'Versiune TLS refuzată (SEC_E_UNSUPPORTED_FUNCTION)',
  'signature.schannel-unsupported-function.meaning':
    'Sub acest nume și acest număr Windows semnalează alerta TLS „protocol version”: una dintre părți nu a oferit nicio versiune pe care cealaltă să o accepte.',
  'signature.schannel-unsupported-function.settle':
    'Valorile SCHANNEL pentru TLS 1.2 de pe serverul care a semnalat eroarea și ce acceptă serverul care primește (`mailtls probe HOST`).',
  'signature.starttls-required-to-send-mail.title': 'Pentru trimiterea mesajelor este necesar STARTTLS',
  'signature.starttls-required-to-send-mail.meaning':
    'Serverul care primește acceptă mesaje numai prin TLS, iar expeditorul nu l-a folosit. De cele mai multe ori este un program sau un dispozitiv cu TLS dezactivat; poate fi și o negociere eșuată înainte.',
  'signature.starttls-required-to-send-mail.settle':
    'Jurnalul de protocol al sesiunii: un STARTTLS înainte de refuz înseamnă că problema este negocierea, lipsa lui înseamnă că expeditorul nici nu a încercat.',
  'signature.must-issue-starttls-first-530.title': 'Serverul care primește cere STARTTLS (530)',
  'signature.must-issue-starttls-first-530.meaning':
    'Răspunsul obișnuit al unui server de e-mail care cere TLS, dat unui client care nu îl folosește deloc. Versiunea TLS nu are nicio legătură.',
  'signature.must-issue-starttls-first-530.settle': 'Dacă STARTTLS este activat în setările programului care trimite.',
  'signature.tls-not-available.title': 'Serverul care primește nu are TLS în acest moment',
  'signature.tls-not-available.meaning':
    'Serverul care primește a oferit STARTTLS, dar nu l-a putut porni, de obicei pentru că nu are un certificat sau o cheie utilizabilă.',
  'signature.tls-not-available.settle':
    'Jurnalul serverului care primește; `mailtls probe HOST` arată dacă eșuează cu toate versiunile TLS sau numai cu unele.',
  'signature.tls-rate-exceeded.title': 'Prea multe negocieri TLS pentru serverul care primește',
  'signature.tls-rate-exceeded.meaning':
    'Serverul Exchange care primește limitează numărul de negocieri acceptate într-un interval de timp. Trimiterea mesajului se reia mai târziu.',
  'signature.tls-rate-exceeded.settle':
    'Dacă încercările următoare reușesc; dacă nu, câte conexiuni deschide expeditorul în același timp.',
  'signature.frontend-proxy-error.title': 'Serviciul frontend nu a putut preda sesiunea (PRX)',
  'signature.frontend-proxy-error.meaning':
    'Serviciul frontend al unui server Exchange nu a găsit un server de cutii poștale căruia să îi predea sesiunea. Motivele obișnuite sunt rezolvarea numelor în interiorul organizației și starea serviciilor.',
  'signature.frontend-proxy-error.settle':
    'Serverele DNS ale plăcilor de rețea de pe acel server, precum și Get-ServerComponentState și Test-ServiceHealth, rulate acolo.',
  'signature.smtp-auth-old-tls.title': 'SMTP AUTH refuzat: TLS 1.0 sau 1.1',
  'signature.smtp-auth-old-tls.meaning':
    'Exchange Online a refuzat autentificarea unui program sau dispozitiv pentru că folosește TLS 1.0 sau 1.1.',
  'signature.smtp-auth-old-tls.settle':
    'Nu mai este nevoie de altă dovadă: actualizați programul sau dispozitivul. Numai acolo unde nu se poate, există un punct final pentru clienți vechi.',
  'signature.smtp-auth-old-tls-organization.title': 'SMTP AUTH refuzat: organizația nu permite TLS 1.0 sau 1.1',
  'signature.smtp-auth-old-tls-organization.meaning':
    'Un program sau un dispozitiv s-a autentificat cu TLS 1.0 sau 1.1, iar organizația nu permite acest lucru. Numai începutul acestui text a putut fi verificat.',
  'signature.smtp-auth-old-tls-organization.settle':
    'Get-TransportConfig | Format-List AllowLegacyTLSClients în Exchange Online și versiunea TLS folosită de program.',
  'signature.client-not-authenticated.title': 'Clientul nu s-a autentificat',
  'signature.client-not-authenticated.meaning':
    'Un program sau un dispozitiv a încercat să trimită prin Exchange Online fără autentificare. Autentificarea are nevoie de TLS, deci și un dispozitiv fără TLS ajunge aici.',
  'signature.client-not-authenticated.settle':
    'Datele de autentificare și setarea STARTTLS ale programului și dacă SMTP AUTH este permis pentru cutia lui poștală.',
  'signature.tenant-attribution.title': 'Exchange Online nu cunoaște organizația expeditorului',
  'signature.tenant-attribution.meaning':
    'Nici certificatul, nici adresa IP a serverului care trimite nu corespund vreunui conector de intrare al unei organizații.',
  'signature.tenant-attribution.settle':
    'Certificatul pe care jurnalul de protocol de trimitere îl arată ca trimis, față de TlsSenderCertificateName și SenderIPAddresses din Get-InboundConnector în Exchange Online.',
  'signature.tenant-inbound-attribution.title': 'Un conector de partener refuză expeditorul',
  'signature.tenant-inbound-attribution.meaning':
    'Un conector de partener din Exchange Online acceptă mesaje pentru acest domeniu numai de la anumite adrese IP sau cu un anumit certificat, iar expeditorul nu avea niciuna dintre ele.',
  'signature.tenant-inbound-attribution.settle':
    'În Exchange Online: Get-InboundConnector | Format-List Name,RestrictDomainsToIPAddresses,RestrictDomainsToCertificate,SenderIPAddresses,TlsSenderCertificateName',
  'signature.send-connector-certificate-not-found.title': 'Lipsește certificatul conectorului de trimitere',
  'signature.send-connector-certificate-not-found.meaning':
    'Conectorul de trimitere numește un certificat prin emitent și subiect, iar serverul nu are niciunul cu acel nume. Se întâmplă după o reînnoire.',
  'signature.send-connector-certificate-not-found.settle':
    'Get-SendConnector | Format-List Name,TlsCertificateName, față de emitentul și subiectul din Get-ExchangeCertificate.',
  'signature.winsock-connection-failed.title': 'Nicio conexiune cu cealaltă parte (Winsock)',
  'signature.winsock-connection-failed.meaning':
    'Cealaltă parte nu a răspuns la conexiune (10060) sau a refuzat-o (10061). TLS nici nu începuse.',
  'signature.winsock-connection-failed.settle':
    'Dacă portul 25 al celeilalte părți este accesibil de pe serverul care trimite: Test-NetConnection cu -Port 25.',
  'signature.target-host-error.title': 'Eroare la gazda țintă',
  'signature.target-host-error.meaning':
    'Exchange transmite mai departe ce a făcut sau a spus cealaltă parte; eroarea propriu-zisă se află după săgeată. Singur, textul nu spune motivul.',
  'signature.target-host-error.settle':
    'Eroarea întreagă: Get-Queue | Format-List Identity,LastError, și jurnalul de protocol de trimitere al încercării.',
  'signature.primary-target-responded.title': 'Ținta principală a răspuns cu o eroare',
  'signature.primary-target-responded.meaning':
    'Exchange 2010 și 2013 învelesc răspunsul celeilalte părți în acest text. Contează ce se află între ghilimele.',
  'signature.primary-target-responded.settle':
    'Textul dintre ghilimele; dacă spune doar că nu s-a stabilit nicio conexiune, jurnalul de protocol de trimitere al încercării.',
  'signature.queue-expired.title': 'Mesajul a expirat în coadă',
  'signature.queue-expired.meaning':
    'Mesajul nu a putut fi livrat în intervalul în care mesajele sunt păstrate și a fost returnat. Textul nu spune de ce.',
  'signature.queue-expired.settle':
    'Al doilea rând cu „returned” din NDR: acolo se află ultima eroare a încercărilor de livrare.',
};
