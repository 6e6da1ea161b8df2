import type { SignatureId } from '../wording/en.ts';
import { defineSignature, type Signature } from './define-signature.ts';

function dane(id: SignatureId, number: string, reason: string, priors: Signature['priors']): Signature {
  return defineSignature({
    id,
    patterns: [`{4.7.${number}|5.7.${number}} ${reason}`],
    places: ['message-trace', 'ndr'],
    direction: 'inbound',
    priors,
    references: ['smtp-dane', 'exchange-online-ndrs'],
  });
}

/** Exchange Online's refusals to send where DANE or MTA-STS asks for a TLS that cannot be had. */
export const onlineDane: readonly Signature[] = [
  dane('online-starttls-not-supported', '321', 'starttls-not-supported', {
    'tls-version': 0.5,
    'starttls-not-offered': 0.45,
  }),
  dane('online-certificate-expired', '322', 'certificate-expired', { certificate: 0.98 }),
  dane('online-tlsa-invalid', '323', 'tlsa-invalid', { certificate: 0.6, dns: 0.35 }),
  dane('online-dnssec-invalid', '324', 'dnssec-invalid', { dns: 0.98 }),
  dane('online-certificate-host-mismatch', '325', 'certificate-host-mismatch', { certificate: 0.98 }),
];
