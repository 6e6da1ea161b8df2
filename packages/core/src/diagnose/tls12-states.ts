import type { ProtocolState } from '../effective-state.ts';
import type { MachineReport } from '../evaluate.ts';
import type { Direction } from '../evidence-model.ts';
import type { Role } from '../registry/windows-defaults.ts';

/** How TLS 1.2 stands on a server in the role that it had in failed connections, or in both where that is unknown. */
export function tls12States({ protocols }: MachineReport, direction: Direction | null): readonly ProtocolState[] {
  const roles: readonly Role[] =
    direction === null ? ['client', 'server'] : [direction === 'inbound' ? 'server' : 'client'];
  return protocols.filter(({ protocol, role }) => protocol === 'TLS 1.2' && roles.includes(role));
}
