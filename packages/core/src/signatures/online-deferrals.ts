import type { ReferenceId } from '../references.ts';
import { defineSignature, type Place, type Signature } from './define-signature.ts';

const places: readonly [Place, ...Place[]] = ['message-trace', 'ndr'];
const references: readonly ReferenceId[] = ['mail-flow-intelligence', 'exchange-online-ndrs'];

/**
 * What Exchange Online says of mail that it could not deliver yet (4.4.3xx) or at all (5.4.3xx). Of its 317 the text that it
 * quotes decides; the bare one carries whatever is in it. An NDR's closing `(…)` and a trace's `{MSG=…}` repeat that text, so
 * a match reaches up to there where it can: the repetition would count as an error of its own.
 */
export const onlineDeferrals: readonly Signature[] = [
  defineSignature({
    id: 'online-destination-without-tls',
    patterns: [
      '{4.4.317|5.4.317} Cannot {connect to|establish session with} remote server [Message=*require{ TLS|s TLS}, *support TLS',
      '5.4.317 Message expired, cannot {connect to|establish session with} remote server(*require{ TLS|s TLS}, *support TLS',
    ],
    places,
    direction: 'inbound',
    priors: { 'tls-version': 0.6, certificate: 0.2, 'inspection-device': 0.1 },
    references: [...references, 'tls-scenarios'],
  }),
  defineSignature({
    id: 'online-destination-demands-starttls',
    patterns: [
      '{4.4.317|5.4.317} Cannot {connect to|establish session with} remote server [Message=451 5.7.3 STARTTLS is required to send mail',
      '{4.4.317|5.4.317} Cannot {connect to|establish session with} remote server [Message=451 5.7.3 STARTTLS is required to send mail*{(|=}451 5.7.3 STARTTLS is required to send mail',
      '5.4.317 Message expired, cannot {connect to|establish session with} remote server(451 5.7.3 STARTTLS is required to send mail',
    ],
    places,
    direction: 'inbound',
    priors: { 'tls-version': 0.35, certificate: 0.3, 'inspection-device': 0.15, 'starttls-not-offered': 0.1 },
    settledIn: 'protocol-log',
    references: [...references, 'hybrid-certificates', 'tls-scenarios'],
  }),
  defineSignature({
    id: 'online-destination-certificate',
    patterns: [
      '{4.4.317|5.4.317} Cannot {connect to|establish session with} remote server [Message=*{UntrustedRoot|SubjectMismatch|CertificateExpired}',
      '5.4.317 Message expired, cannot {connect to|establish session with} remote server(*{UntrustedRoot|SubjectMismatch|CertificateExpired}',
    ],
    places,
    direction: 'inbound',
    priors: { certificate: 0.95, 'tls-version': 0.02 },
    references: ['online-untrusted-root', 'hybrid-certificates', ...references],
  }),
  defineSignature({
    id: 'online-cannot-connect',
    patterns: [
      '{4.4.317|5.4.317} Cannot {connect to|establish session with} remote server',
      '5.4.317 Message expired, cannot {connect to|establish session with} remote server',
    ],
    places,
    direction: 'inbound',
    priors: {},
    wrapper: true,
    references,
  }),
  defineSignature({
    id: 'online-connection-closed-abruptly',
    patterns: ['4.4.318 Connection was closed abruptly'],
    places,
    direction: 'inbound',
    priors: { 'inspection-device': 0.35, 'tls-version': 0.3, other: 0.2, network: 0.1 },
    settledIn: 'protocol-log',
    references: [...references, 'smtp-inspection'],
  }),
  defineSignature({
    id: 'online-connection-refused',
    patterns: ['4.4.316 Connection refused', '5.4.316 Message expired, connection refused'],
    places,
    direction: 'inbound',
    priors: { network: 0.98 },
    references,
  }),
  defineSignature({
    id: 'online-connection-timed-out',
    patterns: ['4.4.315 Connection timed out'],
    places,
    direction: 'inbound',
    priors: { network: 0.95 },
    references,
  }),
  defineSignature({
    id: 'online-dns-query-failed',
    patterns: ['4.4.312 DNS query failed', '5.4.312 Message expired, DNS query failed'],
    places,
    direction: 'inbound',
    priors: { dns: 0.95 },
    references,
  }),
  defineSignature({
    id: 'online-certificate-validation-failed',
    patterns: ['4.7.320 Certificate validation failed'],
    places,
    direction: 'inbound',
    priors: { certificate: 0.95, 'tls-version': 0.02 },
    references: ['hybrid-certificates', ...references],
  }),
];
