import { compareBuilds, type RegistryValue } from '@mailtls/core';
import type { WantedValue } from '../src/model/model.ts';

/** The builds of a machine; without Exchange, `null`. */
export interface Builds {
  readonly windows: string;
  readonly exchange: string | null;
}

/** What a target is to make of a wish on a machine: the number, or null where it is not wanted there. */
export function wantedNumber(
  { want }: WantedValue,
  found: RegistryValue | null,
  { windows, exchange }: Builds,
): number | null {
  if (!('number' in want)) {
    if (found?.kind === 'DWord') return (found.data | want.bits) >>> 0;
    const { windows: from, number } = want.whenAbsentFrom;
    return compareBuilds(windows, from) < 0 ? want.whenAbsent : number;
  }
  if (want.onlyOn?.type === 'older-than') {
    const isOlder = (build: string | null, than: string): boolean => build !== null && compareBuilds(build, than) < 0;
    if (!isOlder(windows, want.onlyOn.windows) && !isOlder(exchange, want.onlyOn.exchange)) return null;
  }
  if (want.onlyOn?.type === 'after-exchange' && exchange !== null) {
    const minimum = want.onlyOn.lines.find(({ line }) => exchange.startsWith(`${line}.`))?.minimum ?? null;
    if (minimum === null || compareBuilds(exchange, minimum) < 0) return null;
  }
  return want.number;
}
