import { defineSignature, type Signature } from './define-signature.ts';

/** .NET's text, and event 4001 of MSExchange Availability, which holds free/busy's failure without it. */
export const secureChannelNotCreated: Signature = defineSignature({
  id: 'secure-channel-not-created',
  patterns: [
    'Could not create SSL/TLS secure channel',
    'AutoDiscoverFailedException: *The underlying connection was closed: An unexpected error occurred on a send',
  ],
  places: ['event-log'],
  direction: 'outbound',
  priors: { 'tls-version': 0.6, certificate: 0.25 },
  references: ['tls12-free-busy', 'dotnet-tls'],
});
