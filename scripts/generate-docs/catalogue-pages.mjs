import { code, link, table } from './markdown.mjs';
import { ruleHead } from './rule-page.mjs';
import { scenariosHead } from './scenarios-page.mjs';
import { placesOf, signatureHead } from './signature-page.mjs';

const START =
  '<!-- generated from the catalogue by scripts/generate-docs.mjs; what is written below the end of this part stays -->';
const END = '<!-- end of the generated part -->';

/**
 * @typedef {object} Page
 * @property {string} path from the root of the repository, with slashes
 * @property {string} head the generated part
 * @property {boolean} hasBody whether a part written by hand belongs below it
 */

/**
 * Every page that the catalogue has: one for each rule and each signature, the two lists of them, and one for the scenarios.
 * Pure: the same catalogue gives the same pages.
 *
 * @param core the exports of @mailtls/core
 * @returns {readonly Page[]}
 */
export function cataloguePages(core) {
  return [
    { path: 'docs/rules/README.md', head: ruleList(core), hasBody: false },
    ...core.rules.map((rule) => ({ path: `docs/rules/${rule.id}.md`, head: ruleHead(core, rule), hasBody: true })),
    { path: 'docs/scenarios.md', head: scenariosHead(core), hasBody: true },
    { path: 'docs/signatures/README.md', head: signatureList(core), hasBody: false },
    ...core.signatures.map((signature) => ({
      path: `docs/signatures/${signature.id}.md`,
      head: signatureHead(core, signature),
      hasBody: true,
    })),
  ];
}

function ruleList(core) {
  return [
    '# Rules',
    'What mailtls demands of a machine. A profile holds the rules of those before it: `mailflow`, `exchange`, `hardened`.',
    table(
      ['Rule', 'Demand', 'Profile'],
      core.rules.map(({ id, profile }) => [
        link(code(id), `${id}.md`),
        core.formatMessage({ id: `rule.${id}.title`, args: {} }, 'en'),
        code(profile),
      ]),
    ),
  ].join('\n\n');
}

function signatureList(core) {
  return [
    '# Signatures',
    'The errors that mailtls recognises. The percentage is how likely the TLS version is the cause when nothing but the text is known.',
    table(
      ['Signature', 'Meaning', 'Met in', 'TLS version'],
      core.signatures.map((signature) => {
        const { id, priors } = signature;
        const prior = priors['tls-version'];
        return [
          link(code(id), `${id}.md`),
          core.formatMessage({ id: `signature.${id}.title`, args: {} }, 'en'),
          placesOf(signature),
          prior === undefined ? '–' : `${Math.round(prior * 100)} %`,
        ];
      }),
    ),
  ].join('\n\n');
}

/**
 * A page with its generated part brought up to date.
 *
 * @param {string | null} existing the page as it is, `null` where there is none
 * @param {Page} page
 */
export function renderPage(existing, { head, hasBody }) {
  const generated = `${START}\n\n${head}\n\n${END}\n`;
  return hasBody ? `${generated}${existing === null ? '' : bodyOf(existing)}` : generated;
}

/** The part of a page that was written by hand: what follows the generated part, or all of a page that has none. */
export function bodyOf(existing) {
  const end = existing.indexOf(END);
  return end < 0 ? `\n${existing}` : existing.slice(end + END.length).replace(/^\r?\n/, '');
}
