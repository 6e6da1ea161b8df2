import type { MachineReport } from '../evaluate.ts';
import { type Direction, foldRemote, type InputKind, type Match, type PeerEvidence } from '../evidence-model.ts';
import type { SmtpProbe } from '../probe/smtp-probe.ts';
import { type Cause, leadingCause } from '../signatures/define-signature.ts';
import { findSignature } from '../signatures/index.ts';
import type { SignatureId } from '../wording/en.ts';
import { SUSPECTED } from './cause-scores.ts';
import { EndConnectors, type Place } from './end-connectors.ts';
import { nameOfEnd, type OtherEnds } from './other-ends.ts';

/** All that there is to judge by. */
export interface Evidence {
  readonly matches: readonly Match[];
  readonly peers: readonly PeerEvidence[];
  /** The servers that were looked at from outside; none unless given. */
  readonly probes?: readonly SmtpProbe[];
  /** The kinds of input that were read, whether or not they held a match. */
  readonly kinds: ReadonlySet<InputKind>;
  /** The server that the evidence comes from, judged by the rules of the profile `exchange`. */
  readonly machine: MachineReport | null;
}

/** How often each signature was met. */
type SignatureCounts = ReadonlyMap<SignatureId, number>;

/** The evidence of one failure: of one other end over one connector, or, where no other end is named, of one cause. */
export interface EvidenceGroup {
  /** What tells its other end from others, as `OtherEnds` gives it. */
  readonly end: string | null;
  readonly remote: string | null;
  readonly connector: string | null;
  readonly direction: Direction | null;
  readonly signatures: SignatureCounts;
  readonly peers: readonly PeerEvidence[];
  /** Signatures from the event log, which does not name the other end. */
  readonly events: SignatureCounts;
}

interface GrowingGroup extends Omit<EvidenceGroup, 'remote'> {
  /** What the other end was called, each name once. */
  readonly names: Map<string, string>;
  readonly signatures: Map<SignatureId, number>;
  readonly peers: PeerEvidence[];
  readonly events: Map<SignatureId, number>;
}

/**
 * Groups matches and failed sessions by the other end, the connector and who opened the connection. Where no other end is
 * named, nothing says that two texts tell of one failure but that they point to the same cause first, so there the cause
 * parts them. An event, which names nobody, backs the groups that suspect its cause by themselves and are not of the other
 * direction; where there is none it stands with the events of its cause alone.
 */
export function groupEvidence({ matches, peers }: Evidence, ends: OtherEnds): readonly EvidenceGroup[] {
  const texts = matches.filter(({ kind }) => kind !== 'event-log');
  const connectors = new EndConnectors(ends, [...texts, ...peers.filter(isFailing)]);
  const groups = new Map<string, GrowingGroup>();
  const groupOf = (place: Place, cause: Cause): GrowingGroup => {
    const { remote, address, direction } = place;
    const end = remote === null ? null : ends.endOf(remote, address);
    const connector = connectors.of(place);
    const key = JSON.stringify([end ?? { cause }, connector, direction]);
    const group = getOrAdd(groups, key, () => newGroup(end, connector, direction));
    if (remote !== null) getOrAdd(group.names, foldRemote(remote), () => remote);
    return group;
  };
  const events = new Map<SignatureId, number>();
  for (const match of matches) {
    const { signature, kind } = match;
    count(kind === 'event-log' ? events : groupOf(match, leadingCause(findSignature(signature))).signatures, signature);
  }
  for (const peer of peers) groupOf(peer, causesShownBy(peer)[0] ?? 'unknown').peers.push(peer);

  const failed = [...groups.values()].filter(({ signatures, peers }) => signatures.size > 0 || peers.some(isFailing));
  return [...failed, ...placeEvents(events, failed)].map(({ names, ...group }) => ({
    ...group,
    remote: group.end === null ? null : nameOfEnd(group.end, names.values()),
  }));
}

/** Adds events to the groups that they back, and gives those that back none as groups of their own. */
function placeEvents(events: SignatureCounts, failed: readonly GrowingGroup[]): readonly GrowingGroup[] {
  const alone = new Map<Cause, GrowingGroup>();
  for (const [id, met] of events) {
    const { direction = null, ...signature } = findSignature(id);
    const cause = leadingCause(signature);
    const backed = failed.filter((group) => {
      const mayBeOfIt = direction === null || group.direction === null || group.direction === direction;
      return mayBeOfIt && suspects(group, cause);
    });
    if (backed.length === 0) backed.push(getOrAdd(alone, cause, () => newGroup(null, null, direction)));
    for (const group of backed) group.events.set(id, met);
  }
  return [...alone.values()].map((group) => ({ ...group, direction: directionOf(group.events) }));
}

/** Who opened the connection by all of the events. */
function directionOf(events: SignatureCounts): Direction | null {
  const [direction = null, ...others] = new Set([...events.keys()].map((id) => findSignature(id).direction ?? null));
  return others.length === 0 ? direction : null;
}

function newGroup(end: string | null, connector: string | null, direction: Direction | null): GrowingGroup {
  return { end, names: new Map(), connector, direction, signatures: new Map(), peers: [], events: new Map() };
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function count(counts: Map<SignatureId, number>, signature: SignatureId): void {
  counts.set(signature, (counts.get(signature) ?? 0) + 1);
}

/**
 * The causes that failed sessions suspect without any text, the one that more of them show first: a certificate refused, even
 * after the handshake, or an end at STARTTLS, which a refused certificate explains too.
 */
function causesShownBy({ failures: { certificate, endedAfterStarttls } }: PeerEvidence): readonly Cause[] {
  const refused: readonly Cause[] = certificate > 0 ? ['certificate'] : [];
  return endedAfterStarttls > certificate ? ['tls-version', ...refused] : refused;
}

/** Whether sessions failed in a way that names a cause by itself. */
function isFailing(peer: PeerEvidence): boolean {
  return causesShownBy(peer).length > 0;
}

/** Whether a group finds a cause at least possible by what it holds itself. */
function suspects({ signatures, peers }: GrowingGroup, cause: Cause): boolean {
  const priors = [...signatures.keys()].map((signature) => findSignature(signature).priors[cause] ?? 0);
  return priors.some((prior) => prior >= SUSPECTED) || peers.some((peer) => causesShownBy(peer).includes(cause));
}

/** The failed sessions of several peers. */
function failuresOf(peers: readonly PeerEvidence[]): number {
  return shownBy(peers, 'sessions');
}

/** How many failed sessions show something. */
function shownBy(peers: readonly PeerEvidence[], what: keyof PeerEvidence['failures']): number {
  return peers.reduce((sum, { failures }) => sum + failures[what], 0);
}

/** In how many failed sessions STARTTLS was offered and not used; none where it was not offered in others. */
export function unusedOffers(peers: readonly PeerEvidence[]): number {
  return shownBy(peers, 'starttlsNotOffered') > 0 ? 0 : shownBy(peers, 'starttlsUnused');
}

/** How many failed sessions show something, where more than half of them do: only then it explains them. */
export function shownByMost(peers: readonly PeerEvidence[], what: keyof PeerEvidence['failures']): number {
  const sessions = shownBy(peers, what);
  return sessions * 2 > failuresOf(peers) ? sessions : 0;
}

/** How many pieces of evidence a group has. */
export function sizeOf({ signatures, events, peers }: EvidenceGroup): number {
  return [...signatures.values(), ...events.values()].reduce((sum, met) => sum + met, failuresOf(peers));
}
