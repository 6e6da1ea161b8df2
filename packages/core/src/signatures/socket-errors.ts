import { defineSignature, type Signature } from './define-signature.ts';

/** The first two texts of the document that mailtls implements. */
export const socketErrors: readonly Signature[] = [
  defineSignature({
    id: 'connection-dropped-socket-error',
    patterns: ['421 4.4.2 Connection dropped due to SocketError'],
    places: ['ndr', 'queue'],
    priors: { 'tls-version': 0.5, network: 0.25, 'inspection-device': 0.15, throttling: 0.05 },
    references: ['mc229914', 'tls-guidance-1', 'tls-guidance-2', 'tls-scenarios'],
  }),
  defineSignature({
    id: 'tls-negotiation-failed-socket-error',
    patterns: ['TLS negotiation failed with error SocketError'],
    places: ['send-log'],
    priors: { 'tls-version': 0.8, 'cipher-suite': 0.1, 'inspection-device': 0.1 },
    references: ['mc229914', 'protocol-logging', 'tls-guidance-1', 'tls-guidance-2', 'tls-scenarios'],
  }),
];
