import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../src/diagnose/evidence-group.ts';
import { type Diagnosis, diagnose, nothingFound, verdictOf, wordDiagnosis } from '../src/diagnose.ts';
import type { MachineReport } from '../src/evaluate.ts';
import { inputKinds, type Match, type PeerEvidence, tlsVersions } from '../src/evidence-model.ts';
import { formatMessage, message } from '../src/format-message.ts';
import { causes } from '../src/signatures/define-signature.ts';
import { signatures } from '../src/signatures/index.ts';
import { evidenceOf, matchOf, peerOf, REMOTE, serverOf, textOf } from './diagnose/evidence.ts';
import { clearProbe, oldProbe, probeOf } from './probe/probes.ts';

const DROPPED = 'connection-dropped-socket-error';
const NEGOTIATION = 'tls-negotiation-failed-socket-error';
const STARTTLS_FIRST = 'must-issue-starttls-first';

/** The one diagnosis that evidence leads to. */
function only(evidence: Parameters<typeof evidenceOf>[0]): Diagnosis {
  const diagnoses = diagnose(evidenceOf(evidence));
  expect(diagnoses).toHaveLength(1);
  return diagnoses[0] ?? nothingFound;
}

const brief = ({ cause, confidence, verdict }: Diagnosis): string => `${cause} ${confidence} ${verdict}`;
const reasons = ({ because }: Diagnosis): readonly string[] => because.map(({ id }) => id.replace('because.', ''));

const confidenceOf = (diagnosis: Diagnosis, cause: string): number =>
  [diagnosis, ...diagnosis.rivals].find((one) => one.cause === cause)?.confidence ?? 0;

const off = serverOf({ client: false });
const on = serverOf();

