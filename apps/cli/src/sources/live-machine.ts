import {
  machineFacts,
  parseRegistryPath,
  RegistrySnapshot,
  type Rule,
  requiredValues,
  type SnapshotFacts,
  type SnapshotKey,
} from '@mailtls/core';
import { type Invoker, type RegistryReading, readRegistryValues } from '@mailtls/pwsh-bridge';
import type { JournalFolder, MachineJournals } from '../apply/journal-folder.ts';
import { CliError } from '../cli-error.ts';
import type { Say } from '../wording/say.ts';
import { toSnapshotValue } from './live-value.ts';
import type { MachineSource } from './machine-sources.ts';
import { type MachineState, readMachineState } from './machine-state.ts';

/** A machine that a PowerShell session looks at. */
export interface LiveMachine extends MachineSource, MachineJournals {
  readonly state: MachineState;
}

/**
 * Reads from a machine all values that rules ask for, in one round trip, and what it says of itself.
 *
 * @param journals those of repairs that were made from here: they tell whether the machine was restarted since.
 * @returns `null` where it is no Windows.
 * @throws PwshError; CliError `no-powershell` where it is a 32-bit PowerShell that sees another registry than Windows.
 */
export async function readLiveMachine(
  on: Invoker,
  rules: readonly Rule[],
  journals: JournalFolder,
  say: Say,
): Promise<LiveMachine | null> {
  // The second is sent while the first is being read.
  const [state, readings] = await Promise.all([
    readMachineState(on),
    readRegistryValues(on, requiredValues(rules)).catch((error: unknown) => error),
  ]);
  if (!state.hasRegistry) return null;
  if (state.isRedirected) throw new CliError('no-powershell', say('error.powershell-32-bit'));
  if (!Array.isArray(readings)) throw readings;
  const keys = (readings as readonly RegistryReading[]).map(toSnapshotKey);
  const named = snapshotOf(keys, {});
  const name = machineFacts(named).name ?? '?';
  const made = await journals.of(name);
  const changes = made.journals.map(({ journal }) => journal.changedAt);
  const changedAt = changes.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  const facts: SnapshotFacts = {
    ...(state.startedAt !== null && { startedAt: state.startedAt }),
    ...(changedAt !== undefined && { changedAt }),
    ...(state.exchangeBuild !== null && { exchangeBuild: state.exchangeBuild }),
  };
  return {
    name,
    snapshot: snapshotOf(keys, facts),
    problems: made.broken.map(({ path, what }) => ({ path, line: null, count: 1, message: say(what.id, what.args) })),
    state,
    ...made,
  };
}

/** A key of which only single values were asked covers nothing: what was not asked is unknown. */
function toSnapshotKey({ path, state, values }: RegistryReading): SnapshotKey {
  return {
    path: parseRegistryPath(path),
    state: state === 'access-denied' ? 'unknown' : state,
    values: Object.fromEntries([...values].map(([name, value]) => [name, toSnapshotValue(value)])),
  };
}

function snapshotOf(keys: readonly SnapshotKey[], facts: SnapshotFacts): RegistrySnapshot {
  return new RegistrySnapshot({ format: 'mailtls-snapshot', version: 1, name: null, covers: [], keys, facts });
}
