/** What of a check is gathered from sources and grows older, such as the minimum builds. The rest of it is the rule's meaning. */
const SOURCED = ['unless', 'writeFrom', 'absentLacksThem', 'absentHasThem', 'lines', 'minimum', 'updates'];

/**
 * @typedef {object} CatalogueEntry
 * @property {Record<string, unknown>} meaning what the id stands for, for ever
 * @property {Record<string, unknown>} judgement what else decides what is found
 * @property {readonly string[]} found a signature's texts and places, to which others may come
 * @property {Record<string, unknown>} described what it is told by
 *
 * @typedef {object} CatalogueSnapshot
 * @property {string} version
 * @property {readonly string[]} retired the ids that were released once and are gone; none of them comes back
 * @property {Record<string, CatalogueEntry>} entries rules as `rule.<id>`, signatures as `signature.<id>`
 * @property {Record<string, string>} defaults what Windows does unasked, by release, protocol and role
 */

/**
 * The catalogue as data that can be compared with another release's.
 *
 * @param {typeof import('@mailtls/core')} core
 * @param {CatalogueSnapshot | null} released the one before it
 * @returns {CatalogueSnapshot}
 */
export function catalogueSnapshot(core, released) {
  const say = (id) => core.languages.map((language) => core.formatMessage({ id, args: {} }, language));
  const entries = {};
  for (const { id, profile, why, check, after = null, references } of core.rules) {
    const part = (wanted) =>
      Object.fromEntries(Object.entries(check).filter(([name]) => SOURCED.includes(name) === wanted));
    entries[`rule.${id}`] = {
      meaning: part(false),
      judgement: { profile, after, ...part(true) },
      found: [],
      described: { title: say(`rule.${id}.title`), why: say(why), references },
    };
  }
  for (const { id, patterns, places, priors, references, ...more } of core.signatures) {
    const { names = null, wrapper = false, direction = null, settledIn = null } = more;
    const [leading] = Object.entries(priors).toSorted(([, a], [, b]) => b - a)[0] ?? ['unknown'];
    const words = ['title', 'meaning', 'settle'].map((part) => say(`signature.${id}.${part}`));
    entries[`signature.${id}`] = {
      meaning: { names, wrapper },
      judgement: { leading, direction },
      found: [...patterns, ...places],
      described: { priors, settledIn, words, references },
    };
  }
  const defaults = {};
  for (const release of core.windowsReleases) {
    for (const protocol of core.protocols) {
      for (const role of core.roles) {
        defaults[`${release}, ${protocol}, ${role}`] = core.protocolDefault(release, protocol, role);
      }
    }
  }
  const gone = Object.keys(released?.entries ?? {}).filter((id) => !(id in entries));
  return {
    version: core.catalogueVersion,
    retired: [...new Set([...(released?.retired ?? []), ...gone])].sort(),
    entries,
    defaults,
  };
}
