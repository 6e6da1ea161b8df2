import type { probe as english } from '../en/probe.ts';

/** Ce arată o sondare despre un server și cum s-a încheiat fiecare handshake. */
export const probe: Readonly<Record<keyof typeof english, string>> = {
  'probe.masked':
    'un dispozitiv aflat între acest calculator și server maschează ce spune acesta, cum face inspecția SMTP a firewallurilor: ce urmează poate veni de la dispozitiv, nu de la server',
  'probe.no-service': 'serverul nu oferă niciun serviciu: {reply}',
  'probe.ehlo-refused': 'serverul nu acceptă EHLO, deci nu oferă STARTTLS: {reply}',
  'probe.starttls-missing':
    'STARTTLS nu este oferit: e-mailul poate sosi numai necriptat, iar cine cere TLS nu trimite nimic',
  'probe.starttls-refused': 'STARTTLS este oferit, apoi refuzat: {reply}',
  'probe.text-before-tls':
    'odată cu răspunsul la STARTTLS a sosit și alt text, înainte de a începe TLS: cineva de pe traseu poate introduce text propriu',
  'probe.accepts-modern': 'serverul acceptă {versions}: nu versiunea TLS oprește e-mailul de la Exchange Online',
  'probe.only-old': 'serverul nu acceptă nimic mai nou de {version}, iar Exchange Online cere TLS 1.2 sau mai nou',
  'probe.seen-only-old':
    'nu s-a văzut acceptată nicio versiune mai nouă de {version}, iar nu toate cele mai noi au putut fi încercate',
  'probe.no-version':
    'niciun handshake nu reușește, oricare ar fi versiunea ({versions}: refuzate): mai degrabă un certificat fără cheia sa privată, suitele de cifrare sau un dispozitiv de pe traseu decât versiunea',
  'probe.not-tried':
    '{versions}: nu a putut fi încercat, fiindcă OpenSSL de aici nu îl începe. Aceasta nu spune nimic despre server',
  'probe.unclear': 'nu s-a putut afla dacă serverul acceptă {versions}',
  'probe.certificate-expired': 'certificatul {subject} a expirat la {date}',
  'probe.certificate-not-yet-valid': 'certificatul {subject} este valabil abia de la {date}',
  'probe.certificate-name': 'certificatul nu este pentru {host}, ci pentru {names}',
  'probe.certificate-self-signed':
    'certificatul este autosemnat: ajunge acolo unde e-mailul se criptează când se poate, nu și acolo unde un conector cere unul valabil',
  'probe.certificate-untrusted':
    'certificatul nu duce la nicio autoritate în care Node are încredere ({code}); Windows o poate cunoaște totuși',
  'probe.certificate-short-key': 'cheia certificatului are numai {bits} biți',
  'handshake.accepted': 'acceptat',
  'handshake.alert': 'refuzat de server (alerta {alert})',
  'handshake.older-version': 'refuzat: serverul răspunde numai cu o versiune mai veche',
  'handshake.closed': 'refuzat: serverul a închis conexiunea',
  'handshake.no-starttls': 'neîncercat, fiindcă STARTTLS nu este oferit',
  'handshake.not-here': 'nu a putut fi încercat: OpenSSL de aici nu îl începe ({detail})',
  'handshake.timed-out': 'necunoscut: niciun răspuns la timp',
  'handshake.no-connection': 'necunoscut: nu s-a mai putut face o conexiune ({detail})',
  'handshake.starttls-refused': 'necunoscut: STARTTLS a fost refuzat ({detail})',
  'handshake.plain-text': 'necunoscut: serverul a răspuns cu text necriptat',
  'handshake.text-before-tls': 'necunoscut: a sosit text înainte de a începe TLS',
  'handshake.not-taken-here': 'necunoscut: OpenSSL de aici nu acceptă ce a trimis serverul ({detail})',
};
