import { describe, expect, it } from 'vitest';
import { formatMessage, languages } from '../../src/format-message.ts';
import { judgeProbe, wordHandshake } from '../../src/probe/judge-probe.ts';
import {
  type CertificateChain,
  type HandshakeReason,
  handshakeReasons,
  type ProbedCertificate,
  type SmtpProbe,
} from '../../src/probe/smtp-probe.ts';
import { ACCEPTED, clearProbe, handshakes, NOT_HERE, oldProbe, probeOf } from './probes.ts';

const idsOf = (probe: SmtpProbe): readonly string[] => judgeProbe(probe).map(({ id }) => id);
const all = (ended: Parameters<typeof handshakes>[0]['TLS1_0']): ReturnType<typeof handshakes> =>
  handshakes({ TLS1_0: ended, TLS1_1: ended, TLS1_2: ended, TLS1_3: ended } as never);
const unclear = (reason: HandshakeReason, detail: string | null = null) =>
  ({ outcome: 'unknown', reason, alert: null, detail }) as const;

describe('judgeProbe', () => {
  it.each<[string, SmtpProbe, readonly string[]]>([
    ['TLS 1.2 and newer', probeOf(), ['accepts-modern']],
    ['TLS 1.3 alone', probeOf({ handshakes: handshakes({ TLS1_3: ACCEPTED }) }), ['accepts-modern']],
    ['TLS 1.0 alone', oldProbe, ['only-old']],
    [
      'TLS 1.1, and TLS 1.3 that could not be tried',
      probeOf({ handshakes: handshakes({ TLS1_1: ACCEPTED, TLS1_3: NOT_HERE }) }),
      ['seen-only-old', 'not-tried'],
    ],
    [
      'TLS 1.2, and TLS 1.0 that could not be tried',
      probeOf({ handshakes: handshakes({ TLS1_0: NOT_HERE, TLS1_2: ACCEPTED }) }),
      ['accepts-modern', 'not-tried'],
    ],
    ['no version at all', probeOf({ handshakes: handshakes({}), chain: null }), ['no-version']],
    ['no STARTTLS', clearProbe, ['starttls-missing']],
    [
      'no STARTTLS behind a mask',
      { ...clearProbe, greeting: { code: 220, lines: ['*****2***'] } },
      ['masked', 'starttls-missing'],
    ],
    ['no EHLO', { ...clearProbe, ehlo: { code: 500, lines: ['what?'] } }, ['ehlo-refused']],
    ['no service', { ...clearProbe, greeting: { code: 554, lines: ['no'] }, ehlo: null }, ['no-service']],
    [
      'STARTTLS that is refused',
      probeOf({ handshakes: all(unclear('starttls-refused', '454 no')), chain: null }),
      ['starttls-refused'],
    ],
    [
      'text before TLS',
      probeOf({ handshakes: all(unclear('text-before-tls')), chain: null }),
      ['text-before-tls', 'unclear'],
    ],
    ['silence', probeOf({ handshakes: all(unclear('timed-out')), chain: null }), ['unclear']],
  ])('of a server with %s says it', (_, probe, want) => {
    expect(idsOf(probe)).toEqual(want);
  });

  const withChain = (changes: Partial<ProbedCertificate>, chain: Partial<CertificateChain> = {}): SmtpProbe => {
    const [own] = probeOf().chain?.certificates ?? [];
    return probeOf({
      chain: {
        certificates: [{ ...own, ...changes } as ProbedCertificate],
        namesHost: true,
        objection: null,
        ...chain,
      },
    });
  };

  it.each<[string, SmtpProbe, readonly string[]]>([
    ['expired', withChain({ validTo: '2026-05-31T00:00:00.000Z' }), ['certificate-expired']],
    [
      'that OpenSSL calls expired too, once',
      withChain({ validTo: '2026-05-31T00:00:00.000Z' }, { objection: 'CERT_HAS_EXPIRED' }),
      ['certificate-expired'],
    ],
    ['of tomorrow', withChain({ validFrom: '2026-06-02T00:00:00.000Z' }), ['certificate-not-yet-valid']],
    ['for another host', withChain({}, { namesHost: false }), ['certificate-name']],
    ['self-signed', withChain({}, { objection: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), ['certificate-self-signed']],
    [
      'of an unknown authority',
      withChain({}, { objection: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
      ['certificate-untrusted'],
    ],
    ['with a short key', withChain({ keyBits: 1024 }), ['certificate-short-key']],
    ['with a key of another kind', withChain({ keyType: 'EC', keyBits: null }), []],
  ])('tells of a certificate %s', (_, probe, want) => {
    expect(idsOf(probe)).toEqual(['accepts-modern', ...want]);
  });

  it('names the certificate of the chain that has expired', () => {
    const [own] = probeOf().chain?.certificates ?? [];
    const issuer = { ...own, subject: 'CN=Example CA', validTo: '2026-02-01T00:00:00.000Z' } as ProbedCertificate;
    const probe = probeOf({
      chain: { certificates: [own as ProbedCertificate, issuer], namesHost: true, objection: 'CERT_HAS_EXPIRED' },
    });
    const [, finding] = judgeProbe(probe);
    expect(finding && formatMessage(finding.message, 'en')).toContain('CN=Example CA has expired');
  });
});

describe('wordHandshake', () => {
  const reasons = Object.entries(handshakeReasons).flatMap(([outcome, of]) =>
    of.map((reason): [string, string] => [outcome, reason]),
  );

  it.each<[string, string | null]>([['accepted', null], ...reasons])(
    'words one that is %s for the reason %s',
    (outcome, reason) => {
      const handshake = { ...handshakes({})[0], outcome, reason, detail: 'DETAIL' } as never;
      for (const language of languages) expect(formatMessage(wordHandshake(handshake), language)).not.toMatch(/[{}]/);
    },
  );
});
