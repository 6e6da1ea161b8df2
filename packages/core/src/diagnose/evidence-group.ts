import type { Evidence } from '../diagnose.ts';
import type { Direction, Match, PeerEvidence } from '../evidence-model.ts';

/** The evidence of one other end over one connector, and what concerns the whole machine. */
export interface EvidenceGroup {
  readonly remote: string | null;
  readonly connector: string | null;
  readonly direction: Direction | null;
  readonly matches: readonly Match[];
  readonly peers: readonly PeerEvidence[];
  /** Signatures from the event log, which does not name the other end. */
  readonly machineWide: readonly Match[];
}

/** Groups matches and failed sessions by the other end, the connector and who opened the connection. */
export function groupEvidence({ matches, peers }: Evidence): readonly EvidenceGroup[] {
  const groups = new Map<string, { matches: Match[]; peers: PeerEvidence[] }>();
  const groupOf = ({
    remote,
    connector,
    direction,
  }: Match | PeerEvidence): { matches: Match[]; peers: PeerEvidence[] } => {
    const key = JSON.stringify([remote, connector, direction]);
    const group = groups.get(key) ?? { matches: [], peers: [] };
    groups.set(key, group);
    return group;
  };
  const machineWide = matches.filter(({ kind }) => kind === 'event-log');
  for (const match of matches) if (match.kind !== 'event-log') groupOf(match).matches.push(match);
  for (const peer of peers) if (peer.failures.endedAfterStarttls > 0) groupOf(peer);
  for (const peer of peers) {
    const group = groups.get(JSON.stringify([peer.remote, peer.connector, peer.direction]));
    group?.peers.push(peer);
  }
  if (groups.size === 0 && machineWide.length > 0) {
    return [{ remote: null, connector: null, direction: null, matches: [], peers: [], machineWide }];
  }
  return [...groups].map(([key, group]) => {
    const [remote, connector, direction] = JSON.parse(key) as [string | null, string | null, Direction | null];
    return { remote, connector, direction, ...group, machineWide };
  });
}

/** The failed sessions of several peers. */
export function failuresOf(peers: readonly PeerEvidence[]): number {
  return peers.reduce((sum, { failures }) => sum + failures.sessions, 0);
}