describe('diagnose', () => {
  describe('by the texts of the document', () => {
    it.each<[string, Match, MachineReport | null, string]>([
      ['the NDR’s alone', textOf(DROPPED), null, 'tls-version 0.5 possible'],
      ['the queue’s alone', textOf(DROPPED, 'queue'), null, 'tls-version 0.5 possible'],
      ['the Send log’s alone', matchOf(NEGOTIATION), null, 'tls-version 0.8 likely'],
      ['the last one alone', matchOf(STARTTLS_FIRST), null, 'tls-version 0.35 possible'],
      ['the NDR’s, with the registry off', textOf(DROPPED), off, 'tls-version 0.95 confirmed'],
      ['the Send log’s, with the registry off', matchOf(NEGOTIATION), off, 'tls-version 0.95 confirmed'],
      ['the last one, with the registry off', matchOf(STARTTLS_FIRST), off, 'tls-version 0.95 confirmed'],
      ['the NDR’s, with all on and new', textOf(DROPPED), on, 'network 0.25 possible'],
      ['the Send log’s, with all on and new', matchOf(NEGOTIATION), on, 'tls-version 0.16 unlikely'],
      ['the last one, with all on and new', matchOf(STARTTLS_FIRST), on, 'starttls-not-offered 0.25 possible'],
    ])('%s', (_, match, machine, found) => {
      expect(brief(only({ matches: [match], machine }))).toBe(found);
    });

    it('always names the rivals, the likeliest first', () => {
      for (const match of [textOf(DROPPED), matchOf(NEGOTIATION), matchOf(STARTTLS_FIRST)]) {
        const { rivals, cause } = only({ matches: [match] });
        expect(rivals.length).toBeGreaterThan(1);
        expect(rivals.map((rival) => rival.cause)).not.toContain(cause);
        expect(rivals).toEqual(rivals.toSorted((a, b) => b.confidence - a.confidence));
      }
    });

    it('takes a thousand lines of one text for one piece of evidence', () => {
      const [once, often] = [1, 1000].map((times) =>
        only({ matches: Array.from({ length: times }, () => matchOf(NEGOTIATION)) }),
      );
      expect(often && brief(often)).toBe(once && brief(once));
      expect(often?.because[0]?.args['count']).toBe(1000);
    });

    it('lets two texts of one failure support each other, short of a proof', () => {
      const both = only({ matches: [matchOf(DROPPED), matchOf(NEGOTIATION)] });
      expect(brief(both)).toBe('tls-version 0.89 likely');
    });

    it('takes a text that names the version at its word, whatever the registry of this server says', () => {
      const matches = [matchOf('smtp-auth-old-tls')];
      expect(brief(only({ matches, machine: serverOf({}) }))).toBe('tls-version 0.99 confirmed');
    });
  });

  describe('in order', () => {
    it('the surest first, however often others were met', () => {
      const many = Array.from({ length: 50 }, () => matchOf(DROPPED, { remote: 'often' }));
      expect(diagnose(evidenceOf({ matches: [...many, matchOf(NEGOTIATION)] })).map(brief)).toEqual([
        'tls-version 0.8 likely',
        'tls-version 0.5 possible',
      ]);
      const possible = [...many, matchOf(STARTTLS_FIRST), matchOf('frontend-proxy-error', { remote: 'c' })];
      const confidences = diagnose(evidenceOf({ matches: possible })).map(({ confidence }) => confidence);
      expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    });

    it('names no rival that rounds to 0 %', () => {
      const { rivals } = only({
        matches: [matchOf(NEGOTIATION)],
        peers: [peerOf({ failures: { starttlsNotOffered: 5 }, negotiated: { TLS1_2: 1 } })],
        machine: on,
      });
      expect(rivals.every(({ confidence }) => confidence >= 0.005)).toBe(true);
      expect(rivals.map(({ cause }) => cause)).not.toContain('tls-version');
    });
  });

  describe('by the registry of another server than the logs’', () => {
    const received = { direction: 'inbound', connector: 'EX-A\\Default Frontend' } as const;
    const matches = [matchOf(DROPPED), matchOf(STARTTLS_FIRST, received)];
    const whole = serverOf({ client: false, server: false });

    it('which does not count, and is said for each diagnosis', () => {
      const diagnoses = diagnose(evidenceOf({ matches, machine: whole }));
      expect(diagnoses.map(({ verdict }) => verdict)).toEqual(['possible', 'possible']);
      for (const { because, next } of diagnoses) {
        expect(because.map((reason) => formatMessage(reason, 'en'))).toContain(
          'the TLS settings given are those of EX01, while the logs are of EX-A: they do not count here',
        );
        expect(next.map(({ id }) => id)).not.toContain('next.fix');
      }
    });

    it('but counts where one of the servers is the machine, save for the connectors of the others', () => {
      const both = [...matches, matchOf(STARTTLS_FIRST, { ...received, connector: 'ex01\\Default Frontend' })];
      expect(
        diagnose(evidenceOf({ matches: both, machine: whole })).map(({ connector, verdict }) => [connector, verdict]),
      ).toEqual([
        ['Outbound to Office 365', 'confirmed'],
        ['ex01\\Default Frontend', 'confirmed'],
        ['EX-A\\Default Frontend', 'possible'],
      ]);
    });
  });

  describe('by the registry', () => {
    const dropped = [matchOf(DROPPED)];

    it('as client for what was sent, as server for what was received', () => {
      const serverOff = serverOf({ server: false });
      const outbound = only({ matches: [matchOf(NEGOTIATION)], machine: serverOff });
      expect(outbound.confidence).toBeLessThan(0.25);
      const inbound = only({
        matches: [matchOf(STARTTLS_FIRST, { direction: 'inbound', kind: 'smtp-receive-log' })],
        machine: serverOff,
      });
      expect(brief(inbound)).toBe('tls-version 0.95 confirmed');
      expect(inbound.because.map((reason) => formatMessage(reason, 'en'))).toContain(
        'the registry of EX01 leaves TLS 1.2 as server disabled',
      );
    });

    it('in both roles where the direction is unknown', () => {
      expect(only({ matches: [textOf(DROPPED)], machine: serverOf({ server: false }) }).confidence).toBe(0.95);
      expect(only({ matches: [textOf(DROPPED)], machine: serverOf({ client: false }) }).confidence).toBe(0.95);
    });

    it('as server for the reports of Exchange Online, whose connections come in', () => {
      const report = textOf('online-destination-without-tls', 'ndr', {
        direction: 'inbound',
        remote: 'mail.example.com',
      });
      expect(only({ matches: [report], machine: serverOf({ server: false }) }).confidence).toBe(0.95);
      expect(only({ matches: [report], machine: serverOf({ client: false }) }).confidence).toBeLessThan(0.25);
      const { next } = only({ matches: [report] });
      expect(next.map(({ id }) => id)).toContain('next.log-inbound');
      expect(next.map(({ id }) => id)).not.toContain('next.log-outbound');
    });

    it('off by the default of 2008 R2 as well', () => {
      const bare = serverOf({ release: '2008R2' }, { keys: emptyTls12() });
      expect(brief(only({ matches: dropped, machine: bare }))).toBe('tls-version 0.95 confirmed');
    });

    it.each<[string, MachineReport, number]>([
      ['all on and new', on, 0.1],
      [
        'on, with .NET not set',
        serverOf({}, { keys: { 'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319': {} } }),
        0.2,
      ],
      ['on, with Exchange too old', serverOf({}, { facts: { exchangeBuild: '15.1.225.42' } }), 0.2],
      ['on, on Windows before 2012', serverOf({ release: '2008R2' }), 0.2],
      ['on, without Exchange', serverOf({}, { facts: { exchangeBuild: null } }), 0.2],
      [
        'on, but not restarted since',
        serverOf({}, { facts: { startedAt: '2024-03-01T00:00:00Z', changedAt: '2024-03-02T00:00:00Z' } }),
        0.5,
      ],
      ['unknown', serverOf({ release: '2008R2' }, { keys: { ...emptyTls12(), [clientKey]: { Enabled: 1 } } }), 0.5],
    ])('%s', (_, machine, confidence) => {
      expect(confidenceOf(only({ matches: dropped, machine }), 'tls-version')).toBe(confidence);
    });

    it('does not make a missing certificate a question of the version', () => {
      const diagnosis = only({ matches: [matchOf('tls-negotiation-failed-no-credentials')], machine: off });
      expect(diagnosis.cause).toBe('certificate');
      expect(confidenceOf(diagnosis, 'tls-version')).toBeLessThan(0.25);
      expect(reasons(diagnosis)).toEqual(['signature']);
    });

    it('does not speak for an old client that the text names', () => {
      const old = textOf('schannel-no-common-suite-old-tls', 'event-log');
      expect(brief(only({ matches: [old], machine: on }))).toBe('tls-version 0.7 likely');
    });

    it('is not mentioned where the text has nothing to do with TLS', () => {
      for (const machine of [on, off]) {
        expect(reasons(only({ matches: [textOf('online-dns-query-failed')], machine }))).toEqual(['signature']);
      }
    });
  });

  describe('by what the sessions show', () => {
    const matches = [matchOf(NEGOTIATION)];

    it.each<[string, Partial<PeerEvidence['failures']>, string, string]>([
      ['no STARTTLS in the reply', { starttlsNotOffered: 5 }, 'starttls-not-offered confirmed', 'starttls-not-offered'],
      ['a masked banner', { masked: 5 }, 'inspection-device confirmed', 'masked'],
      ['a certificate', { certificate: 5 }, 'certificate likely', 'certificate'],
      [
        'a masked reply without STARTTLS',
        { masked: 5, starttlsNotOffered: 5 },
        'inspection-device confirmed',
        'starttls-not-offered',
      ],
      [
        'a certificate, after which the connection ended',
        { certificate: 5, endedAfterStarttls: 5 },
        'certificate likely',
        'certificate',
      ],
    ])('%s', (_, failures, found, reason) => {
      const diagnosis = only({ matches, peers: [peerOf({ failures })] });
      expect(`${diagnosis.cause} ${diagnosis.verdict}`).toBe(found);
      expect(reasons(diagnosis)).toContain(reason);
      expect(confidenceOf(diagnosis, 'tls-version')).toBeLessThan(0.1);
    });

    it('rules it out where most sessions failed later, too', () => {
      const peers = [peerOf({ failures: { endedAfterStarttls: 5, starttlsUnused: 1, sessions: 6 } })];
      expect(confidenceOf(only({ matches: [matchOf(STARTTLS_FIRST)], peers }), 'starttls-not-offered')).toBe(0);
    });

    it('rules "STARTTLS is not offered" out where the sender did not use the offer', () => {
      const diagnosis = only({
        matches: [matchOf(STARTTLS_FIRST)],
        peers: [peerOf({ failures: { starttlsUnused: 5 } })],
      });
      expect(brief(diagnosis)).toBe('tls-version 0.35 possible');
      expect(confidenceOf(diagnosis, 'starttls-not-offered')).toBe(0);
      expect(reasons(diagnosis)).toEqual(['signature', 'starttls-unused']);
      expect(diagnosis.next.map(({ id }) => id)).toContain('next.starttls-unused');
    });

    it.each([10, 11])('only where most of the failures show it: not 5 of %d', (sessions) => {
      const diagnosis = only({
        matches,
        peers: [peerOf({ failures: { sessions, starttlsNotOffered: 5, certificate: 5, masked: 5 } })],
      });
      expect(brief(diagnosis)).toBe('tls-version 0.8 likely');
      expect(reasons(diagnosis)).toEqual(['signature']);
    });

    it('holds TLS 1.2 with the same remote against the version', () => {
      const diagnosis = only({ matches, peers: [peerOf({ negotiated: { TLS1_2: 3 } })] });
      expect(confidenceOf(diagnosis, 'tls-version')).toBe(0.08);
      expect(reasons(diagnosis)).toEqual(['signature', 'tls12-success']);
      expect(
        only({ matches, peers: [peerOf({ connector: 'Other', negotiated: { TLS1_3: 1 } })] }).rivals,
      ).toContainEqual({
        cause: 'tls-version',
        confidence: 0.08,
      });
    });

    it('knows the same remote by its name in any case', () => {
      const named = [matchOf(NEGOTIATION, { remote: 'Mail.Example.COM' })];
      const peers = [peerOf({ remote: 'mail.example.com', connector: 'Other', negotiated: { TLS1_2: 3 } })];
      expect(confidenceOf(only({ matches: named, peers }), 'tls-version')).toBe(0.08);
    });

    it('holds TLS 1.2 with another remote, or in the other role, against nothing', () => {
      expect(only({ matches, peers: [peerOf({ remote: '192.0.2.99', negotiated: { TLS1_2: 3 } })] }).confidence).toBe(
        0.8,
      );
      expect(only({ matches, peers: [peerOf({ direction: 'inbound', negotiated: { TLS1_2: 3 } })] }).confidence).toBe(
        0.8,
      );
      expect(
        only({ matches: [textOf(DROPPED)], peers: [peerOf({ remote: null, negotiated: { TLS1_2: 3 } })] }).confidence,
      ).toBe(0.5);
    });

    it('raises a suspicion where nobody ever negotiated more than TLS 1.1', () => {
      const diagnosis = only({
        matches,
        peers: [peerOf({ remote: '192.0.2.99', negotiated: { TLS1_0: 3, TLS1_1: 1 } })],
      });
      expect(diagnosis.confidence).toBe(0.86);
      expect(diagnosis.because.map((reason) => formatMessage(reason, 'en'))).toContain(
        'no session in the logs negotiated more than TLS 1.1',
      );
    });

    it('raises none where anybody negotiated TLS 1.2', () => {
      const peers = [
        peerOf({ remote: '192.0.2.98', negotiated: { TLS1_0: 300 } }),
        peerOf({ remote: '192.0.2.99', negotiated: { TLS1_2: 1 } }),
      ];
      expect(only({ matches, peers }).confidence).toBe(0.8);
    });

    it('all but convicts where Exchange Online ends sessions after STARTTLS and nobody negotiated more than TLS 1.0', () => {
      const peers = [
        peerOf({ exchangeOnline: true, failures: { endedAfterStarttls: 4 } }),
        peerOf({ remote: '192.0.2.99', negotiated: { TLS1_0: 7 } }),
      ];
      const diagnosis = only({ peers });
      expect(brief(diagnosis)).toBe('tls-version 0.9 confirmed');
      expect(reasons(diagnosis)).toEqual(['ended-after-starttls', 'online-died']);
    });

    it('does not convict where one of the three lacks', () => {
      const died = { endedAfterStarttls: 4 };
      const old = peerOf({ remote: '192.0.2.99', negotiated: { TLS1_0: 7 } });
      const confidence = (...peers: readonly PeerEvidence[]): number => confidenceOf(only({ peers }), 'tls-version');
      expect(confidence(peerOf({ failures: died }), old)).toBeLessThan(0.6);
      expect(confidence(peerOf({ exchangeOnline: true, failures: died }))).toBeLessThan(0.6);
      expect(confidence(peerOf({ exchangeOnline: true, failures: { ...died, sessions: 100 } }), old)).toBeLessThan(0.6);
      expect(confidence(peerOf({ exchangeOnline: true, failures: { ...died, certificate: 4 } }), old)).toBeLessThan(
        0.6,
      );
      expect(
        confidence(peerOf({ exchangeOnline: true, failures: died }), { ...old, direction: 'inbound' }),
      ).toBeLessThan(0.6);
      expect(
        confidence(peerOf({ exchangeOnline: true, failures: died }), old, {
          ...old,
          remote: '192.0.2.97',
          negotiated: { TLS1_2: 1 },
        }),
      ).toBeLessThan(0.6);
    });

    it('lets the registry decide where sessions ended after STARTTLS without a text', () => {
      const peers = [peerOf({ failures: { endedAfterStarttls: 4 } })];
      expect(brief(only({ peers, machine: off }))).toBe('tls-version 0.95 confirmed');
      expect(brief(only({ peers }))).toBe('tls-version 0.25 possible');
    });
  });

  describe('a logged TLS 1.0 handshake convicts nobody', () => {
    it('is no failure by itself', () => {
      expect(diagnose(evidenceOf({ peers: [peerOf({ negotiated: { TLS1_0: 100 } })], machine: off }))).toEqual([]);
      expect(diagnose(evidenceOf({ peers: [peerOf({ negotiated: { TLS1_0: 1 }, exchangeOnline: true })] }))).toEqual(
        [],
      );
    });

    it('does not make a later failure of the session one of the version', () => {
      const handshake = [peerOf({ negotiated: { TLS1_0: 10 } })];
      expect(brief(only({ matches: [matchOf(DROPPED)], peers: handshake }))).toBe('tls-version 0.5 possible');
      expect(only({ matches: [matchOf('connection-dropped-timed-out')], peers: handshake }).cause).toBe('network');
    });

    it('never brings a text that points elsewhere to likely', () => {
      for (const { id, priors } of signatures) {
        if ((priors['tls-version'] ?? 0) >= 0.25) continue;
        const matches = [matchOf(id)];
        const without = confidenceOf(only({ matches }), 'tls-version');
        expect(
          confidenceOf(only({ matches, peers: [peerOf({ remote: 'x', negotiated: { TLS1_0: 9 } })] }), 'tls-version'),
        ).toBe(without);
      }
    });
  });

  describe('by the event log, which names nobody', () => {
    const alert = textOf('schannel-alert-received-protocol-version', 'event-log');

    it('joins a failure that points to TLS', () => {
      const diagnosis = only({ matches: [matchOf(DROPPED), alert] });
      expect(diagnosis.remote).toBe(REMOTE);
      expect(diagnosis.verdict).toBe('confirmed');
      expect(reasons(diagnosis)).toEqual(['signature', 'machine-event']);
    });

    it('stands alone where it is alone', () => {
      const diagnosis = only({ matches: [alert, alert] });
      expect(diagnosis).toMatchObject({ remote: null, connector: null, cause: 'tls-version', verdict: 'confirmed' });
      expect(diagnosis.because[0]?.args['count']).toBe(2);
    });

    it('does not make a question of TLS of a failure that is none', () => {
      const dns = textOf('online-dns-query-failed', 'ndr', { remote: 'mail.example.com' });
      const diagnoses = diagnose(evidenceOf({ matches: [dns, alert] }));
      expect(diagnoses.map(({ remote, cause }) => [remote, cause])).toEqual([
        ['mail.example.com', 'dns'],
        [null, 'tls-version'],
      ]);
      expect(diagnoses.find(({ cause }) => cause === 'dns')?.rivals).toEqual([]);
    });

    it('gives a failure no cause that it does not suspect itself', () => {
      const refused = textOf('schannel-alert-received-certificate', 'event-log');
      const diagnoses = diagnose(evidenceOf({ matches: [matchOf(NEGOTIATION), refused, alert] }));
      expect(diagnoses.map(({ remote, cause, verdict }) => [remote, cause, verdict])).toEqual([
        [REMOTE, 'tls-version', 'confirmed'],
        [null, 'certificate', 'confirmed'],
      ]);
      expect(confidenceOf(diagnoses[0] ?? nothingFound, 'certificate')).toBe(0);
    });

    it('parts its own events by their causes', () => {
      const events = [
        'schannel-alert-received-protocol-version',
        'schannel-credential-failed',
        'transport-no-starttls-certificate',
        'schannel-no-common-suite-tls12',
      ] as const;
      const diagnoses = diagnose(evidenceOf({ matches: events.map((id) => textOf(id, 'event-log')) }));
      expect(diagnoses.map(({ cause, because }) => [cause, because.length])).toEqual([
        ['certificate', 1],
        ['tls-version', 2],
        ['cipher-suite', 1],
      ]);
    });
  });

  describe('by pasted texts, which name nobody', () => {
    it('parts them by the causes that they point to', () => {
      const ids = [DROPPED, 'winsock-connection-failed', 'tls-negotiation-failed-no-credentials', NEGOTIATION] as const;
      const diagnoses = diagnose(evidenceOf({ matches: ids.map((id) => textOf(id, 'text')) }));
      expect(diagnoses.map(({ cause, because }) => [cause, because.length])).toEqual([
        ['network', 1],
        ['certificate', 1],
        ['tls-version', 2],
      ]);
    });

    it('lets those of one cause support each other', () => {
      const texts = [DROPPED, NEGOTIATION, STARTTLS_FIRST] as const;
      expect(brief(only({ matches: texts.map((id) => textOf(id, 'text')) }))).toBe('tls-version 0.89 likely');
    });
  });

  describe('decoys', () => {
    it.each([
      ['tls-negotiation-failed-no-credentials', 'certificate'],
      ['tls-negotiation-failed-unknown-credentials', 'certificate'],
      ['tls-rate-exceeded', 'throttling'],
      ['online-connection-refused', 'network'],
      ['online-connection-timed-out', 'network'],
      ['online-dns-query-failed', 'dns'],
      ['online-certificate-validation-failed', 'certificate'],
      ['client-not-authenticated', 'authentication'],
      ['tenant-attribution', 'authentication'],
      ['send-connector-certificate-not-found', 'certificate'],
      ['winsock-connection-failed', 'network'],
      ['connection-dropped-timed-out', 'network'],
      ['connection-dropped-connection-reset', 'network'],
    ] as const)('%s is a matter of: %s', (signature, cause) => {
      expect(only({ matches: [textOf(signature)] }).cause).toBe(cause);
      expect(only({ matches: [textOf(signature)], machine: off }).cause).toBe(cause);
    });
  });

  it('finds nothing in nothing', () => {
    expect(diagnose(evidenceOf({ machine: off }))).toEqual([]);
    expect(nothingFound).toMatchObject({ cause: 'unknown', confidence: 0, verdict: 'none' });
  });

  it('keeps other ends, connectors and directions apart', () => {
    const places = [{}, { remote: '192.0.2.26' }, { connector: 'Other' }, { direction: 'inbound' as const }];
    expect(diagnose(evidenceOf({ matches: places.map((place) => matchOf(NEGOTIATION, place)) }))).toHaveLength(4);
  });

  it('puts the weightiest first', () => {
    const few = matchOf(NEGOTIATION, { remote: 'few' });
    const many = Array.from({ length: 50 }, () => matchOf(NEGOTIATION, { remote: 'many' }));
    const weak = matchOf('tls-negotiation-failed-no-credentials', { remote: 'sure' });
    const faint = textOf('must-issue-starttls-first-530', 'ndr', { remote: 'faint' });
    expect(diagnose(evidenceOf({ matches: [few, ...many] })).map(({ remote }) => remote)).toEqual(['many', 'few']);
    expect(diagnose(evidenceOf({ matches: [few, weak] })).map(({ remote }) => remote)).toEqual(['sure', 'few']);
    expect(diagnose(evidenceOf({ matches: [faint, few] })).map(({ remote }) => remote)).toEqual(['faint', 'few']);
  });

  it('does a large estate’s evidence in one go', () => {
    const remotes = Array.from({ length: 10_000 }, (_, i) => `10.0.${i >> 8}.${i & 255}`);
    const touched = { peers: 0 };
    const peers = remotes.map((remote) =>
      counting(peerOf({ remote, negotiated: { TLS1_0: 1 }, failures: { endedAfterStarttls: 1 } }), touched),
    );
    const matches = Array.from({ length: 100_000 }, (_, i) =>
      i % 2 === 0
        ? matchOf(NEGOTIATION, { remote: remotes[i % 10_000] ?? null })
        : textOf('schannel-credential-failed', 'event-log'),
    );
    const diagnoses = diagnose({ matches, peers, kinds: new Set(), machine: on });
    expect(diagnoses).toHaveLength(10_000);
    // A look at every peer for every group would be a hundred million.
    expect(touched.peers).toBeLessThan(peers.length * 60);
  });
});

const clientKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client';

function emptyTls12(): Readonly<Record<string, Readonly<Record<string, never>>>> {
  return { [clientKey]: {}, [clientKey.replace('Client', 'Server')]: {} };
}

/** Counts how often anything of it is read. */
function counting(peer: PeerEvidence, touched: { peers: number }): PeerEvidence {
  return new Proxy(peer, {
    get(target, name, receiver) {
      touched.peers += 1;
      return Reflect.get(target, name, receiver);
    },
  });
}

describe('any evidence', () => {
  const remote = fc.constantFrom(null, 'a', 'b', 'mail.example.com');
  const connector = fc.constantFrom(null, 'To Office 365', "x'; Remove-Item C:\\ -Recurse; '", 'Către parteneri');
  const direction = fc.constantFrom('outbound' as const, 'inbound' as const);
  const match = fc
    .record({
      signature: fc.constantFrom(...signatures.map(({ id }) => id)),
      kind: fc.constantFrom(...inputKinds),
      remote,
      connector,
      direction: fc.option(direction),
    })
    .map(({ signature, ...rest }) => matchOf(signature, rest));
  const counts = fc.nat({ max: 5 });
  const peer = fc
    .record({
      remote,
      connector,
      direction,
      negotiated: fc.dictionary(fc.constantFrom(...tlsVersions), counts),
      exchangeOnline: fc.boolean(),
      failures: fc.record({
        starttlsNotOffered: counts,
        starttlsUnused: counts,
        endedAfterStarttls: counts,
        certificate: counts,
        masked: counts,
      }),
    })
    .map(peerOf);
  const evidence: fc.Arbitrary<Evidence> = fc.record({
    matches: fc.array(match, { maxLength: 20 }),
    peers: fc.array(peer, { maxLength: 8 }),
    probes: fc.subarray([
      probeOf({ host: 'a', address: '192.0.2.1' }),
      { ...oldProbe, host: 'b', address: '192.0.2.2' },
      { ...clearProbe, host: 'mail.example.com', time: '2026-06-02T08:00:00.000Z' },
      probeOf({ host: 'mail.example.com' }),
    ]),
    machine: fc.constantFrom(null, on, off, serverOf({ release: '2008R2' }, { keys: emptyTls12() })),
    kinds: fc.uniqueArray(fc.constantFrom(...inputKinds)).map((kinds) => new Set(kinds)),
  });

  it('gives confidences from 0 to 1, verdicts by them, and sorted rivals', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        for (const { confidence, cause, verdict, rivals, because } of diagnose(given)) {
          expect(verdict).toBe(verdictOf(confidence));
          const ranked = [{ cause, confidence }, ...rivals];
          for (const one of ranked) {
            expect(causes).toContain(one.cause);
            expect(one.confidence).toBeGreaterThanOrEqual(0);
            expect(one.confidence).toBeLessThan(1);
          }
          expect(new Set(ranked.map((one) => one.cause)).size).toBe(ranked.length);
          expect(ranked).toEqual(ranked.toSorted((a, b) => b.confidence - a.confidence));
          if (confidence > 0) expect(because.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('gives the same for the same, in whatever order it was met', () => {
    fc.assert(
      fc.property(evidence, fc.infiniteStream(fc.nat()), (given, order) => {
        const { matches, peers } = structuredClone({ matches: given.matches, peers: given.peers });
        expect(diagnose({ ...given, matches, peers })).toEqual(diagnose(given));
        const shuffled = { ...given, matches: shuffle(given.matches, order), peers: shuffle(given.peers, order) };
        const verdicts = (all: readonly Diagnosis[]): readonly string[] =>
          all
            .map(({ remote: end, connector: name, ...one }) =>
              JSON.stringify([end, name, brief(one as Diagnosis), one.rivals]),
            )
            .toSorted();
        expect(verdicts(diagnose(shuffled))).toEqual(verdicts(diagnose(given)));
      }),
    );
  });

  it('always leaves something to do, none of it twice', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        for (const { next } of diagnose(given)) {
          const steps = next.map((step) => formatMessage(step, 'en'));
          expect(steps.length).toBeGreaterThan(0);
          expect(new Set(steps).size).toBe(steps.length);
        }
      }),
    );
  });

  it('is not believed more for being repeated', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const often = { ...given, matches: [...given.matches, ...given.matches, ...given.matches] };
        const confidences = (all: readonly Diagnosis[]): readonly string[] => all.map(brief).toSorted();
        expect(confidences(diagnose(often))).toEqual(confidences(diagnose(given)));
      }),
    );
  });

  it('has a diagnosis for every match, and none without a failure', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const diagnoses = diagnose(given);
        const reasonsGiven = diagnoses.flatMap(({ because }) => because.map((reason) => formatMessage(reason, 'en')));
        for (const { signature } of given.matches) {
          const title = formatMessage(message(`signature.${signature}.title`), 'en');
          expect(reasonsGiven.some((reason) => reason.startsWith(`"${title}"`))).toBe(true);
        }
        const connectors = new Set(diagnoses.map((one) => one.connector));
        for (const { kind, connector: name } of given.matches) {
          if (kind !== 'event-log' && name !== null) expect(connectors).toContain(name);
        }
        const healthy = given.peers.map((one) => peerOf({ ...one, failures: {} }));
        expect(diagnose({ ...given, matches: [], peers: healthy, probes: [] })).toEqual([]);
      }),
    );
  });
});

