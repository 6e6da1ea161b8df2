import type { EffectiveState, ProtocolState } from '../effective-state.ts';
import type { MachineFacts } from '../machine-facts.ts';
import type { RegistrySnapshot } from '../registry/registry-snapshot.ts';

/** What a judge of one kind of check is given. */
export interface Judged {
  readonly snapshot: RegistrySnapshot;
  readonly facts: MachineFacts;
  readonly stateOf: (protocol: ProtocolState['protocol'], role: ProtocolState['role']) => EffectiveState;
}
