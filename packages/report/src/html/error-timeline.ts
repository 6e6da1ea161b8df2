import type { Match, SignatureId } from '@mailtls/core';

/** How often each error text was met in equal spans of time. */
export interface ErrorTimeline {
  /** The length of a span in milliseconds. */
  readonly step: number;
  /** When each span begins, in milliseconds since 1970: from the first match to the last without a gap, at most `MOST_SPANS`. */
  readonly starts: readonly number[];
  /** The most frequent first, with a count for each span. */
  readonly signatures: readonly { readonly signature: SignatureId; readonly counts: readonly number[] }[];
  /** How many matches have no time that says its offset from UTC. */
  readonly untimed: number;
}

/** More bars than these are no easier to read on a page. */
const MOST_SPANS = 60;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS: readonly number[] = [
  ...[1, 5, 15].map((minutes) => minutes * MINUTE),
  ...[1, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 7, 28, 364].map((days) => days * DAY),
];

/** The moment of a time that says its offset; `null` of any other, as logs of two zones would be told as one. */
function momentOf(time: string | null): number | null {
  if (time === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(time)) return null;
  const moment = Date.parse(time);
  return Number.isNaN(moment) ? null : moment;
}

/** Counts matches by time, in spans as short as a page has room for. In memory by the number of spans, not of matches. */
export function errorTimeline(matches: readonly Match[]): ErrorTimeline {
  let [first, last, untimed] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const { time } of matches) {
    const moment = momentOf(time);
    if (moment === null) untimed += 1;
    else [first, last] = [Math.min(first, moment), Math.max(last, moment)];
  }
  if (untimed === matches.length) return { step: 0, starts: [], signatures: [], untimed };
  const spans = (step: number): number => Math.floor(last / step) - Math.floor(first / step) + 1;
  const longest = Math.ceil((last - first) / (MOST_SPANS - 1) / DAY) * DAY;
  const step = STEPS.find((candidate) => spans(candidate) <= MOST_SPANS) ?? longest;
  const from = Math.floor(first / step);
  const counts = new Map<SignatureId, number[]>();
  for (const { signature, time } of matches) {
    const moment = momentOf(time);
    if (moment === null) continue;
    const ofSignature = counts.get(signature) ?? Array.from({ length: spans(step) }, () => 0);
    const at = Math.floor(moment / step) - from;
    ofSignature[at] = (ofSignature[at] ?? 0) + 1;
    counts.set(signature, ofSignature);
  }
  const total = (of: readonly number[]): number => of.reduce((sum, count) => sum + count, 0);
  return {
    step,
    starts: Array.from({ length: spans(step) }, (_, i) => (from + i) * step),
    signatures: [...counts]
      .map(([signature, ofSignature]) => ({ signature, counts: ofSignature }))
      .toSorted((a, b) => total(b.counts) - total(a.counts)),
    untimed,
  };
}

/** When a span begins, as short as its length allows: `2021-03-02`, or `03-02 08:15` in UTC. */
export function spanLabel(start: number, step: number): string {
  const iso = new Date(start).toISOString();
  return step >= DAY ? iso.slice(0, 10) : `${iso.slice(5, 10)} ${iso.slice(11, 16)}`;
}
