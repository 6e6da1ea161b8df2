import { foldRemote, isExchangeOnlineHost, type Match, type PeerEvidence } from '../evidence-model.ts';
import type { SmtpProbe } from '../probe/smtp-probe.ts';

/** What all names of Exchange Online's servers have in common. */
const EXCHANGE_ONLINE = 'protection.outlook.com';

const ipAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i;

/**
 * Which names and addresses are of one other end. Exchange Online is one, however many servers it has; any other is known by
 * its address, where the evidence gives one for its name, since that is all that a protocol log has.
 */
export class OtherEnds {
  readonly #online: Set<string> = new Set();
  /** The address of each name; `null` for one that has several. */
  readonly #addresses: Map<string, string | null> = new Map();

  constructor(matches: readonly Match[], peers: readonly PeerEvidence[], probes: readonly SmtpProbe[] = []) {
    for (const { remote, exchangeOnline } of peers) {
      if (remote !== null && exchangeOnline) this.#online.add(foldRemote(remote));
    }
    const named = probes.map(({ host, address }) => ({ remote: host, address }));
    for (const { remote, address } of [...matches, ...named]) {
      if (remote === null) continue;
      const name = foldRemote(remote);
      if (isExchangeOnlineHost(name)) this.#online.add(name).add(address === null ? name : foldRemote(address));
      if (address === null) continue;
      const known = this.#addresses.get(name);
      this.#addresses.set(name, known === undefined || known === foldRemote(address) ? foldRemote(address) : null);
    }
  }

  /** What tells one other end from another. */
  endOf(remote: string, address: string | null = null): string {
    const name = foldRemote(remote);
    const end = address === null ? (this.#addresses.get(name) ?? name) : foldRemote(address);
    return this.#online.has(end) || this.#online.has(name) ? EXCHANGE_ONLINE : end;
  }
}

/**
 * What to call an other end by all the names that it was met under: by its only name, else by what they have in common, else by
 * its address.
 */
export function nameOfEnd(end: string, met: Iterable<string>): string {
  const all = [...met];
  const names = all.filter((one) => !ipAddress.test(one));
  if (names.length === 1 && all.length <= 2) return names[0] ?? end;
  return all.length === 1 ? (all[0] ?? end) : end;
}
