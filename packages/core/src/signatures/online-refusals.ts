import { defineSignature, type Place, type Signature } from './define-signature.ts';

const places: readonly [Place, ...Place[]] = ['send-log', 'queue', 'ndr', 'smtp-client'];

/** Exchange Online knows the sender's TLS well enough, and does not know the sender. */
export const onlineRefusals: readonly Signature[] = [
  defineSignature({
    id: 'client-not-authenticated',
    patterns: ['5.7.57 {Client was|SMTP; Client was} not authenticated'],
    places,
    priors: { authentication: 0.98 },
    references: ['client-not-authenticated', 'exchange-online-ndrs'],
  }),
  defineSignature({
    id: 'tenant-attribution',
    patterns: ['5.7.64 TenantAttribution'],
    places,
    priors: { authentication: 0.55, certificate: 0.35, 'tls-version': 0.05 },
    references: ['tenant-attribution', 'exchange-online-ndrs'],
  }),
  defineSignature({
    id: 'tenant-inbound-attribution',
    patterns: ['5.7.51 TenantInboundAttribution'],
    places,
    priors: { authentication: 0.55, certificate: 0.4 },
    references: ['hybrid-certificates', 'exchange-online-ndrs'],
  }),
];
