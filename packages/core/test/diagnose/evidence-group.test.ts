import { describe, expect, it } from 'vitest';
import {
  type Evidence,
  type EvidenceGroup,
  groupEvidence as group,
  sizeOf,
} from '../../src/diagnose/evidence-group.ts';
import { OtherEnds } from '../../src/diagnose/other-ends.ts';
import { CONNECTOR, evidenceOf, matchOf, peerOf, REMOTE, textOf } from './evidence.ts';

const groupEvidence = (evidence: Evidence): readonly EvidenceGroup[] =>
  group(evidence, new OtherEnds(evidence.matches, evidence.peers));

describe('groupEvidence', () => {
  it('puts matches and sessions of one place together, failed or not', () => {
    const died = peerOf({ failures: { endedAfterStarttls: 1 } });
    const fine = peerOf({ negotiated: { TLS1_2: 1 } });
    const [found, ...others] = groupEvidence(
      evidenceOf({
        matches: [matchOf('tls-negotiation-failed-socket-error'), matchOf('tls-negotiation-failed-socket-error')],
        peers: [fine, died, peerOf({ remote: 'elsewhere' })],
      }),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      direction: 'outbound',
      signatures: new Map([['tls-negotiation-failed-socket-error', 2]]),
      peers: [fine, died],
    });
    expect(found && sizeOf(found)).toBe(3);
  });

  it('makes no group of sessions that did not fail at STARTTLS and met no signature', () => {
    expect(groupEvidence(evidenceOf({ peers: [peerOf(), peerOf({ failures: { starttlsNotOffered: 3 } })] }))).toEqual(
      [],
    );
    expect(groupEvidence(evidenceOf({ peers: [peerOf({ failures: { endedAfterStarttls: 1 } })] }))).toHaveLength(1);
  });

  it('makes a group of sessions whose certificate was refused, which the event log does not join', () => {
    const peers = [peerOf({ failures: { certificate: 2 } })];
    const groups = groupEvidence(evidenceOf({ matches: [textOf('schannel-credential-failed', 'event-log')], peers }));
    expect(groups.map(({ peers: { length }, events }) => [length, events.size])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('gives an event to every group that suspects its cause and to no other', () => {
    const groups = groupEvidence(
      evidenceOf({
        matches: [
          matchOf('tls-negotiation-failed-socket-error', { remote: 'tls' }),
          matchOf('winsock-connection-failed', { remote: 'network' }),
          textOf('schannel-credential-failed', 'event-log'),
        ],
        peers: [peerOf({ remote: 'died', failures: { endedAfterStarttls: 1 } })],
      }),
    );
    expect(groups.map(({ remote, events }) => [remote, events.size])).toEqual([
      ['tls', 1],
      ['network', 0],
      ['died', 1],
    ]);
  });

  it('keeps places apart whose names run into each other', () => {
    const matches = [
      matchOf('winsock-connection-failed', { remote: 'a","b', connector: 'c' }),
      matchOf('winsock-connection-failed', { remote: 'a', connector: 'b","c' }),
      matchOf('winsock-connection-failed', { remote: 'null', connector: null }),
      matchOf('winsock-connection-failed', { remote: null, connector: 'null' }),
    ];
    expect(groupEvidence(evidenceOf({ matches }))).toHaveLength(4);
  });

  it('keeps an event away from what went the other way', () => {
    const matches = [
      matchOf('tls-negotiation-failed-socket-error'),
      matchOf('tls-negotiation-failed-socket-error', { direction: 'inbound' }),
      textOf('connection-dropped-socket-error', 'text'),
      textOf('schannel-no-common-suite-old-tls', 'event-log'),
      textOf('secure-channel-not-created', 'event-log'),
      textOf('schannel-credential-failed', 'event-log'),
    ];
    expect(
      groupEvidence(evidenceOf({ matches })).map(({ direction, events }) => [direction, [...events.keys()]]),
    ).toEqual([
      ['outbound', ['secure-channel-not-created', 'schannel-credential-failed']],
      ['inbound', ['schannel-no-common-suite-old-tls', 'schannel-credential-failed']],
      [null, ['schannel-no-common-suite-old-tls', 'secure-channel-not-created', 'schannel-credential-failed']],
    ]);
  });

  it('gives events that stand alone the direction that all of them have', () => {
    const directionOf = (...ids: readonly Parameters<typeof textOf>[0][]): unknown =>
      groupEvidence(evidenceOf({ matches: ids.map((id) => textOf(id, 'event-log')) })).map(
        ({ direction }) => direction,
      );
    expect(directionOf('schannel-no-common-suite-old-tls')).toEqual(['inbound']);
    expect(directionOf('schannel-no-common-suite-old-tls', 'schannel-credential-failed')).toEqual([null]);
    expect(directionOf('schannel-no-common-suite-old-tls', 'secure-channel-not-created')).toEqual([null]);
  });

  it('takes names that differ in case alone for one other end', () => {
    const [found, ...others] = groupEvidence(
      evidenceOf({
        matches: [
          matchOf('tls-negotiation-failed-socket-error', { remote: 'Mail.Example.com' }),
          matchOf('tls-negotiation-failed-socket-error', { remote: 'mail.example.COM' }),
        ],
        peers: [peerOf({ remote: 'MAIL.EXAMPLE.COM' })],
      }),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ remote: 'Mail.Example.com', peers: [{ remote: 'MAIL.EXAMPLE.COM' }] });
    expect(found?.signatures.get('tls-negotiation-failed-socket-error')).toBe(2);
  });

  it('puts sessions that name nobody to the texts of the cause that most of them show', () => {
    const died = peerOf({ remote: null, failures: { endedAfterStarttls: 3, certificate: 1 } });
    const refused = peerOf({ remote: null, direction: 'inbound', failures: { endedAfterStarttls: 1, certificate: 1 } });
    const texts = ['tls-negotiation-failed-socket-error', 'tls-negotiation-failed-no-credentials'] as const;
    const matches = texts.flatMap((id) => [
      matchOf(id, { remote: null }),
      matchOf(id, { remote: null, direction: 'inbound' }),
    ]);
    const groups = groupEvidence(evidenceOf({ matches, peers: [died, refused] }));
    expect(groups.map(({ signatures, direction, peers }) => [[...signatures.keys()], direction, peers])).toEqual([
      [[texts[0]], 'outbound', [died]],
      [[texts[0]], 'inbound', []],
      [[texts[1]], 'outbound', []],
      [[texts[1]], 'inbound', [refused]],
    ]);
  });

  it('keeps causes apart only where no other end is named', () => {
    const causes = ['tls-negotiation-failed-socket-error', 'winsock-connection-failed'] as const;
    const placesOf = (rest: Parameters<typeof matchOf>[1]): number =>
      groupEvidence(evidenceOf({ matches: causes.map((id) => matchOf(id, rest)) })).length;
    expect(placesOf({})).toBe(1);
    expect(placesOf({ remote: null })).toBe(2);
  });

  it('takes all addresses of Exchange Online for one other end, by connector and direction', () => {
    const online = Array.from({ length: 60 }, (_, index) =>
      peerOf({
        remote: `40.107.0.${index}`,
        connector: 'EX1\\Default',
        direction: 'inbound',
        exchangeOnline: true,
        failures: { endedAfterStarttls: 1 },
      }),
    );
    const elsewhere = { ...(online[0] ?? peerOf()), connector: 'EX2\\Default' };
    const other = peerOf({ remote: '192.0.2.9', direction: 'inbound', failures: { endedAfterStarttls: 1 } });
    const groups = groupEvidence(evidenceOf({ peers: [...online, elsewhere, other] }));
    expect(groups.map(({ remote, connector, peers }) => [remote, connector, peers.length])).toEqual([
      ['protection.outlook.com', 'EX1\\Default', 60],
      ['40.107.0.0', 'EX2\\Default', 1],
      ['192.0.2.9', other.connector, 1],
    ]);
  });

  it('joins a report, a queue and a log that know the other end by the same address', () => {
    const told = { remote: 'mx.example.com', address: REMOTE, direction: 'outbound' } as const;
    const matches = [
      textOf('connection-dropped-socket-error', 'ndr', told),
      textOf('connection-dropped-socket-error', 'queue', {
        ...told,
        connector: '5c1f9a34-0d3a-4f31-9d0a-3a1d6c0b7e52',
      }),
      textOf('connection-dropped-socket-error', 'ndr', { ...told, address: null }),
      matchOf('tls-negotiation-failed-socket-error'),
    ];
    expect(groupEvidence(evidenceOf({ matches }))).toMatchObject([
      { remote: 'mx.example.com', connector: CONNECTOR, signatures: { size: 2 } },
    ]);
    const twoConnectors = [...matches, matchOf('tls-negotiation-failed-socket-error', { connector: 'Other' })];
    expect(groupEvidence(evidenceOf({ matches: twoConnectors })).map(({ connector }) => connector)).toEqual([
      null,
      '5c1f9a34-0d3a-4f31-9d0a-3a1d6c0b7e52',
      CONNECTOR,
      'Other',
    ]);
  });
});
