import { type Anchor, CASE_BIT } from './anchor-scanner.ts';
import { ordinaryText } from './ordinary-text.ts';

/** An anchor, and the three bytes of it that are looked for first. */
interface Fingerprinted {
  readonly anchor: Anchor;
  /** Where in the anchor's bytes the three begin. */
  readonly at: number;
}

/** What a scanner knows of a bucket: for each of three places, which low and which high halves a byte may have, a bit each. */
interface BucketMasks {
  readonly low: readonly [number, number, number];
  readonly high: readonly [number, number, number];
}

/** Anchors that are looked for together. */
export interface Bucket {
  readonly masks: BucketMasks;
  readonly members: readonly Fingerprinted[];
}

const BUCKETS = 8;
const LENGTH = 3;

/** Anchors that share three bytes, where in each of them these are, and how often ordinary logs have them. */
interface Group {
  readonly masks: BucketMasks;
  readonly members: Map<number, number>;
  readonly cost: number;
}

/**
 * Chooses for each anchor the three bytes that ordinary logs hold least often, the same for as many anchors as have them, and
 * puts these into eight buckets, such that ordinary logs seldom hold what the masks of a bucket taken together cannot tell from
 * what is looked for.
 */
export function bucketsOf(anchors: readonly Anchor[]): readonly Bucket[] {
  const ordinary = triplesOf(new TextEncoder().encode(ordinaryText));
  const chosen = cover(groupsOf(anchors, ordinary), anchors.length);
  const buckets: { masks: BucketMasks; cost: number; members: Fingerprinted[] }[] = [];
  for (const { masks, members } of chosen.sort((a, b) => b.cost - a.cost)) {
    const added = members.map(({ index, at }) => ({ anchor: anchors[index] as Anchor, at }));
    if (buckets.length < BUCKETS) {
      buckets.push({ masks, cost: costOf(masks, ordinary), members: added });
      continue;
    }
    const merged = buckets.map((bucket) => {
      const both = union(bucket.masks, masks);
      return { bucket, both, cost: costOf(both, ordinary) };
    });
    const best = merged.reduce((a, b) => (b.cost - b.bucket.cost < a.cost - a.bucket.cost ? b : a));
    best.bucket.masks = best.both;
    best.bucket.cost = best.cost;
    best.bucket.members.push(...added);
  }
  return buckets;
}

/** The groups of all three bytes that anchors have. */
function groupsOf(anchors: readonly Anchor[], ordinary: ReadonlyMap<number, number>): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const [index, { text, ignoreCase = false }] of anchors.entries()) {
    const fold = ignoreCase ? CASE_BIT : 0;
    const bytes = new TextEncoder().encode(text).map((byte) => byte | fold);
    for (let at = 0; at + LENGTH <= bytes.length; at += 1) {
      const triple = bytes.subarray(at, at + LENGTH);
      const key = `${triple.join()},${fold}`;
      const known = groups.get(key);
      if (known !== undefined) {
        if (!known.members.has(index)) known.members.set(index, at);
        continue;
      }
      groups.set(key, {
        masks: masksOf(triple, fold),
        members: new Map([[index, at]]),
        cost: timesMet(triple, fold, ordinary),
      });
    }
  }
  return [...groups.values()];
}

/** Groups that have every anchor once: greedily those that have many and cost little. */
function cover(
  groups: readonly Group[],
  count: number,
): { masks: BucketMasks; cost: number; members: readonly { readonly index: number; readonly at: number }[] }[] {
  const left = new Set(Array.from({ length: count }, (_, index) => index));
  const chosen = [];
  while (left.size > 0) {
    let best: Group | undefined;
    let most = 0;
    for (const group of groups) {
      let covered = 0;
      for (const index of group.members.keys()) covered += Number(left.has(index));
      const worth = covered / (1 + group.cost);
      if (worth > most) [best, most] = [group, worth];
    }
    if (best === undefined) throw new RangeError(`an anchor needs ${LENGTH} bytes`);
    const members = [...best.members].filter(([index]) => left.delete(index)).map(([index, at]) => ({ index, at }));
    chosen.push({ masks: best.masks, cost: best.cost, members });
  }
  return chosen;
}

function masksOf(triple: Uint8Array, fold: number): BucketMasks {
  const [first = 0, second = 0, third = 0] = triple;
  const low = (byte: number): number => 1 << (byte & 15);
  const high = (byte: number): number => (1 << (byte >> 4)) | (1 << ((byte & ~fold) >> 4));
  return { low: [low(first), low(second), low(third)], high: [high(first), high(second), high(third)] };
}

function union(a: BucketMasks, b: BucketMasks): BucketMasks {
  return {
    low: [a.low[0] | b.low[0], a.low[1] | b.low[1], a.low[2] | b.low[2]],
    high: [a.high[0] | b.high[0], a.high[1] | b.high[1], a.high[2] | b.high[2]],
  };
}

/** How often each three bytes are met. */
function triplesOf(bytes: Uint8Array): ReadonlyMap<number, number> {
  const triples = new Map<number, number>();
  for (let at = 0; at + LENGTH <= bytes.length; at += 1) {
    const triple = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
    triples.set(triple, (triples.get(triple) ?? 0) + 1);
  }
  return triples;
}

/** How often ordinary logs have three bytes. */
function timesMet(triple: Uint8Array, fold: number, ordinary: ReadonlyMap<number, number>): number {
  const variants = [...new Set([0, CASE_BIT & fold])];
  const [first = 0, second = 0, third = 0] = triple;
  let times = 0;
  for (const a of variants) {
    for (const b of variants) {
      for (const c of variants) times += ordinary.get(((first ^ a) << 16) | ((second ^ b) << 8) | (third ^ c)) ?? 0;
    }
  }
  return times;
}

/** How often ordinary logs have what masks let pass. */
function costOf({ low, high }: BucketMasks, ordinary: ReadonlyMap<number, number>): number {
  let cost = 0;
  for (const [triple, count] of ordinary) {
    const passes =
      (low[0] >> ((triple >> 16) & 15)) &
      (high[0] >> (triple >> 20)) &
      (low[1] >> ((triple >> 8) & 15)) &
      (high[1] >> ((triple >> 12) & 15)) &
      (low[2] >> (triple & 15)) &
      (high[2] >> ((triple >> 4) & 15)) &
      1;
    cost += passes * count;
  }
  return cost;
}
