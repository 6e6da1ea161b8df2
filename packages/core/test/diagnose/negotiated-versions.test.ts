import { describe, expect, it } from 'vitest';
import { NegotiatedVersions } from '../../src/diagnose/negotiated-versions.ts';
import { OtherEnds } from '../../src/diagnose/other-ends.ts';
import type { PeerEvidence } from '../../src/evidence-model.ts';
import { peerOf } from './evidence.ts';

const versionsOf = (peers: readonly PeerEvidence[]): NegotiatedVersions =>
  new NegotiatedVersions(peers, new OtherEnds([], peers));

describe('NegotiatedVersions', () => {
  const versions = versionsOf([
    peerOf({ remote: 'a', negotiated: { TLS1_0: 2, SSL3_0: 1, TLS1_2: 3 } }),
    peerOf({ remote: 'a', connector: 'Other', negotiated: { TLS1_3: 1, TLS1_1: 1 } }),
    peerOf({ remote: 'a', direction: 'inbound', negotiated: { TLS1_0: 5 } }),
    peerOf({ remote: null, direction: 'inbound', negotiated: { TLS1_1: 7 } }),
  ]);

  it('adds up a remote’s sessions over its connectors, each side by itself', () => {
    expect(versions.with('a', 'outbound')).toEqual({ sessions: 20, old: 4, modern: 4 });
    expect(versions.with('a', 'inbound')).toEqual({ sessions: 10, old: 5, modern: 0 });
    expect(versions.with('b', 'outbound')).toEqual({ sessions: 0, old: 0, modern: 0 });
  });

  it('takes no unnamed other ends for one and the same', () => {
    for (const remote of [null, 'null']) expect(versions.with(remote, 'inbound').sessions).toBe(0);
  });

  it('knows the newest version of each side', () => {
    expect(versions.newest('outbound')).toBe('TLS1_3');
    expect(versions.newest('inbound')).toBe('TLS1_1');
    expect(versionsOf([peerOf({ negotiated: { TLS1_2: 0 } })]).newest('outbound')).toBeNull();
  });
});
