import type { SignatureId } from '../wording/en.ts';
import { defineSignature, type Signature } from './define-signature.ts';

/** Event 36887, in the texts of old and of newer Windows. */
function received(id: SignatureId, alerts: string, priors: Signature['priors']): Signature {
  return defineSignature({
    id,
    patterns: [
      `A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is ${alerts}`,
      `The following fatal alert was received: ${alerts}`,
    ],
    places: ['event-log'],
    priors,
    references: ['schannel-events', 'schannel-error-codes'],
  });
}

/** Event 36888, likewise. */
function sent(id: SignatureId, alerts: string, priors: Signature['priors']): Signature {
  return defineSignature({
    id,
    patterns: [
      `A fatal alert was generated and sent to the remote endpoint. *The TLS protocol defined fatal {error|alert} code is ${alerts}`,
      `The following fatal alert was generated: ${alerts}`,
    ],
    places: ['event-log'],
    priors,
    references: ['schannel-events', 'schannel-error-codes'],
  });
}

/** The TLS alerts that Windows logs, by number: 70 is "protocol version". */
export const schannelAlerts: readonly Signature[] = [
  { ...received('schannel-alert-received-protocol-version', '70', { 'tls-version': 0.95 }), settledIn: 'registry' },
  received('schannel-alert-received-handshake-failure', '40', {
    'tls-version': 0.4,
    'cipher-suite': 0.35,
    certificate: 0.15,
  }),
  received('schannel-alert-received-certificate', '{42|43|44|45|46|48}', { certificate: 0.9, 'tls-version': 0.02 }),
  received('schannel-alert-received-illegal-parameter', '47', {
    other: 0.75,
    'cipher-suite': 0.15,
    'tls-version': 0.02,
  }),
  received('schannel-alert-received-bad-record', '20', { other: 0.5, 'inspection-device': 0.3, 'tls-version': 0.05 }),
  received('schannel-alert-received-decrypt-or-internal', '{51|80}', {
    other: 0.4,
    certificate: 0.35,
    'tls-version': 0.1,
  }),
  { ...sent('schannel-alert-sent-protocol-version', '70', { 'tls-version': 0.9 }), settledIn: 'registry' },
  {
    ...sent('schannel-alert-sent-handshake-failure', '40', {
      'tls-version': 0.4,
      'cipher-suite': 0.35,
      certificate: 0.15,
    }),
    settledIn: 'event-log',
  },
];
