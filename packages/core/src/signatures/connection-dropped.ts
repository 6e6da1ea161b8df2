import type { ReferenceId } from '../references.ts';
import { defineSignature, type Signature } from './define-signature.ts';

const references: readonly ReferenceId[] = ['mc229914', 'tls-guidance-1', 'tls-guidance-2', 'tls-scenarios'];

/** Exchange lost the connection while it was sending; the word at the end says how. */
export const connectionDropped: readonly Signature[] = [
  defineSignature({
    id: 'connection-dropped-socket-error',
    patterns: ['421 4.4.2 Connection dropped due to SocketError'],
    places: ['ndr', 'queue'],
    priors: { 'tls-version': 0.5, network: 0.25, 'inspection-device': 0.15, throttling: 0.05 },
    settledIn: 'protocol-log',
    references,
  }),
  defineSignature({
    id: 'connection-dropped-timed-out',
    patterns: ['421 4.4.2 Connection dropped due to TimedOut'],
    places: ['ndr', 'queue'],
    priors: { network: 0.6, 'inspection-device': 0.2, 'tls-version': 0.15 },
    settledIn: 'protocol-log',
    references: ['protocol-logging', ...references],
  }),
  defineSignature({
    id: 'connection-dropped-connection-reset',
    patterns: ['421 4.4.2 Connection dropped due to ConnectionReset'],
    places: ['ndr', 'queue'],
    priors: { network: 0.55, 'inspection-device': 0.25, 'tls-version': 0.15 },
    settledIn: 'protocol-log',
    references: ['protocol-logging', ...references],
  }),
];
