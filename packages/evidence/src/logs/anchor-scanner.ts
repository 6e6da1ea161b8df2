/** A text to look for. */
export interface Anchor {
  readonly text: string;
  /** A bit, or several, that stand for what it means. */
  readonly tag: number;
  /** Whether letters of ASCII count whatever their case. */
  readonly ignoreCase?: boolean;
}

interface Candidate {
  /** With `fold` in every byte. */
  readonly bytes: Uint8Array;
  readonly tag: number;
  readonly fold: number;
}

/** The bit that tells a small letter of ASCII from a capital one. */
export const CASE_BIT = 0x20;

const SHORTEST = 3;
const LONGEST_WINDOW = 64;
const SLOTS = 1 << 15;

/**
 * Finds any of many texts in one pass over bytes, most of which it never looks at: the algorithm of Wu and Manber. It looks at
 * three bytes; a table tells how far the nearest place can be where an anchor begins that has them. Its cost does not grow
 * with the number of anchors, and sinks with the length of the shortest.
 */
export class AnchorScanner {
  readonly #window: number;
  readonly #shifts: Uint8Array;
  /** The anchors whose window ends in a slot. */
  readonly #candidates: readonly (readonly Candidate[] | undefined)[];

  /** @throws RangeError on an anchor of less than three bytes, which would be met everywhere */
  constructor(anchors: readonly Anchor[]) {
    const encoded = anchors.map(({ text, tag, ignoreCase = false }) => {
      const fold = ignoreCase ? CASE_BIT : 0;
      return { bytes: new TextEncoder().encode(text).map((byte) => byte | fold), tag, fold };
    });
    const short = encoded.findIndex(({ bytes }) => bytes.length < SHORTEST);
    if (short !== -1) throw new RangeError(`an anchor needs ${SHORTEST} bytes: "${anchors[short]?.text}"`);
    this.#window = Math.min(LONGEST_WINDOW, ...encoded.map(({ bytes }) => bytes.length));
    this.#shifts = new Uint8Array(SLOTS).fill(this.#window - SHORTEST + 1);
    const candidates: (Candidate[] | undefined)[] = [];
    for (const anchor of encoded) {
      for (let last = SHORTEST - 1; last < this.#window; last += 1) {
        const slot = slotOf(anchor.bytes, last);
        this.#shifts[slot] = Math.min(this.#shifts[slot] ?? 0, this.#window - 1 - last);
      }
      const slot = slotOf(anchor.bytes, this.#window - 1);
      candidates[slot] = [...(candidates[slot] ?? []), anchor];
    }
    this.#candidates = candidates;
  }

  /** The tags of the anchors between two places, put together. */
  tagsIn(bytes: Uint8Array, from: number, to: number): number {
    const shifts = this.#shifts;
    const last = this.#window - 1;
    let tags = 0;
    let at = from + last;
    while (at < to) {
      const slot = slotOf(bytes, at);
      const shift = shifts[slot] as number;
      if (shift !== 0) {
        at += shift;
        continue;
      }
      tags |= this.#tagsAt(bytes, at - last, to, slot);
      at += 1;
    }
    return tags;
  }

  #tagsAt(bytes: Uint8Array, start: number, to: number, slot: number): number {
    let tags = 0;
    for (const anchor of this.#candidates[slot] ?? []) {
      if (start + anchor.bytes.length <= to && isAt(bytes, start, anchor)) tags |= anchor.tag;
    }
    return tags;
  }
}

/** Three bytes, whatever their case, as a place in the tables; different ones may share it. */
function slotOf(bytes: Uint8Array, last: number): number {
  // The first one's bit of case falls off the end.
  const [first, second, third] = [bytes[last - 2] as number, bytes[last - 1] as number, bytes[last] as number];
  return ((first << 10) ^ ((second | CASE_BIT) << 5) ^ (third | CASE_BIT)) & (SLOTS - 1);
}

function isAt(bytes: Uint8Array, start: number, { bytes: text, fold }: Candidate): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (((bytes[start + index] as number) | fold) !== text[index]) return false;
  }
  return true;
}
