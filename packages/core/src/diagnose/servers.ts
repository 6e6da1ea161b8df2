import type { MachineReport } from '../evaluate.ts';
import { type Message, message } from '../format-message.ts';
import type { Place } from './end-connectors.ts';

/** The servers that evidence comes from, as far as its Receive connectors, `SERVER\\Name`, say it; in upper case. */
export function serversOf(places: Iterable<Pick<Place, 'connector' | 'direction'>>): ReadonlySet<string> {
  const servers = new Set<string>();
  for (const { connector, direction } of places) {
    const end = direction === 'inbound' && connector !== null ? connector.indexOf('\\') : -1;
    if (end > 0) servers.add(connector?.slice(0, end).toUpperCase() ?? '');
  }
  return servers;
}

/** Says that the settings given are not of the servers that evidence comes from; `null` where they may be. */
export function otherServers(machine: MachineReport | null, servers: ReadonlySet<string>): readonly Message[] | null {
  const name = machine?.facts.name ?? null;
  if (name === null || servers.size === 0 || servers.has(name.toUpperCase())) return null;
  return [message('because.other-machine', { machine: name, servers: [...servers].sort().join(', ') })];
}
