import { defineSignature, type Signature } from './define-signature.ts';

/**
 * The line that a protocol log has for a handshake that failed. The document names the Send connector's; Exchange writes the
 * same line for handshakes that it answers. The status at its end decides: a lost connection is one thing, a certificate of
 * the server's own that cannot be used another.
 */
export const tlsNegotiationFailed: readonly Signature[] = [
  defineSignature({
    id: 'tls-negotiation-failed-socket-error',
    patterns: ['TLS negotiation failed with error SocketError'],
    places: ['send-log', 'receive-log'],
    priors: { 'tls-version': 0.8, 'cipher-suite': 0.1, 'inspection-device': 0.1 },
    settledIn: 'registry',
    references: ['mc229914', 'protocol-logging', 'tls-guidance-1', 'tls-guidance-2', 'tls-scenarios'],
  }),
  defineSignature({
    id: 'tls-negotiation-failed-no-credentials',
    patterns: ['TLS negotiation failed with error NoCredentials'],
    places: ['send-log', 'receive-log'],
    priors: { certificate: 0.9, 'tls-version': 0.05 },
    references: ['no-credentials', 'protocol-logging'],
  }),
  defineSignature({
    id: 'tls-negotiation-failed-unknown-credentials',
    patterns: ['TLS negotiation failed with error UnknownCredentials'],
    places: ['send-log', 'receive-log'],
    priors: { certificate: 0.85, 'tls-version': 0.1 },
    references: ['unknown-credentials', 'protocol-logging'],
  }),
];
