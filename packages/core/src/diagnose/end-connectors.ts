import type { Direction } from '../evidence-model.ts';
import type { OtherEnds } from './other-ends.ts';

/** Whom a piece of evidence is about. */
export interface Place {
  readonly remote: string | null;
  readonly address?: string | null;
  readonly connector: string | null;
  readonly direction: Direction | null;
}

/** As a queue names its connector, which logs name by words. */
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Over which connector mail with an other end went. A report names none and a queue a GUID, so where all that names one for
 * this other end and direction names the same, theirs is that one, too.
 */
export class EndConnectors {
  readonly #ends: OtherEnds;
  readonly #named: Map<string, Set<string>> = new Map();

  constructor(ends: OtherEnds, places: readonly Place[]) {
    this.#ends = ends;
    for (const place of places) {
      const { connector } = place;
      const key = this.#keyOf(place);
      if (connector === null || key === null) continue;
      const named = this.#named.get(key);
      if (named === undefined) this.#named.set(key, new Set([connector]));
      else named.add(connector);
    }
  }

  of(place: Place): string | null {
    const { connector } = place;
    if (connector !== null && !guid.test(connector)) return connector;
    const key = this.#keyOf(place);
    const named = [...((key !== null && this.#named.get(key)) || [])];
    const words = named.filter((name) => !guid.test(name));
    const [only = connector, ...others] = words.length > 0 ? words : named;
    return others.length === 0 ? only : connector;
  }

  #keyOf({ remote, address, direction }: Place): string | null {
    return remote === null ? null : JSON.stringify([this.#ends.endOf(remote, address), direction]);
  }
}
