import { isDeepStrictEqual } from 'node:util';
import semver from 'semver';
import { bumps, largestBump } from './bumps.mjs';

/** @typedef {import('./catalogue-snapshot.mjs').CatalogueSnapshot} CatalogueSnapshot */

/**
 * What the catalogue became since its last release, by the rules of docs/releasing.md. Major: an id is gone, or judges
 * differently. Minor: an id was added, a signature finds further texts, a default became known. Patch: the rest.
 *
 * @param {CatalogueSnapshot} released
 * @param {CatalogueSnapshot} current
 * @returns {{ bump: import('./bumps.mjs').Bump, changes: readonly string[], forbidden: readonly string[] }} `forbidden`: what no
 *   version allows
 */
export function compareCatalogues(released, current) {
  const changes = [];
  const forbidden = [];
  const change = (bump, what) => changes.push({ bump, what });

  for (const [id, before] of Object.entries(released.entries)) {
    const after = current.entries[id];
    if (after === undefined) {
      change('major', `${id} is gone`);
      continue;
    }
    if (!isDeepStrictEqual(before.meaning, after.meaning)) {
      forbidden.push(
        `${id} means something else: what it stood for keeps its id, and the new demand gets one of its own`,
      );
    }
    if (!isDeepStrictEqual(before.judgement, after.judgement)) change('major', `${id} judges differently`);
    if (before.found.some((text) => !after.found.includes(text)))
      change('major', `${id} no longer finds all that it did`);
    if (after.found.some((text) => !before.found.includes(text))) change('minor', `${id} finds more`);
    if (!isDeepStrictEqual(before.described, after.described)) change('patch', `${id} is described differently`);
  }
  for (const id of Object.keys(current.entries)) {
    if (released.retired.includes(id)) forbidden.push(`${id} was released once and is gone: another id is needed`);
    if (!(id in released.entries)) change('minor', `${id} was added`);
  }
  for (const [what, before] of Object.entries(released.defaults)) {
    const after = current.defaults[what];
    if (after !== before)
      change(before === 'unknown' ? 'minor' : 'major', `the default of ${what} is ${after}, no longer ${before}`);
  }

  return {
    bump: largestBump(changes.map(({ bump }) => bump)),
    changes: changes
      .toSorted((a, b) => bumps.indexOf(b.bump) - bumps.indexOf(a.bump))
      .map(({ bump, what }) => `${bump}: ${what}`),
    forbidden,
  };
}

/**
 * What is wrong with a catalogue that is to follow the released one; nothing where it may.
 *
 * @param {CatalogueSnapshot} released
 * @param {CatalogueSnapshot} current
 * @returns {readonly string[]}
 */
export function catalogueProblems(released, current) {
  const { bump, changes, forbidden } = compareCatalogues(released, current);
  const least = bump === 'none' ? released.version : semver.inc(released.version, bump);
  if (semver.gte(current.version, least)) return forbidden;
  return [
    ...forbidden,
    `catalogueVersion is ${current.version}, and must be ${least} at least:`,
    ...changes.map((line) => `  ${line}`),
  ];
}
