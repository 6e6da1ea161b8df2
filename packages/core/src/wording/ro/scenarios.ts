import type { scenarios as english } from '../en/scenarios.ts';

/** Ce se întâmplă când nu se poate conveni o versiune TLS cu Exchange Online. */
export const scenarios: Readonly<Record<keyof typeof english, string>> = {
  'path.to-online': 'serverul dumneavoastră → Exchange Online',
  'path.from-online': 'Exchange Online → serverul dumneavoastră',
  'path.client-to-online': 'program care se autentifică (SMTP AUTH) → Exchange Online',
  'connector.opportunistic': 'TLS când este posibil',
  'connector.forced': 'TLS obligatoriu',
  'connector.none': 'fără conector',
  'peer.old': 'partea dumneavoastră nu are nimic mai nou de TLS 1.1',
  'peer.no-starttls': 'serverul dumneavoastră nu oferă STARTTLS',
  'peer.sends-clear': 'serverul dumneavoastră trimite necriptat',
  'certainty.sourced': 'din surse',
  'certainty.inferred': 'dedus de noi',
  'certainty.uncertain': 'nesigur',
  'scenario.to-online-opportunistic-old.result':
    'Handshake-ul eșuează. E-mailul pleacă necriptat dacă expeditorul permite aceasta, fiindcă Exchange Online îl primește și așa.',
  'scenario.to-online-forced-old.result':
    'Handshake-ul eșuează și nu se revine la text necriptat: e-mailul așteaptă în coadă, este încercat din nou și se întoarce la expeditor când îi expiră timpul.',
  'scenario.to-online-forced-clear.result':
    'Exchange Online are pentru acest expeditor un conector care cere TLS și refuză e-mailul.',
  'scenario.from-online-opportunistic-no-starttls.result': 'E-mailul este trimis necriptat.',
  'scenario.from-online-opportunistic-old.result':
    'STARTTLS este oferit, dar handshake-ul eșuează. E-mailul este încercat din nou; nu se știe dacă pleacă apoi necriptat.',
  'scenario.from-online-forced-old.result':
    'Handshake-ul eșuează și nu se revine la text necriptat: e-mailul este amânat și se întoarce la expeditor când îi expiră timpul.',
  'scenario.client-to-online-old.result': 'E-mailul este refuzat.',
  'scenario.client-to-legacy-endpoint-old.result':
    'La smtp-legacy.office365.com este primit dacă organizația permite aceasta (`Set-TransportConfig -AllowLegacyTLSClients $true`), altfel este refuzat.',
};
