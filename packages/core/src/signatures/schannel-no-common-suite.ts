import type { SignatureId } from '../wording/en.ts';
import { defineSignature, type Signature } from './define-signature.ts';

function noCommonSuite(id: SignatureId, versions: string, priors: Signature['priors']): Signature {
  return defineSignature({
    id,
    patterns: [`An TLS ${versions} connection request was received *none of the cipher suites supported by the client`],
    places: ['event-log'],
    direction: 'inbound',
    priors,
    references: ['schannel-events', 'exchange-tls', 'schannel-registry'],
  });
}

/** Event 36874: the client's version is in the text, and makes the difference. */
export const schannelNoCommonSuite: readonly Signature[] = [
  {
    ...noCommonSuite('schannel-no-common-suite-old-tls', '{1.0|1.1}', { 'tls-version': 0.7, 'cipher-suite': 0.25 }),
    // It is the client that is old, whatever this server has.
    names: 'tls-version',
  },
  noCommonSuite('schannel-no-common-suite-tls12', '1.2', { 'cipher-suite': 0.85, 'tls-version': 0.1 }),
];
