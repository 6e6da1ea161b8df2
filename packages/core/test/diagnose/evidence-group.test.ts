import { describe, expect, it } from 'vitest';
import { groupEvidence, sizeOf } from '../../src/diagnose/evidence-group.ts';
import { evidenceOf, matchOf, peerOf, textOf } from './evidence.ts';

describe('groupEvidence', () => {
  it('puts matches and sessions of one place together, failed or not', () => {
    const died = peerOf({ failures: { endedAfterStarttls: 1 } });
    const fine = peerOf({ negotiated: { TLS1_2: 1 } });
    const [group, ...others] = groupEvidence(
      evidenceOf({
        matches: [matchOf('tls-negotiation-failed-socket-error'), matchOf('tls-negotiation-failed-socket-error')],
        peers: [fine, died, peerOf({ remote: 'elsewhere' })],
      }),
    );
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      direction: 'outbound',
      signatures: new Map([['tls-negotiation-failed-socket-error', 2]]),
      peers: [fine, died],
    });
    expect(group && sizeOf(group)).toBe(3);
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

  it('gives the event log to every group that points to TLS and to no other', () => {
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

  it('takes what only Exchange Online writes for a connection that came in', () => {
    const directionOf = (...ids: readonly Parameters<typeof matchOf>[0][]): unknown =>
      groupEvidence(evidenceOf({ matches: ids.map((id) => matchOf(id)) })).map(({ direction }) => direction);
    expect(directionOf('online-destination-without-tls')).toEqual(['inbound']);
    expect(directionOf('online-cannot-connect', 'online-starttls-not-supported')).toEqual(['inbound']);
    expect(directionOf('connection-dropped-socket-error')).toEqual(['outbound']);
    expect(directionOf('connection-dropped-socket-error', 'online-cannot-connect')).toEqual(['outbound']);
  });
});
