import type { HandshakeProbe, ProbedVersion, SmtpProbe } from '../../src/probe/smtp-probe.ts';
import { probedVersions } from '../../src/probe/smtp-probe.ts';

/** How the handshakes of a probe ended, those with the versions that are not named with an alert. */
export function handshakes(ended: Partial<Record<ProbedVersion, Partial<HandshakeProbe>>>): readonly HandshakeProbe[] {
  return probedVersions.map((version) => ({
    version,
    outcome: 'refused',
    reason: 'alert',
    cipher: null,
    alert: 70,
    detail: null,
    ...ended[version],
  }));
}

export const ACCEPTED = { outcome: 'accepted', reason: null, cipher: 'TLS_AES_256_GCM_SHA384', alert: null } as const;
export const NOT_HERE = { outcome: 'not-tried', reason: 'not-here', alert: null, detail: 'ERR_SSL_X' } as const;
const NO_STARTTLS = { outcome: 'not-tried', reason: 'no-starttls', alert: null } as const;

/** A probe of a server that has TLS 1.2 and 1.3, with a certificate that nothing is wrong with. */
export function probeOf(changes: Partial<SmtpProbe> = {}): SmtpProbe {
  return {
    host: 'mail.example',
    port: 25,
    address: '192.0.2.25',
    time: '2026-06-01T08:00:00.000Z',
    greeting: { code: 220, lines: ['mail.example ESMTP'] },
    ehlo: { code: 250, lines: ['mail.example', 'SIZE 35882577', 'STARTTLS', '8BITMIME'] },
    handshakes: handshakes({ TLS1_2: ACCEPTED, TLS1_3: ACCEPTED }),
    chain: {
      certificates: [
        {
          subject: 'CN=mail.example',
          issuer: 'CN=Example CA',
          validFrom: '2026-01-01T00:00:00.000Z',
          validTo: '2026-12-31T23:59:59.000Z',
          names: ['mail.example'],
          serialNumber: '0A',
          fingerprint: '00:11',
          keyType: 'RSA',
          keyBits: 2048,
        },
      ],
      namesHost: true,
      objection: null,
    },
    ...changes,
  };
}

/** A probe of a server that is held at TLS 1.0. */
export const oldProbe: SmtpProbe = probeOf({ handshakes: handshakes({ TLS1_0: ACCEPTED }) });

/** A probe of a server that offers no STARTTLS. */
export const clearProbe: SmtpProbe = probeOf({
  ehlo: { code: 250, lines: ['mail.example', '8BITMIME'] },
  handshakes: handshakes({ TLS1_0: NO_STARTTLS, TLS1_1: NO_STARTTLS, TLS1_2: NO_STARTTLS, TLS1_3: NO_STARTTLS }),
  chain: null,
});
