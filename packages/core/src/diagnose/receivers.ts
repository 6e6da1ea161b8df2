import type { SmtpProbe } from '../probe/smtp-probe.ts';
import type { EvidenceGroup } from './evidence-group.ts';
import type { OtherEnds } from './other-ends.ts';
import { serversOf } from './servers.ts';

/** The servers that were probed, each as the newest of its probes saw it. */
export class Receivers {
  readonly #byEnd: Map<string, SmtpProbe> = new Map();
  /** By the names that a server goes by without its domain, in upper case. */
  readonly #byName: Map<string, SmtpProbe> = new Map();

  constructor(probes: readonly SmtpProbe[], ends: OtherEnds) {
    for (const probe of probes.toSorted((a, b) => (a.time < b.time ? -1 : 1))) {
      this.#byEnd.set(ends.endOf(probe.host), probe).set(ends.endOf(probe.address), probe);
      for (const name of namesOf(probe)) this.#byName.set(name, probe);
    }
  }

  /**
   * The server that receives in the connections of a group: the other end where this server sends, else this server. What names
   * no connector there is Exchange Online's word, and the other end that it names is this server.
   *
   * @param machine the name of this server, where its settings are given.
   */
  of(group: EvidenceGroup, machine: string | null): SmtpProbe | null {
    const { end, connector, direction } = group;
    const other = end === null ? null : (this.#byEnd.get(end) ?? null);
    if (direction !== 'inbound') return other;
    const names = [...serversOf([group]), ...(machine === null ? [] : [machine.toUpperCase()])];
    const named = names.map((name) => this.#byName.get(name)).find((probe) => probe !== undefined);
    return named ?? (connector === null ? other : null);
  }

  /** All of them, each once. */
  all(): readonly SmtpProbe[] {
    return [...new Set(this.#byEnd.values())];
  }
}

/** What a server may be called: the host that was asked for, and the name in its greeting and in its reply to EHLO. */
function namesOf({ host, greeting, ehlo }: SmtpProbe): readonly string[] {
  const names = [host, greeting.lines[0], ehlo?.lines[0]].map((name = '') => /^[^\s.]*/.exec(name)?.[0] ?? '');
  return names.filter((name) => /[a-z]/i.test(name)).map((name) => name.toUpperCase());
}
