import { largestBump } from './bumps.mjs';

/**
 * @typedef {object} Comparison
 * @property {import('./bumps.mjs').Bump} bump what the changes ask for together
 * @property {readonly string[]} changes what they are, each with its bump
 */

/**
 * What the public surface of a package became. What is gone or changed is a major; what was added, a minor. An interface may gain
 * optional members, a class any, and a list of codes further codes in a minor, too: who switches on a code has a default.
 *
 * @param {string} released the report at the last release
 * @param {string} current the report now
 * @returns {Comparison}
 */
export function compareReports(released, current) {
  const before = declarationsOf(released);
  const after = declarationsOf(current);
  const changes = [];
  for (const [name, { exported, text }] of before) {
    const now = after.get(name);
    if (now === undefined || (exported && !now.exported)) {
      // What was never exported is missed only by what mentions it, and that has changed then.
      if (exported) changes.push({ bump: 'major', what: `${name} is gone` });
    } else if (now.text !== text) changes.push({ bump: sizeOfChange(text, now.text), what: `${name} has changed` });
  }
  for (const [name, { exported }] of after) {
    if (exported && before.get(name)?.exported !== true) changes.push({ bump: 'minor', what: `${name} was added` });
  }
  return {
    bump: largestBump(changes.map(({ bump }) => bump)),
    changes: changes.map(({ bump, what }) => `${bump}: ${what}`),
  };
}

const DECLARATION =
  /^(export )?(?:default )?(?:declare )?(?:abstract )?(?:function|const|let|class|interface|type|enum|namespace) ([\w$]+)/;

/** The declarations of a report by their names; the overloads of a function are one. */
function declarationsOf(report) {
  const [, code = ''] = /^```ts\n(.*?)^```$/ms.exec(report) ?? [];
  const found = new Map();
  for (const chunk of code.split(/\n{2,}/)) {
    const text = chunk.trim();
    if (text === '' || text.startsWith('import ')) continue;
    const [, exported, name = text] = DECLARATION.exec(text) ?? [undefined, text.startsWith('export') ? 'export ' : ''];
    const earlier = found.get(name);
    found.set(name, {
      exported: exported !== undefined && exported !== '',
      text: earlier === undefined ? text : `${earlier.text}\n${text}`,
    });
  }
  return found;
}

/** @returns {import('./bumps.mjs').Bump} */
function sizeOfChange(before, after) {
  if (codesOnlyAdded(before, after)) return 'minor';
  const added = linesAdded(before.split('\n'), after.split('\n'));
  if (added === null) return 'major';
  const isClass = /^(?:export )?(?:abstract )?class /.test(before);
  const isWording = /^const /.test(before);
  const isHarmless = (line) =>
    /^ +(?:readonly )?['\w.-]+\?[:(]/.test(line) ||
    (isClass && /^ +(?!abstract )[\w\s[\].]+[(:]/.test(line)) ||
    (isWording && /^ +readonly '[^']+\.[^']+':/.test(line));
  return added.every(isHarmless) ? 'minor' : 'major';
}

/** The lines that came, or null where one went. */
function linesAdded(before, after) {
  const added = [];
  let at = 0;
  for (const line of after) {
    if (line === before[at]) at++;
    else added.push(line);
  }
  return at === before.length ? added : null;
}

const CODES = /'[^']*'(?:\s*[|,]\s*'[^']*')*/g;

/** Whether all that differs is that lists or unions of texts have further ones. */
function codesOnlyAdded(before, after) {
  if (before.replace(CODES, "''") !== after.replace(CODES, "''")) return false;
  const lists = (text) => Array.from(text.matchAll(CODES), ([list]) => list.match(/'[^']*'/g) ?? []);
  const later = lists(after);
  return lists(before).every((codes, i) => codes.every((code) => later[i]?.includes(code)));
}