function shuffle<T>(list: readonly T[], order: fc.Stream<number>): readonly T[] {
  const keys = [...order.take(list.length)];
  return list
    .map((item, i) => ({ item, key: keys[i] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

describe('wordDiagnosis', () => {
  const worded = (diagnosis: Diagnosis): string => formatMessage(wordDiagnosis(diagnosis), 'en');

  it('names the cause and how sure it is', () => {
    expect(worded(only({ matches: [matchOf('tls-rate-exceeded')] }))).toBe(
      'throttling by the other side (confirmed, 98 %)',
    );
  });

  it.each(signatures.filter(({ priors }) => Object.keys(priors).length === 0))(
    'says of $id alone that the cause is not shown, and gives it no figure',
    ({ id }) => {
      const diagnosis = only({ matches: [matchOf(id)] });
      expect(diagnosis).toMatchObject({ cause: 'unknown', confidence: 0, verdict: 'unlikely', rivals: [] });
      expect(worded(diagnosis)).toMatch(/^the cause is not shown: [^%]*$/);
    },
  );

  it('says where nothing was found', () => {
    expect(worded(nothingFound)).toBe('no known error found');
  });
});

describe('verdictOf', () => {
  it.each([
    [1, 'confirmed'],
    [0.9, 'confirmed'],
    [0.899, 'likely'],
    [0.6, 'likely'],
    [0.599, 'possible'],
    [0.25, 'possible'],
    [0.249, 'unlikely'],
    [0, 'unlikely'],
  ])('%d is %s', (confidence, verdict) => {
    expect(verdictOf(confidence)).toBe(verdict);
  });
});
