import { type RegistryPath, type RegistryValue, type SnapshotValue, sameRegistryValue } from '@mailtls/core';
import {
  createRegistryKey,
  type Invoker,
  PwshError,
  readRegistryValues,
  removeItemProperty,
  setItemProperty,
} from '@mailtls/pwsh-bridge';
import type { Outcome } from '@mailtls/report';
import { toLiveValue, toSnapshotValue } from '../sources/live-value.ts';

/** A value that is to become another one: `null` is absent. */
export interface ValueChange {
  readonly path: RegistryPath;
  readonly name: string;
  readonly from: RegistryValue | null;
  readonly to: RegistryValue | null;
}

/** The values as they are now, in the order in which they were asked for, in one round trip. */
export async function currentValues(
  on: Invoker,
  places: readonly Pick<ValueChange, 'path' | 'name'>[],
): Promise<readonly SnapshotValue[]> {
  const readings = await readRegistryValues(
    on,
    places.map(({ path, name }) => ({ path, names: [name] })),
  );
  return readings.map(({ state, values }, i) =>
    state === 'access-denied' ? 'unknown' : toSnapshotValue(values.get(places[i]?.name ?? '') ?? null),
  );
}

/** Whether what was read is a certain value; what could not be read is none. */
export function isValue(seen: SnapshotValue | undefined, value: RegistryValue | null): boolean {
  return seen !== undefined && seen !== 'unknown' && sameRegistryValue(seen, value);
}

/**
 * Makes one change: looks once more whether the value is what it is thought to be, writes it, and reads it back. Missing keys
 * are made.
 *
 * @throws PwshError when the session is lost; the change may then have been made or not.
 */
export async function changeValue(on: Invoker, change: ValueChange): Promise<Exclude<Outcome, 'lost' | 'not-tried'>> {
  const { path, name, from, to } = change;
  const [before] = await currentValues(on, [change]);
  if (!isValue(before, from)) return 'drift';
  try {
    if (to === null) {
      if (from !== null) await removeItemProperty(on, path, name);
    } else {
      const value = toLiveValue(to);
      if (value === null) return 'failed';
      if (from === null) await createRegistryKey(on, path);
      await setItemProperty(on, path, name, value);
    }
  } catch (error) {
    if (!(error instanceof PwshError) || LOST.has(error.reason)) throw error;
    return error.reason === 'access-denied' ? 'denied' : 'failed';
  }
  const [after] = await currentValues(on, [change]);
  return isValue(after, to) ? 'written' : 'failed';
}

/** The failures after which nothing more can be asked of the session. */
const LOST: ReadonlySet<PwshError['reason']> = new Set(['exited', 'timed-out', 'aborted', 'protocol', 'closed']);
