import { readChangesets } from '@changesets/read';

/** How much a version moves, from not at all on. */
export const bumps = /** @type {const} */ (['none', 'patch', 'minor', 'major']);

/** @typedef {(typeof bumps)[number]} Bump */

/**
 * The largest of them; `none` of none.
 *
 * @param {Iterable<Bump>} several
 * @returns {Bump}
 */
export function largestBump(several) {
  const sizes = Array.from(several, (bump) => bumps.indexOf(bump));
  return bumps[Math.max(0, ...sizes)] ?? 'none';
}

/**
 * What the changesets that wait for a release say of each package. What merely follows from another package is not among it.
 *
 * @param {string} root the repository
 * @returns {Promise<ReadonlyMap<string, Bump>>} by the packages' names
 */
export async function pendingBumps(root) {
  const pending = new Map();
  for (const { releases } of await readChangesets(root)) {
    for (const { name, type } of releases) pending.set(name, largestBump([pending.get(name) ?? 'none', type]));
  }
  return pending;
}
