import { defineSignature, type Signature } from './define-signature.ts';

/**
 * What SCHANNEL told the program, by Exchange's name for it, by Windows' or by its number. The numbers are easily confused:
 * the alert "protocol version" (70) becomes 0x80090302, while 0x80090331 says that no algorithm is common.
 */
export const schannelStatuses: readonly Signature[] = [
  defineSignature({
    id: 'schannel-algorithm-mismatch',
    patterns: ['AlgorithmMismatch', 'SEC_E_ALGORITHM_MISMATCH', '0x80090331'],
    places: ['send-log', 'receive-log', 'queue', 'event-log'],
    priors: { 'tls-version': 0.7, 'cipher-suite': 0.2, certificate: 0.05 },
    references: ['schannel-error-codes', 'tls-guidance-2', 'exchange-tls'],
  }),
  defineSignature({
    id: 'schannel-invalid-token',
    patterns: [
      'TLS negotiation failed with error InvalidToken',
      '451 4.4.0 Security status {InvalidToken|IllegalMessage}',
      'SEC_E_INVALID_TOKEN',
      'SEC_E_ILLEGAL_MESSAGE',
      '0x80090308',
      '0x80090326',
    ],
    places: ['send-log', 'receive-log', 'queue', 'ndr', 'message-trace'],
    priors: { 'inspection-device': 0.35, 'tls-version': 0.3, 'cipher-suite': 0.15, other: 0.15 },
    settledIn: 'protocol-log',
    references: ['schannel-error-codes', 'smtp-inspection', 'protocol-logging'],
  }),
  defineSignature({
    id: 'schannel-unsupported-function',
    patterns: ['SEC_E_UNSUPPORTED_FUNCTION', '0x80090302'],
    places: ['send-log', 'receive-log', 'event-log'],
    // No source has a figure for the number itself. This is the lower one of the two for the alert that it stands for.
    priors: { 'tls-version': 0.9, other: 0.05 },
    settledIn: 'registry',
    references: ['schannel-error-codes', 'tls-guidance-2'],
  }),
];
