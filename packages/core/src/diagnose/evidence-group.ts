import type { MachineReport } from '../evaluate.ts';
import type { Direction, InputKind, Match, PeerEvidence } from '../evidence-model.ts';
import { findSignature } from '../signatures/index.ts';
import type { SignatureId } from '../wording/en.ts';
import { SUSPECTED } from './cause-scores.ts';

/** All that there is to judge by. */
export interface Evidence {
  readonly matches: readonly Match[];
  readonly peers: readonly PeerEvidence[];
  /** The kinds of input that were read, whether or not they held a match. */
  readonly kinds: ReadonlySet<InputKind>;
  /** The server that the evidence comes from, judged by the rules of the profile `exchange`. */
  readonly machine: MachineReport | null;
}

/** How often each signature was met. */
export type SignatureCounts = ReadonlyMap<SignatureId, number>;

/** The evidence of one other end over one connector, and what concerns the whole machine. */
export interface EvidenceGroup {
  readonly remote: string | null;
  readonly connector: string | null;
  readonly direction: Direction | null;
  readonly signatures: SignatureCounts;
  readonly peers: readonly PeerEvidence[];
  /** Signatures from the event log, which does not name the other end. */
  readonly events: SignatureCounts;
}

/**
 * Groups matches and failed sessions by the other end, the connector and who opened the connection. What the event log holds
 * joins the groups that point to the TLS version by themselves, and stands alone where there is none: it would make a
 * question of TLS of every other failure.
 */
export function groupEvidence({ matches, peers }: Evidence): readonly EvidenceGroup[] {
  const groups = new Map<string, EvidenceGroup & { signatures: Map<SignatureId, number>; peers: PeerEvidence[] }>();
  const groupOf = ({ remote, connector, direction }: Pick<EvidenceGroup, 'remote' | 'connector' | 'direction'>) => {
    const place = JSON.stringify([remote, connector, direction]);
    const group = groups.get(place) ?? { remote, connector, direction, ...nothing() };
    groups.set(place, group);
    return group;
  };
  const events = new Map<SignatureId, number>();
  for (const match of matches) count(match.kind === 'event-log' ? events : groupOf(match).signatures, match.signature);
  for (const peer of peers) groupOf(peer).peers.push(peer);

  const failed = [...groups.values()]
    .filter(({ signatures, peers }) => signatures.size > 0 || diedAtStarttls(peers) || certificateRefused(peers))
    .map((group) => (isOnlines(group) ? { ...group, direction: 'inbound' as const } : group));
  if (events.size === 0) return failed;
  if (!failed.some(suspectsVersion)) {
    return [...failed, { remote: null, connector: null, direction: null, ...nothing(), events }];
  }
  return failed.map((group) => (suspectsVersion(group) ? { ...group, events } : group));
}

function nothing(): { signatures: Map<SignatureId, number>; peers: PeerEvidence[]; events: SignatureCounts } {
  return { signatures: new Map(), peers: [], events: new Map() };
}

function count(counts: Map<SignatureId, number>, signature: SignatureId): void {
  counts.set(signature, (counts.get(signature) ?? 0) + 1);
}

/** Texts that only Exchange Online writes are of connections that it opened, however the report that holds them went. */
function isOnlines({ signatures }: EvidenceGroup): boolean {
  const placesOf = [...signatures.keys()].map((signature) => findSignature(signature).places);
  return placesOf.length > 0 && placesOf.flat().every((place) => place === 'message-trace' || place === 'ndr');
}

function diedAtStarttls(peers: readonly PeerEvidence[]): boolean {
  return peers.some(({ failures }) => failures.endedAfterStarttls > 0);
}

/** A certificate that is refused after the handshake fails a session that goes on to say good-bye. */
function certificateRefused(peers: readonly PeerEvidence[]): boolean {
  return peers.some(({ failures }) => failures.certificate > 0);
}

function suspectsVersion({ signatures, peers }: EvidenceGroup): boolean {
  const priors = [...signatures.keys()].map((signature) => findSignature(signature).priors['tls-version'] ?? 0);
  return priors.some((prior) => prior >= SUSPECTED) || diedAtStarttls(peers);
}

/** The failed sessions of several peers. */
export function failuresOf(peers: readonly PeerEvidence[]): number {
  return peers.reduce((sum, { failures }) => sum + failures.sessions, 0);
}

/** How many pieces of evidence a group has. */
export function sizeOf({ signatures, events, peers }: EvidenceGroup): number {
  return [...signatures.values(), ...events.values()].reduce((sum, met) => sum + met, failuresOf(peers));
}
