import type { exchangeOnline as english } from '../../en/signatures/exchange-online.ts';

export const exchangeOnline: Readonly<Record<keyof typeof english, string>> = {
  'signature.online-destination-without-tls.title': 'Exchange Online nu a obținut TLS de la destinație',
  'signature.online-destination-without-tls.meaning':
    'Conectorul din Exchange Online cere TLS, iar serverul care primește nu avea unul pe care să îl poată folosi: doar o versiune veche, fără STARTTLS sau fără certificat utilizabil. Formularea exactă a mesajului nu a putut fi verificată.',
  'signature.online-destination-without-tls.settle':
    'Ce arată `mailtls probe HOST` despre serverul care primește, din exterior: dacă STARTTLS este oferit și TLS 1.2 este acceptat.',
  'signature.online-destination-demands-starttls.title': 'Destinația cere STARTTLS de la Exchange Online',
  'signature.online-destination-demands-starttls.meaning':
    'Serverul care primește acceptă mesaje numai prin TLS, iar Exchange Online nu l-a putut obține acolo. Pe un server Exchange, conectorului de primire îi lipsește certificatul sau TLS 1.2 este dezactivat.',
  'signature.online-destination-demands-starttls.settle':
    'Jurnalul de protocol de primire al sesiunii: dacă STARTTLS a fost oferit și ce a urmat. Evenimentul 12014 arată un certificat care lipsește.',
  'signature.online-destination-certificate.title': 'Exchange Online nu acceptă certificatul',
  'signature.online-destination-certificate.meaning':
    'Exchange Online a ajuns la serverul care primește și nu i-a putut accepta certificatul: lanțul este incomplet sau nu este de încredere, numele este altul ori certificatul a expirat.',
  'signature.online-destination-certificate.settle':
    'Certificatul pe care `mailtls probe HOST` îl arată pentru serverul care primește: numele, datele, lanțul lui.',
  'signature.online-cannot-connect.title': 'Exchange Online nu are o sesiune cu destinația',
  'signature.online-cannot-connect.meaning':
    'Exchange Online s-a conectat, iar serverul care primește a răspuns cu o eroare sau nu a îndeplinit cerințele conectorului. Motivul este textul de după Message=.',
  'signature.online-cannot-connect.settle':
    'Textul de după Message= din urmărirea mesajului sau din rândurile cu „returned” ale NDR-ului.',
  'signature.online-connection-closed-abruptly.title': 'Conexiunea de la Exchange Online a fost închisă brusc',
  'signature.online-connection-closed-abruptly.meaning':
    'Conexiunea s-a întrerupt în timp ce Exchange Online trimitea. Primul suspect este un firewall care inspectează SMTP; un server blocat și o negociere eșuată arată la fel.',
  'signature.online-connection-closed-abruptly.settle':
    'Jurnalul de protocol de primire al serverului: dacă sesiunea a ajuns la STARTTLS și s-a încheiat acolo.',
  'signature.online-connection-refused.title': 'Destinația a refuzat conexiunea de la Exchange Online',
  'signature.online-connection-refused.meaning':
    'Nimic nu ascultă la acea adresă și acel port sau un firewall respinge Exchange Online. TLS nici nu începuse.',
  'signature.online-connection-refused.settle':
    'Dacă portul 25 al serverului care primește este deschis pentru intervalele de adrese ale Exchange Online.',
  'signature.online-connection-timed-out.title': 'Destinația nu a răspuns la Exchange Online',
  'signature.online-connection-timed-out.meaning':
    'De la adresă nu a venit niciun răspuns: serverul este oprit, gazda inteligentă este greșită sau un firewall aruncă pachetele. TLS nici nu începuse.',
  'signature.online-connection-timed-out.settle':
    'Gazda inteligentă (smart host) a conectorului de ieșire și dacă portul ei 25 răspunde din exterior.',
  'signature.online-dns-query-failed.title': 'Exchange Online nu a găsit destinația în DNS',
  'signature.online-dns-query-failed.meaning':
    'Interogarea pentru domeniul destinatarului sau pentru gazda inteligentă a eșuat. TLS nici nu începuse.',
  'signature.online-dns-query-failed.settle':
    'Înregistrările MX și A ale domeniului, așa cum le vede un server DNS din afara organizației.',
  'signature.online-certificate-validation-failed.title': 'Validarea certificatului a eșuat în Exchange Online',
  'signature.online-certificate-validation-failed.meaning':
    'Conectorul din Exchange Online verifică certificatul serverului care primește, iar acesta nu a trecut: este expirat, are alt nume sau nu mai este valabil.',
  'signature.online-certificate-validation-failed.settle':
    'Numele și datele certificatului arătat de `mailtls probe HOST`, față de numele pe care îl așteaptă conectorul.',
  'signature.online-starttls-not-supported.title': 'Destinația nu are TLS, deși domeniul ei îl cere',
  'signature.online-starttls-not-supported.meaning':
    'Domeniul destinatarului anunță că primește mesaje numai prin TLS (DANE, MTA-STS), iar Exchange Online nu l-a obținut acolo: la STARTTLS nu s-a răspuns sau negocierea a eșuat.',
  'signature.online-starttls-not-supported.settle':
    'Ce arată `mailtls probe HOST` despre serverul care primește: STARTTLS lipsește sau este oferit, dar TLS 1.2 este refuzat.',
  'signature.online-certificate-expired.title': 'Certificatul destinației a expirat',
  'signature.online-certificate-expired.meaning':
    'Domeniul destinatarului cere un certificat valabil, iar cel al serverului său a expirat.',
  'signature.online-certificate-expired.settle': 'Datele certificatului arătat de `mailtls probe HOST`.',
  'signature.online-tlsa-invalid.title': 'Înregistrarea DANE nu se potrivește cu certificatul',
  'signature.online-tlsa-invalid.meaning':
    'Înregistrarea TLSA a domeniului destinatarului nu corespunde certificatului serverului său sau este ea însăși greșită.',
  'signature.online-tlsa-invalid.settle':
    'Înregistrarea TLSA pentru portul 25 al gazdei care primește, față de certificatul pe care îl prezintă gazda.',
  'signature.online-dnssec-invalid.title': 'DNSSEC al destinației nu poate fi verificat',
  'signature.online-dnssec-invalid.meaning':
    'Domeniul destinatarului este semnat cu DNSSEC, iar înregistrările lui nu au trecut verificarea.',
  'signature.online-dnssec-invalid.settle': 'O verificare DNSSEC a domeniului destinatarului.',
  'signature.online-certificate-host-mismatch.title': 'Certificatul destinației numește altă gazdă',
  'signature.online-certificate-host-mismatch.meaning':
    'Niciun nume din certificatul serverului care primește nu este cel al gazdei către care se trimite.',
  'signature.online-certificate-host-mismatch.settle': 'Numele din certificat, față de înregistrarea MX.',
};
